public import Quantities

/// An invoice as a value: what `InvoiceDocuments` prints and `Accounts` stores.
///
/// Every figure on it can be recomputed from the others as printed. It is computed by `init(_ request:)` alone, and never
/// edited: what is wrong is reversed and replaced (`InvoiceReversal`).
public struct Invoice: Sendable {
    /// The invoice number [fatura no], `nil` for a draft.
    public let number: InvoiceNumber?
    /// The reversed invoice that this one takes the place of, if there was one.
    public let replaces: InvoiceNumber?
    /// Why it was made.
    public let occasion: InvoiceRequest.Occasion
    /// Who issues it.
    public let issuer: Issuer
    /// Whom it is for.
    public let subscriber: Subscriber
    /// What is supplied.
    public let supply: Supply
    /// The meter that was read; the last one where the period saw a change.
    public let meter: Meter

    /// The first reading: date and index, on the first meter of the period.
    public let firstReading: MeterReading
    /// The last reading: date and index.
    public let lastReading: MeterReading
    /// The meter changes between the two, in their order.
    public let meterChanges: [MeterChange]
    /// The corrected register, where a corrector measured.
    public let corrector: CorrectorReading?
    /// The billing period [dönem] and its day count.
    public let period: BillingInterval
    /// Whether a counter passed its largest number in the period.
    public let isRollover: Bool

    /// The figures from the measured volume to the payable amount.
    public let figures: InvoiceFigures
    /// What is charged beside the gas: first what is taxed, then what is paid with the invoice untaxed.
    public let charges: [InvoiceCharge]
    /// What stays on the ledger because the invoice cannot be below zero.
    public let carried: CarriedCredit
    /// What the customer owes from before, for information; it is not in the payable amount.
    public let previousDebt: Money

    /// The day of issue [fatura tarihi].
    public let invoiceDate: CivilDate
    /// The day that chose the KDV rate.
    public let taxDate: CivilDate
    /// The last day to pay [son ödeme tarihi], a working day.
    public let dueDate: CivilDate
    /// In how many interest-free instalments the customer may pay, at least; 1 where there is no such right.
    public let minimumInstalments: Int

    /// The name of the tariff version that made it.
    public let tariffVersion: String
    /// The name of the rounding profile that made it.
    public let roundingProfile: String

    let detail: Detail

    /// What an invoice says only when it is asked.
    enum Detail: Sendable {
        /// It was computed; its lines where they are more than the one of its figures.
        case computed(InvoiceBasis, lines: [InvoiceLine]?)
        /// It was stored with all of it.
        case stored(
            prices: [DatedSpan<RetailPrice>], lines: [InvoiceLine], derivation: [DerivationStep], versions: [String])
    }

    /// An invoice that was computed before, part by part, as it was stored; nothing is computed anew.
    package init(
        number: InvoiceNumber?, replaces: InvoiceNumber? = nil, occasion: InvoiceRequest.Occasion = .period,
        issuer: Issuer, subscriber: Subscriber, supply: Supply = .gasAndSystemUse, meter: Meter,
        firstReading: MeterReading, lastReading: MeterReading, meterChanges: [MeterChange] = [],
        corrector: CorrectorReading? = nil, period: BillingInterval, isRollover: Bool, figures: InvoiceFigures,
        prices: [DatedSpan<RetailPrice>], lines: [InvoiceLine], charges: [InvoiceCharge] = [],
        carried: CarriedCredit = .none, previousDebt: Money = .zero, derivation: [DerivationStep],
        invoiceDate: CivilDate, taxDate: CivilDate? = nil, dueDate: CivilDate, minimumInstalments: Int = 1,
        tariffVersion: String, roundingProfile: String, policyVersions: [String]? = nil
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
        self.period = period
        self.isRollover = isRollover
        self.figures = figures
        self.charges = charges
        self.carried = carried
        self.previousDebt = previousDebt
        self.invoiceDate = invoiceDate
        self.taxDate = taxDate ?? invoiceDate
        self.dueDate = dueDate
        self.minimumInstalments = minimumInstalments
        self.tariffVersion = tariffVersion
        self.roundingProfile = roundingProfile
        detail = .stored(
            prices: prices, lines: lines, derivation: derivation,
            versions: policyVersions ?? [tariffVersion, roundingProfile])
    }

    /// An invoice that was computed from `request`.
    init(
        _ request: InvoiceRequest, basis: InvoiceBasis, isRollover: Bool, figures: InvoiceFigures,
        lines: [InvoiceLine]?, charges: [InvoiceCharge], carried: CarriedCredit, term: PaymentTerm
    ) {
        number = request.number
        replaces = request.replaces
        occasion = request.occasion
        issuer = request.issuer
        subscriber = request.subscriber
        supply = request.supply
        meter = request.meter
        firstReading = request.firstReading
        lastReading = request.lastReading
        meterChanges = request.meterChanges
        corrector = request.corrector
        period = basis.period
        self.isRollover = isRollover
        self.figures = figures
        self.charges = charges
        self.carried = carried
        previousDebt = request.additions.previousDebt
        invoiceDate = request.invoiceDate
        taxDate = request.taxDate ?? request.invoiceDate
        dueDate = term.dueDate
        minimumInstalments = term.minimumInstalments
        tariffVersion = request.tariff.name
        roundingProfile = request.tariff.rounding.name
        detail = .computed(basis, lines: lines)
    }

    /// The number of days in the period [gün sayısı].
    public var days: Int { period.days }
}
