import GasPhysics
import Quantities

/// One meter's part of a billing period.
struct MeterPart {
    let meter: Meter
    let first: MeterReading
    let last: MeterReading
    let correction: GasQuality.Correction

    /// The counted days, `nil` where the change falls on the day of a reading.
    func interval(_ convention: DayCountConvention) -> BillingInterval? {
        try? BillingInterval(first: first.date, last: last.date, convention: convention)
    }

    /// The volume that went through the meter: index difference × multiplier, once [62].
    func measuredVolume() throws(BillingError) -> MeterVolume {
        try InvoiceFigures.step(.measuredVolume) { () throws(ArithmeticError) in
            try MeterVolume(counted: last.index.cubicMetres(since: first.index), multiplier: meter.multiplier)
        }
    }

    /// The days' factors; those of the change's own day where the part has no counted day.
    func corrections(_ convention: DayCountConvention) throws(BillingError) -> [DatedSpan<CorrectionFactor>] {
        guard let interval = interval(convention) else {
            return [DatedSpan(days: 1, value: try correction.factor(on: last.date))]
        }
        return try correction.spans(in: interval)
    }

    /// The average factor of the part's own days.
    func correctionFactor(_ convention: DayCountConvention) throws(BillingError) -> CorrectionFactor {
        guard let interval = interval(convention) else { return try correction.factor(on: last.date) }
        return try correction.average(in: interval)
    }
}
