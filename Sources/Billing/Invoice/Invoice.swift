public import Quantities

/// An invoice as a value: what `InvoiceDocuments` prints and `Accounts` stores.
///
/// Every figure on it can be recomputed from the others as printed. It is computed by `init(_ request:)` alone.
public struct Invoice: Hashable, Sendable {
    /// The invoice number [fatura no], `nil` for a draft.
    public let number: InvoiceNumber?
    /// Who issues it.
    public let issuer: Issuer
    /// Whom it is for.
    public let subscriber: Subscriber
    /// The meter that was read.
    public let meter: Meter

    /// The first reading: date and index.
    public let firstReading: MeterReading
    /// The last reading: date and index.
    public let lastReading: MeterReading
    /// The billing period [dönem] and its day count.
    public let period: BillingInterval
    /// Whether the counter passed its largest number in the period.
    public let isRollover: Bool

    /// The figures from the measured volume to the payable amount.
    public let figures: InvoiceFigures
    /// The prices of the period in order, each with its days and, where published, its parts; one for most invoices.
    public let prices: [DatedSpan<RetailPrice>]
    /// The lines of charge; their amounts add up to `figures.consumptionCharge`.
    public let lines: [InvoiceLine]
    /// How the figures were computed, line by line, in reading order.
    public let derivation: [DerivationStep]

    /// The day of issue [fatura tarihi].
    public let invoiceDate: CivilDate
    /// The last day to pay [son ödeme tarihi], a working day.
    public let dueDate: CivilDate

    /// The name of the tariff version that made it.
    public let tariffVersion: String
    /// The name of the rounding profile that made it.
    public let roundingProfile: String

    /// An invoice that was computed before, part by part, as it was stored; nothing is computed anew.
    package init(
        number: InvoiceNumber?, issuer: Issuer, subscriber: Subscriber, meter: Meter, firstReading: MeterReading,
        lastReading: MeterReading, period: BillingInterval, isRollover: Bool, figures: InvoiceFigures,
        prices: [DatedSpan<RetailPrice>], lines: [InvoiceLine], derivation: [DerivationStep], invoiceDate: CivilDate,
        dueDate: CivilDate, tariffVersion: String, roundingProfile: String
    ) {
        self.number = number
        self.issuer = issuer
        self.subscriber = subscriber
        self.meter = meter
        self.firstReading = firstReading
        self.lastReading = lastReading
        self.period = period
        self.isRollover = isRollover
        self.figures = figures
        self.prices = prices
        self.lines = lines
        self.derivation = derivation
        self.invoiceDate = invoiceDate
        self.dueDate = dueDate
        self.tariffVersion = tariffVersion
        self.roundingProfile = roundingProfile
    }

    /// The number of days in the period [gün sayısı].
    public var days: Int { period.days }
}
