public import Quantities

extension LedgerTransaction {
    /// A debt became an instalment plan: it is owed still, and need not be paid yet. [17, 26]
    ///
    /// Throws nothing that a plan's amount, above zero, could cause.
    public static func instalmentPlan(
        of subscriber: SubscriberNumber, _ plan: InstalmentPlan, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let owner = LedgerHolder.subscriber(subscriber)
        return try LedgerTransaction(
            key, .instalmentPlan, day,
            [
                LedgerLine(.instalments, owner, plan.amount),
                LedgerLine(.receivables, owner, try plan.amount.negated()),
            ])
    }

    /// A part of a plan fell due, or, where a part was missed, all that is left of it.
    ///
    /// Throws `notPositive` for no amount.
    public static func instalmentDue(
        of subscriber: SubscriberNumber, _ amount: Money, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let owner = LedgerHolder.subscriber(subscriber)
        return try LedgerTransaction(
            key, .instalmentDue, day,
            [
                LedgerLine(.receivables, owner, try amount.positive()),
                LedgerLine(.instalments, owner, try amount.negated()),
            ])
    }

    /// A late fee, or interest, was charged with its KDV. [25]
    ///
    /// Throws `tooFewLines` where there was none.
    public static func lateFee(
        of subscriber: SubscriberNumber, _ fee: LateFee, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        try LedgerTransaction(
            key, .lateFee, day,
            [
                LedgerLine(.lateFees, .subscriber(subscriber), fee.total),
                LedgerLine(.lateFeeIncome, .company, try fee.fee.negated()),
                LedgerLine(.valueAddedTax, .company, try fee.valueAddedTax.negated()),
            ])
    }

    /// The late fee on an over-estimate was taken back, KDV with it. [150]
    ///
    /// Of the fee `open` is still owed: that much is owed no more, the rest was paid and is the customer's credit. Throws
    /// `exceeds` where more is open than is cancelled, `notPositive` for a negative one and `tooFewLines` for nothing.
    public static func lateFeeCancelled(
        of subscriber: SubscriberNumber, _ cancellation: LateFeeCancellation, open: Money, key: LedgerKey,
        on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        guard try open.zeroOrMore() <= cancellation.total else { throw .exceeds(.lateFees) }
        let owner = LedgerHolder.subscriber(subscriber)
        return try LedgerTransaction(
            key, .lateFeeCancelled, day,
            [
                LedgerLine(.lateFeeIncome, .company, cancellation.fee),
                LedgerLine(.valueAddedTax, .company, cancellation.valueAddedTax),
                LedgerLine(.lateFees, owner, try open.negated()),
                LedgerLine(.customerCredit, owner, Money(kurus: open.kurus - cancellation.total.kurus)),
            ])
    }

    /// A TL correction was charged (above zero) or credited (below) on its own, not as a line of an invoice. [114-117, 133]
    ///
    /// Charged it is owed, credited it is the customer's; either way the supplier's account takes the net amount, and income
    /// and cost none. Throws `tooFewLines` for nothing, `unbalanced` where net and KDV differ in sign.
    public static func correction(
        of subscriber: SubscriberNumber, net: Money, valueAddedTax: Money, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let gross = try net.plus(valueAddedTax)
        let isOneSign = (net >= .zero && valueAddedTax >= .zero) || (net <= .zero && valueAddedTax <= .zero)
        guard isOneSign else { throw .unbalanced }
        let account: LedgerAccount = gross > .zero ? .receivables : .customerCredit
        return try LedgerTransaction(
            key, .correction, day,
            [
                LedgerLine(account, .subscriber(subscriber), gross),
                LedgerLine(.correctionPassThrough, .company, try net.negated()),
                LedgerLine(.valueAddedTax, .company, try valueAddedTax.negated()),
            ])
    }

    /// What was passed through went to the supplier (above zero) or came from it (below), at `place`.
    ///
    /// Throws `tooFewLines` for nothing.
    public static func passThroughSettled(
        _ amount: Money, at place: MoneyPlace, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        try LedgerTransaction(
            key, .passThroughSettled, day,
            [LedgerLine(.correctionPassThrough, .company, amount), place.line(try amount.negated())])
    }

    /// The exact negative of a transaction, under a key that makes a second reversal impossible [ters kayıt]. [43]
    ///
    /// Throws `alreadyReversed` for a reversal: post what it took away anew instead.
    public func reversed(on day: CivilDate) throws(LedgerError) -> LedgerTransaction {
        guard event != .reversal else { throw .alreadyReversed }
        return LedgerTransaction(key: key.reversal, event: .reversal, day: day, entry: try entry.reversed())
    }
}
