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
    /// A person decides before anything is billed.
    case held(BillingHold)
    /// No invoice is made now, and nothing is lost: the use stays on the index and is billed later.
    case deferred(BillingDeferral)
    /// What was given contradicts itself.
    case contradiction(BillingContradiction)
}

/// What a person decides before it is billed.
public enum BillingHold: Error, Hashable, Sendable {
    /// The corrected register of a corrector does not go with its uncorrected one: approve the proposal or give another
    /// corrected volume.
    case corrector(CorrectorCheck)
}

/// Why no invoice is made now although nothing is wrong.
public enum BillingDeferral: Error, Hashable, Sendable {
    /// The use is not above the limit from which on it is billed; leave the reading notice, and keep the first index for the next period.
    case belowMinimum(use: MeterVolume, limit: MeterVolume)
    /// The subscription is frozen on the day of issue, for a journey; bill after the return.
    case frozen(BillingFreeze)
}

/// What contradicts itself in a request.
public enum BillingContradiction: Error, Hashable, Sendable {
    /// The multiplier changes on that day and there is no index of it: read the meter then, and give it as a meter change.
    case multiplierChanges(on: CivilDate)
    /// A meter change lies outside the period, or before the change that was given ahead of it.
    case changeOutOfOrder(on: CivilDate)
    /// A corrector's registers cannot be billed over a change of the multiplier: bill up to the change, then from it.
    case correctorChanged(on: CivilDate)
    /// The price that holds from that day has no published system-use part: an eligible consumer is not billed by it.
    case noSystemUsePrice(on: CivilDate)
    /// The rule of the tariff with that name takes off more than there is.
    case ruleBelowZero(String)
    /// One late fee carries KDV by its policy and another does not; bring them on two invoices.
    case lateFeesTaxedDifferently
}
