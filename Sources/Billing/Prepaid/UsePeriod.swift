public import Quantities

/// The use of a prepaid meter between two readings [fiili tüketim], with the terms of those days.
public struct UsePeriod: Hashable, Sendable {
    /// For how long a meter was not read before the reading that ends the period, and through whose fault (point 12).
    public struct Unread: Hashable, Sendable {
        /// Whose fault it was [kaynaklanan neden].
        public enum Cause: String, Hashable, Sendable, CaseIterable {
            /// The distribution company's.
            case company
            /// The customer's, or nobody's: not the company's.
            case other
        }

        /// How many months in a row there was no reading.
        public let consecutiveMonths: Int
        /// Whose fault it was.
        public let cause: Cause

        /// So many months without a reading.
        public init(consecutiveMonths: Int, cause: Cause) {
            self.consecutiveMonths = consecutiveMonths
            self.cause = cause
        }
    }

    /// From the last reading to this one.
    public let interval: BillingInterval
    /// What went through the meter.
    public let volume: MeterVolume
    /// The period's averages of price, d and K.
    public let terms: GasTerms
    /// The KDV rate on the day of the period's correction document.
    public let valueAddedTaxRate: Rate
    /// What was not read before; `nil` where the meter was read every month.
    public let unread: Unread?

    /// A period of use.
    public init(
        interval: BillingInterval, volume: MeterVolume, terms: GasTerms, valueAddedTaxRate: Rate,
        unread: Unread? = nil
    ) {
        self.interval = interval
        self.volume = volume
        self.terms = terms
        self.valueAddedTaxRate = valueAddedTaxRate
        self.unread = unread
    }

    func check() throws(PrepaidError) {
        try terms.check()
        if volume < .zero { throw .outOfBounds(.usedVolume) }
        if valueAddedTaxRate < .zero { throw .outOfBounds(.valueAddedTaxRate) }
    }
}

extension MeterVolume {
    /// The volume spread over `intervals` by their days, in whole litres that add up to it exactly.
    ///
    /// Point 12, first sentence: what the first reading after a gap shows is applied to the periods in which it was really
    /// used. The running total is rounded, half away from zero, so no litre is lost or made. No interval, no shares.
    /// - Throws: `overflow` where a product does not fit.
    public func spread(over intervals: [BillingInterval]) throws(ArithmeticError) -> [MeterVolume] {
        var days: Int128 = 0
        for interval in intervals { days += Int128(interval.days) }
        var (shares, daysSoFar, litresSoFar): ([MeterVolume], Int128, Int64) = ([], 0, 0)
        for interval in intervals {
            daysSoFar += Int128(interval.days)
            let upTo = try ExactQuotient(Int128(litres), times: daysSoFar, over: days).roundedToInt64()
            shares.append(MeterVolume(litres: try upTo.checkedSubtracting(litresSoFar)))
            litresSoFar = upTo
        }
        return shares
    }
}
