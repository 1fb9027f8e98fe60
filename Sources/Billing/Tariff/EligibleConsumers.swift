public import Quantities

/// What the utility supplies to a subscriber.
public enum Supply: String, Hashable, Sendable, CaseIterable {
    /// Gas and the use of the network, on one invoice at the retail price.
    case gasAndSystemUse
    /// The use of the network alone: an eligible consumer [serbest tüketici, 5] who buys the gas from another supplier.
    case systemUseOnly
}

/// From which yearly use on a consumer may choose a supplier [serbest tüketici limiti], by the day from which each limit holds.
///
/// The authority sets the limit for each year; it is the utility's data.
public struct EligibleConsumers: Hashable, Sendable {
    /// The limits in Sm3 a year.
    public let limits: RateTable<StandardVolume>

    /// Limits of those dates.
    public init(limits: RateTable<StandardVolume>) { self.limits = limits }

    /// Whether a use of so much a year makes an eligible consumer on `day`, the limit itself included.
    ///
    /// Throws `noValue` where no limit holds on that day.
    public func contains(yearlyUse: StandardVolume, on day: CivilDate) throws(RateTableError) -> Bool {
        yearlyUse >= (try limits.value(on: day))
    }
}
