public import Quantities

extension LedgerTransaction {
    /// A subscriber paid a deposit, or a part of it [güvence bedeli]. [107]
    ///
    /// Throws `notPositive` for no amount.
    public static func depositTaken(
        from subscriber: SubscriberNumber, _ amount: Money, at place: MoneyPlace, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        try LedgerTransaction(
            key, .depositTaken, day,
            [
                place.line(try amount.positive()),
                LedgerLine(.deposits, .subscriber(subscriber), try amount.negated()),
            ])
    }

    /// A deposit grew by interest, or by the index, which may also have fallen.
    ///
    /// Throws `tooFewLines` where nothing came to it.
    public static func depositInterest(
        of subscriber: SubscriberNumber, _ deposit: GrownDeposit, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        try LedgerTransaction(
            key, .depositInterest, day,
            [
                LedgerLine(.depositInterestCost, .company, deposit.growth),
                LedgerLine(.depositInterest, .subscriber(subscriber), try deposit.growth.negated()),
            ])
    }

    /// The account of a subscriber who leaves was settled: deposit, interest and credit pay late fees, then open invoices,
    /// then the instalments left, then the final invoice; what is left over is to be paid out, what is still owed falls due.
    ///
    /// The final invoice and the late fee must have been posted before. Throws `tooFewLines` where there was nothing to set
    /// off.
    public static func settlement(
        of subscriber: SubscriberNumber, _ settlement: FinalSettlement, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let items = settlement.items
        let owner = LedgerHolder.subscriber(subscriber)
        let debts = [items.lateFee, items.openInvoices, items.instalmentsLeft, items.finalInvoice]
        let holdings: [(account: LedgerAccount, amount: Money)] = [
            (.customerCredit, items.credit), (.depositInterest, items.depositInterest), (.deposits, items.deposit),
        ]
        // Sums of amounts whose balance fits; each of them alone may not.
        let owed = debts.reduce(Int128(0)) { $0 + Int128($1.kurus) }
        let held = holdings.reduce(Int128(0)) { $0 + Int128($1.amount.kurus) }
        var used = min(owed, held)
        let refund = held - used
        var lines: [LedgerLine] = []
        for (account, amount) in holdings { lines.append(LedgerLine(account, owner, amount)) }
        for (place, debt) in debts.enumerated() {
            let paid = Money(kurus: Int64(min(used, Int128(debt.kurus))))
            used -= Int128(paid.kurus)
            guard place == 2 else {
                lines.append(LedgerLine(place == 0 ? .lateFees : .receivables, owner, try paid.negated()))
                continue
            }
            // All instalments fall due: what is not paid moves to what is owed now.
            lines.append(LedgerLine(.instalments, owner, try debt.negated()))
            lines.append(LedgerLine(.receivables, owner, Money(kurus: debt.kurus - paid.kurus)))
        }
        guard let kurus = Int64(exactly: refund) else { throw .overflow }
        lines.append(LedgerLine(.refundsPayable, owner, try Money(kurus: kurus).negated()))
        return try LedgerTransaction(key, .settlement, day, lines)
    }

    /// What a subscriber did not claim for five years went to the Treasury [Hazine].
    ///
    /// Throws `notPositive` for no amount.
    public static func escheat(
        of subscriber: SubscriberNumber, _ amount: Money, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        try LedgerTransaction(
            key, .escheat, day,
            [
                LedgerLine(.refundsPayable, .subscriber(subscriber), try amount.positive()),
                LedgerLine(.treasury, .company, try amount.negated()),
            ])
    }
}
