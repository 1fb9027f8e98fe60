public import Quantities

/// The change of a meter inside a billing period, as it was read off on the day [sayaç değişimi].
///
/// Each part of the period is billed by the meter that hung there, with its own multiplier and the K of its own pressure
/// [11]. A multiplier that changes while the meter stays is such a change too: the same meter before and after it, at one
/// index [62].
public struct MeterChange: Hashable, Sendable {
    /// The day of the change; it is the last day of one part and the first of the next, as a reading would be.
    public let date: CivilDate
    /// The meter that was there until then.
    public let removed: Meter
    /// What it showed when it was taken off.
    public let removedAt: Index
    /// What the meter after it showed when it was put on.
    public let newMeterStart: Index
    /// Where the removed meter's K comes from; `nil` where it measured at the pressure of the one after it.
    public let correction: GasQuality.Correction?

    /// A change with those particulars.
    public init(
        date: CivilDate, removed: Meter, removedAt: Index, newMeterStart: Index,
        correction: GasQuality.Correction? = nil
    ) {
        self.date = date
        self.removed = removed
        self.removedAt = removedAt
        self.newMeterStart = newMeterStart
        self.correction = correction
    }
}

extension RateTable<MeterMultiplier> {
    /// The one multiplier that holds on every counted day of `interval`.
    ///
    /// Throws `BillingError.contradiction` with the first counted day of another one: what a counter went on before and after
    /// it is known only from an index of that day. Throws `outOfBounds` where the table has none for a day.
    public func multiplier(in interval: BillingInterval) throws(BillingError) -> MeterMultiplier {
        var found: MeterMultiplier?
        var days = 0
        var changedAfter: Int?
        do throws(RateTableError) {
            try forEachSpan(in: interval) { spanDays, value in
                if let found, found != value, changedAfter == nil { changedAfter = days }
                if found == nil { found = value }
                days += spanDays
            }
        } catch {
            throw .outOfBounds(.multiplier)
        }
        if let changedAfter {
            let day = CivilDate.nearest(toDayNumber: interval.countedDayNumbers.lowerBound + changedAfter)
            throw .contradiction(.multiplierChanges(on: day))
        }
        guard let found, found > .zero else { throw .outOfBounds(.multiplier) }
        return found
    }
}
