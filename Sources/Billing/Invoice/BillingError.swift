public import Quantities

/// Why no invoice can be made.
public enum BillingError: Error, Hashable, Sendable {
    /// The subscriber pays before use; a photo does not make an invoice.
    case prepaidSubscriber
    /// The last index is lower than the first and it is not a rollover: a person decides.
    case indexLower(first: Index, last: Index)
    /// More went through the meter than is plausible for the period: a person decides.
    case consumptionImplausible(first: Index, last: Index, limit: MeterVolume)
    /// The index has not as many digits as the meter's counter has wheels.
    case indexDigits(Index, wheels: Int)
    /// The last reading is not later than the first.
    case emptyPeriod(first: CivilDate, last: CivilDate)
    /// The invoice is dated before its last reading.
    case invoiceBeforeLastReading(invoice: CivilDate, reading: CivilDate)
    /// The tariff has no price for that day.
    case noPrice(on: CivilDate)
    /// There is no correction factor for that day.
    case noCorrectionFactor(on: CivilDate)
    /// There is no calorific value for that day.
    case noCalorificValue(on: CivilDate)
    /// The tariff has no KDV rate for that day.
    case noTaxRate(on: CivilDate)
    /// Above 300 mbar a volume corrector is compulsory: K must not be used.
    case correctorCompulsory(pressureMillibar: Int)
    /// A figure that must not be negative is, or one that must be above zero is not.
    case outOfBounds(DerivationStep.Role)
    /// The due date lies after the year 2999.
    case dueDateOutOfRange
    /// A figure does not fit its type.
    case overflow(DerivationStep.Code)
}
