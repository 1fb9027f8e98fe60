import GasPhysics
import Quantities

/// One meter's part of a billing period.
struct MeterPart {
    let meter: Meter
    let first: MeterReading
    let last: MeterReading
    let correction: GasQuality.Correction
    /// The whole period.
    let period: BillingInterval

    /// The counted days, `nil` where the change falls on the day of a reading.
    var interval: BillingInterval? {
        try? BillingInterval(first: first.date, last: last.date, convention: period.convention)
    }

    /// The day whose K holds where the part has no counted day: that of the change, or the period's counted day next to it.
    var dayOfChange: CivilDate {
        let counted = period.countedDayNumbers
        return .nearest(toDayNumber: min(max(last.date.dayNumber, counted.lowerBound), counted.upperBound))
    }

    /// The volume that went through the meter: index difference × multiplier, once [62].
    func measuredVolume() throws(BillingError) -> MeterVolume {
        try InvoiceFigures.step(.measuredVolume) { () throws(ArithmeticError) in
            try MeterVolume(counted: last.index.cubicMetres(since: first.index), multiplier: meter.multiplier)
        }
    }

    /// The days' factors; that of `dayOfChange` where the part has no counted day.
    func corrections() throws(BillingError) -> [DatedSpan<CorrectionFactor>] {
        guard let interval else { return [DatedSpan(days: 1, value: try correction.factor(on: dayOfChange))] }
        return try correction.spans(in: interval)
    }

    /// The average factor of the part's own days.
    func correctionFactor() throws(BillingError) -> CorrectionFactor {
        guard let interval else { return try correction.factor(on: dayOfChange) }
        return try correction.average(in: interval)
    }
}
