public import Quantities

/// Everything that an invoice is computed from.
///
/// The clock, the database and the photo are the caller's. What most invoices have not (a corrector, a meter change, credits)
/// has a default.
public struct InvoiceRequest: Hashable, Sendable {
    /// Why an invoice is made.
    public enum Occasion: String, Hashable, Sendable, CaseIterable {
        /// The reading of a period.
        case period
        /// The customer moves out [son el ilavesi, 47]; whatever was used is billed, and the settlement takes its total.
        case final
        /// A building converts its heating [dönüşüm endeksi, 53]; whatever was used is billed.
        case conversion
    }

    /// The number reserved for the invoice, `nil` for a draft.
    public var number: InvoiceNumber?
    /// The invoice that was reversed and that this one takes the place of, if there was one.
    public var replaces: InvoiceNumber?
    /// Why it is made.
    public var occasion: Occasion
    /// Who issues it.
    public var issuer: Issuer
    /// Whom it is for.
    public var subscriber: Subscriber
    /// What the utility supplies.
    public var supply: Supply
    /// The meter that was read; the last one where the period saw a change.
    public var meter: Meter
    /// The reading that the last invoice ended with, on the first meter of the period.
    public var firstReading: MeterReading
    /// The reading that this one ends with.
    public var lastReading: MeterReading
    /// The meter changes between the two, in their order.
    public var meterChanges: [MeterChange]
    /// The corrected register of a corrector; the readings are its uncorrected one then.
    public var corrector: CorrectorReading?
    /// The most m3 on the counters that are plausible for the period; above it, and for every drop where it is `nil`, a
    /// person decides.
    public var plausibleLimit: MeterVolume?
    /// The gas of the period.
    public var gas: GasQuality
    /// The tariff and its policies.
    public var tariff: TariffVersion
    /// What stands on the invoice beside the gas.
    public var additions: InvoiceAdditions
    /// The day of issue; it starts the term of payment.
    public var invoiceDate: CivilDate
    /// The day that chooses the KDV rate, where it is not the day of issue.
    public var taxDate: CivilDate?
    /// The regulation's terms of payment; `nil` where the tariff's alone hold.
    public var terms: InvoiceTerms?
    /// The times for which the customer had the invoices stopped.
    public var freezes: BillingFreezes
    /// The days on which a payment can fall due.
    public var workingDays: WorkingDays

    /// A request with those particulars.
    public init(
        number: InvoiceNumber? = nil, replaces: InvoiceNumber? = nil, occasion: Occasion = .period, issuer: Issuer,
        subscriber: Subscriber, supply: Supply = .gasAndSystemUse, meter: Meter, firstReading: MeterReading,
        lastReading: MeterReading, meterChanges: [MeterChange] = [], corrector: CorrectorReading? = nil,
        plausibleLimit: MeterVolume? = nil, gas: GasQuality, tariff: TariffVersion,
        additions: InvoiceAdditions = .none, invoiceDate: CivilDate, taxDate: CivilDate? = nil,
        terms: InvoiceTerms? = nil, freezes: BillingFreezes = .none, workingDays: WorkingDays
    ) {
        self.number = number
        self.replaces = replaces
        self.occasion = occasion
        self.issuer = issuer
        self.subscriber = subscriber
        self.supply = supply
        self.meter = meter
        self.firstReading = firstReading
        self.lastReading = lastReading
        self.meterChanges = meterChanges
        self.corrector = corrector
        self.plausibleLimit = plausibleLimit
        self.gas = gas
        self.tariff = tariff
        self.additions = additions
        self.invoiceDate = invoiceDate
        self.taxDate = taxDate
        self.terms = terms
        self.freezes = freezes
        self.workingDays = workingDays
    }
}
