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
}
