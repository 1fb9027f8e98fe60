public import Quantities

/// The amounts of a sale of gas on a card, as the ledger parts them. [16-18, 139]
public struct PrepaidSalePosting: Hashable, Sendable {
    /// Whose card it is.
    public let subscriber: SubscriberNumber
    /// What the customer gave; change given back is left out.
    public let paid: Money
    /// What of their credit was added to it.
    public var creditUsed = Money.zero
    /// What of it went to a TL-correction debt and to a minus-gas debt.
    public var debtsPaid = Money.zero
    /// What of it went to parts of an instalment plan.
    public var instalmentsPaid = Money.zero
    /// The gas sold before KDV, system use left out where it is passed through.
    public var gas: Money
    /// The system use before KDV, where it is passed through.
    public var systemUse = Money.zero
    /// The KDV on both.
    public var valueAddedTax: Money

    /// A sale without debts.
    public init(subscriber: SubscriberNumber, paid: Money, gas: Money, valueAddedTax: Money) {
        self.subscriber = subscriber
        self.paid = paid
        self.gas = gas
        self.valueAddedTax = valueAddedTax
    }

    /// The amounts of a purchase: what was kept of the payment and what of the credit was used, against debts, gas and KDV.
    ///
    /// Throws `overflow` where a sum does not fit.
    public init(of purchase: PrepaidPurchase, by subscriber: SubscriberNumber) throws(LedgerError) {
        let debts = try purchase.toCorrectionDebt.plus(purchase.toEksiGasDebt)
        self.init(
            subscriber: subscriber, paid: try purchase.cashForGas.plus(debts), gas: purchase.sale.netTaken,
            valueAddedTax: purchase.sale.valueAddedTax)
        creditUsed = purchase.creditUsed
        debtsPaid = debts
    }
}

extension LedgerTransaction {
    /// What a period's TL correction comes to was charged or credited on its own (point 9). [117, 133]
    ///
    /// Throws `tooFewLines` where nothing is due.
    public static func correction(
        of subscriber: SubscriberNumber, _ correction: PeriodCorrection, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        try .correction(
            of: subscriber, net: correction.applied, valueAddedTax: correction.valueAddedTax, key: key, on: day)
    }

    /// Gas was sold on a card at `place`, and a part of the money went to debts.
    ///
    /// Throws `notPositive` for a negative amount and `unbalanced` where the parts are not what was paid.
    public static func prepaidSale(
        _ sale: PrepaidSalePosting, at place: MoneyPlace, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let owner = LedgerHolder.subscriber(sale.subscriber)
        return try LedgerTransaction(
            key, .prepaidSale, day,
            [
                place.line(try sale.paid.zeroOrMore()),
                LedgerLine(.customerCredit, owner, try sale.creditUsed.zeroOrMore()),
                LedgerLine(.receivables, owner, try sale.debtsPaid.zeroOrMore().negated()),
                LedgerLine(.instalments, owner, try sale.instalmentsPaid.zeroOrMore().negated()),
                LedgerLine(.sales, .company, try sale.gas.zeroOrMore().negated()),
                LedgerLine(.systemUsePassThrough, .company, try sale.systemUse.zeroOrMore().negated()),
                LedgerLine(.valueAddedTax, .company, try sale.valueAddedTax.zeroOrMore().negated()),
            ])
    }
}
