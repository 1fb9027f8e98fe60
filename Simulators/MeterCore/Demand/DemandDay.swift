/// A day in the table of a year, which all meters of a place and a class share.
///
/// The table has one row more than the year has days; the last holds the sums of the year. A row says two things: what the
/// days before it weigh, and how the interval that is split at this day (its middle) is split.
public struct DemandDay: Hashable, Sendable {
    /// What all days before this one weigh together; 2^30 is a year of mean weather.
    public let weight: UInt32
    /// By how much less they weigh for a meter whose customer is away on all of them.
    public let loss: UInt32
    /// The least share that the days before the middle can have of their interval, in 2^-32; for row 0 nothing.
    public let leastShare: UInt32
    /// How much more than the least share they can have, in 2^-32.
    public let shareRange: UInt32
    /// How far chance moves the share: 65,536 would move it between its square and twice itself less its square.
    public let amplitude: UInt16
    /// Which row of the table of hours the day has.
    public let profile: UInt16

    /// A row; for a table's maker, see ``DemandTree/node(weight:of:amplitude:)`` for the shares.
    public init(
        weight: UInt32, loss: UInt32, leastShare: UInt32, shareRange: UInt32, amplitude: UInt16, profile: UInt16
    ) {
        self.weight = weight
        self.loss = loss
        self.leastShare = leastShare
        self.shareRange = shareRange
        self.amplitude = amplitude
        self.profile = profile
    }
}

/// How a stretch of a day's hours is split at its middle; 24 of them are a profile, of which the first is unused.
public struct DemandHour: Hashable, Sendable {
    /// The least share that the hours before the middle can have, in 2^-15.
    public let leastShare: UInt16
    /// How much more than the least share they can have, in 2^-15.
    public let shareRange: UInt16

    /// A split.
    public init(leastShare: UInt16, shareRange: UInt16) {
        self.leastShare = leastShare
        self.shareRange = shareRange
    }
}
