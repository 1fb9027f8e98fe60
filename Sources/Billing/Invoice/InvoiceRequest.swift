public import Quantities

/// Everything that an invoice is computed from.
///
/// The clock, the database and the photo are the caller's.
public struct InvoiceRequest: Hashable, Sendable {
    /// The number reserved for the invoice, `nil` for a draft.
    public let number: InvoiceNumber?
    /// Who issues it.
    public let issuer: Issuer
    /// Whom it is for.
    public let subscriber: Subscriber
    /// The meter that was read.
    public let meter: Meter
    /// The reading that the last invoice ended with.
    public let firstReading: MeterReading
    /// The reading that this one ends with.
    public let lastReading: MeterReading
    /// The most m3 on the counter that are plausible for the period; above it, and for every drop where it is `nil`, a
    /// person decides.
    public let plausibleLimit: MeterVolume?
    /// The gas of the period.
    public let gas: GasQuality
    /// The tariff and its policies.
    public let tariff: TariffVersion
    /// The day of issue; it chooses the KDV rate and starts the term of payment.
    public let invoiceDate: CivilDate
    /// The days on which a payment can fall due.
    public let workingDays: WorkingDays

    /// A request with those particulars.
    public init(
        number: InvoiceNumber? = nil, issuer: Issuer, subscriber: Subscriber, meter: Meter,
        firstReading: MeterReading, lastReading: MeterReading, plausibleLimit: MeterVolume? = nil, gas: GasQuality,
        tariff: TariffVersion, invoiceDate: CivilDate, workingDays: WorkingDays
    ) {
        self.number = number
        self.issuer = issuer
        self.subscriber = subscriber
        self.meter = meter
        self.firstReading = firstReading
        self.lastReading = lastReading
        self.plausibleLimit = plausibleLimit
        self.gas = gas
        self.tariff = tariff
        self.invoiceDate = invoiceDate
        self.workingDays = workingDays
    }
}
