public import Quantities

extension LedgerEntry {
    /// What an invoice posts: the receivable against the sale, the KDV and the rounding difference.
    ///
    /// Throws `LedgerError.unbalanced` where the invoice's figures contradict one another.
    public init(_ invoice: Invoice) throws(LedgerError) {
        try self.init(try InvoicePosting(invoice))
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
            (.lateFeeIncome, posting.lateFee), (.valueAddedTax, posting.valueAddedTax),
            (rounding, posting.payableRounding),
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
    /// What the subscriber owes by it.
    public let payable: Money
    /// The charge for gas before KDV, system use left out where it is passed through.
    public var gas: Money
    /// The charge for system use before KDV, which is passed through; zero where the price's parts are not published.
    public var systemUse = Money.zero
    /// The TL correction before KDV: above zero what the customer owes, below zero what is credited.
    public var correction = Money.zero
    /// The late fee before KDV that arises with the invoice.
    public var lateFee = Money.zero
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

    /// The amounts that arise by an invoice; the system-use part of its lines is parted from the sale (`systemUseCharge`).
    ///
    /// Where prices have no published parts gas and system use are one sale. An instalment on it is owed already and a credit is had already: a payment by credit is posted by its own event. Discounts
    /// and differences of the calorific value are part of the sale. Throws `unbalanced` where an amount does not fit.
    public init(_ invoice: Invoice) throws(LedgerError) {
        let figures = invoice.figures
        var (correction, fee, untaxedFee) = (Money.zero, Money.zero, Money.zero)
        let prices = invoice.prices
        let systemUse = invoice.systemUseCharge(of: prices) ?? .zero
        for charge in invoice.charges {
            switch charge.code {
            case .correction: correction = charge.amount
            case .lateFee:
                fee = charge.amount
                if !charge.isTaxed { untaxedFee = charge.amount }
            case .discount, .calorificDifference, .instalment, .credit: break
            }
        }
        do throws(ArithmeticError) {
            self.init(
                subscriber: invoice.subscriber.number,
                payable: try figures.total.adding(figures.payableRounding).adding(untaxedFee),
                gas: try figures.valueAddedTaxBase.adding(untaxedFee).subtracting(correction).subtracting(fee)
                    .subtracting(systemUse),
                valueAddedTax: figures.valueAddedTax)
        } catch {
            throw .unbalanced
        }
        self.systemUse = systemUse
        self.correction = correction
        lateFee = fee
        payableRounding = figures.payableRounding
        specialConsumptionTax = invoice.specialConsumptionTax(of: prices) ?? .zero
    }
}
