/// Which hours a scan reads: all of a stretch of whole days, or the ends of its days.
public struct ScanPeriod: Hashable, Sendable {
    /// How often a meter is read.
    public enum Rhythm: Hashable, Sendable {
        /// At the end of every hour.
        case hourly
        /// At the end of every day.
        case daily
    }

    /// The first day, counted from 1 January 2000.
    public let firstDay: Int
    /// How many days.
    public let dayCount: Int
    /// How often a meter is read.
    public let rhythm: Rhythm
    /// The digest's keys of the hours that are read, in order.
    let keys: [UInt64]

    /// A stretch of days.
    ///
    /// - Parameters:
    ///   - start: midnight of its first day.
    ///   - days: how many, at least 1.
    ///   - rhythm: how often a meter is read.
    public init(from start: FleetHour, days: Int, rhythm: Rhythm) {
        precondition(start.hourOfDay == 0 && days > 0, "a scan reads whole days, at least one")
        firstDay = start.day
        dayCount = days
        self.rhythm = rhythm
        let step = rhythm == .hourly ? 1 : 24
        keys = stride(from: step, through: days * 24, by: step).map {
            ReadingDigest.key(of: start.advanced(byHours: $0))
        }
    }

    /// How many readings a meter has.
    public var readingsOfMeter: Int { keys.count }

    /// Midnight of the first day.
    public var start: FleetHour { FleetHour(number: Int32(firstDay * 24)) }
}
