public import Quantities

extension LedgerTransaction {
    /// What was paid for a receivable that was taken back, or paid beyond what is owed, became the subscriber's credit. [38, 43]
    ///
    /// The reversal of a paid invoice leaves the account of the receivables below zero by `amount`; it is even after this.
    /// Throws `notPositive` for no amount.
    public static func surplusCredited(
        to subscriber: SubscriberNumber, _ amount: Money, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let owner = LedgerHolder.subscriber(subscriber)
        return try LedgerTransaction(
            key, .surplusCredited, day,
            [
                LedgerLine(.receivables, owner, try amount.positive()),
                LedgerLine(.customerCredit, owner, try amount.negated()),
            ])
    }

    /// A late fee that an invoice charged, with its KDV, became the subscriber's credit: the invoice that was paid late was
    /// itself taken back. [25, 43]
    ///
    /// Throws `notPositive` for no fee or a KDV below zero.
    public static func lateFeeCancelled(
        of subscriber: SubscriberNumber, fee: Money, valueAddedTax: Money, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let total = try fee.positive().plus(try valueAddedTax.zeroOrMore())
        return try LedgerTransaction(
            key, .lateFeeCancelled, day,
            [
                LedgerLine(.lateFeeIncome, .company, fee), LedgerLine(.valueAddedTax, .company, valueAddedTax),
                LedgerLine(.customerCredit, .subscriber(subscriber), try total.negated()),
            ])
    }
}
