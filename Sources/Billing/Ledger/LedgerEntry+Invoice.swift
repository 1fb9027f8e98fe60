public import Quantities

extension LedgerEntry {
    /// What an invoice posts: the receivable against the sale, the KDV and the rounding difference.
    ///
    /// Throws `LedgerError.unbalanced` where the invoice's figures contradict one another.
    public init(_ invoice: Invoice) throws(LedgerError) {
        try self.init(InvoicePosting(invoice))
    }

    /// What those amounts of an invoice post.
    ///
    /// Throws `LedgerError.unbalanced` where they do not add up to what is payable.
    public init(_ posting: InvoicePosting) throws(LedgerError) {
        // An invoice of nothing is posted too: its number must be found in the ledger.
        var lines = [
            LedgerLine(.receivables, .subscriber(posting.subscriber), posting.payable),
            LedgerLine(.sales, .company, try posting.gas.negated()),
        ]
        let rounding: LedgerAccount = posting.payableRounding > .zero ? .roundingGain : .roundingLoss
        let credits: [(LedgerAccount, Money)] = [
            (.systemUsePassThrough, posting.systemUse), (.correctionPassThrough, posting.correction),
            (.valueAddedTax, posting.valueAddedTax), (rounding, posting.payableRounding),
        ]
        for (account, amount) in credits where amount != .zero {
            lines.append(LedgerLine(account, .company, try amount.negated()))
        }
        let memo = posting.specialConsumptionTax
        if memo != .zero {
            lines.append(LedgerLine(.specialConsumptionTaxMemo, .company, memo))
            lines.append(LedgerLine(.specialConsumptionTaxMemoContra, .company, try memo.negated()))
        }
        try self.init(lines)
    }
}

/// The amounts of an invoice as the ledger parts them.
public struct InvoicePosting: Hashable, Sendable {
    /// Whose invoice it is.
    public let subscriber: SubscriberNumber
    /// What is payable.
    public let payable: Money
    /// The charge for gas before KDV, system use left out where it is passed through.
    public var gas: Money
    /// The charge for system use before KDV, where it is passed through.
    public var systemUse = Money.zero
    /// The TL correction before KDV: above zero what the customer owes, below zero what is credited.
    public var correction = Money.zero
    /// The KDV.
    public var valueAddedTax: Money
    /// What was added to the total to come to what is payable, or taken off.
    public var payableRounding = Money.zero
    /// The ÖTV inside the prices, for the memo.
    public var specialConsumptionTax = Money.zero

    /// The amounts of an invoice that charges gas alone.
    public init(subscriber: SubscriberNumber, payable: Money, gas: Money, valueAddedTax: Money) {
        self.subscriber = subscriber
        self.payable = payable
        self.gas = gas
        self.valueAddedTax = valueAddedTax
    }

    /// The amounts of an invoice; gas and system use are one sale, as regulated retail invoices them.
    public init(_ invoice: Invoice) {
        let figures = invoice.figures
        self.init(
            subscriber: invoice.subscriber.number, payable: figures.payable, gas: figures.consumptionCharge,
            valueAddedTax: figures.valueAddedTax)
        payableRounding = figures.payableRounding
    }
}
