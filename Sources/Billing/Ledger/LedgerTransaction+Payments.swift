public import Quantities

extension LedgerTransaction {
    /// An invoice was issued on `day`.
    ///
    /// Throws `unbalanced` where its amounts contradict one another.
    public static func invoice(
        _ posting: InvoicePosting, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        LedgerTransaction(key: key, event: .invoice, day: day, entry: try LedgerEntry(posting))
    }

    /// A subscriber's payment came in at `place` and went where `allocation` says; what is left over is credit.
    ///
    /// Throws `notPositive` where nothing was paid.
    public static func payment(
        of subscriber: SubscriberNumber, _ allocation: PaymentAllocation, at place: MoneyPlace, key: LedgerKey,
        on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let lines = [place.line(try allocation.payment.positive())] + (try allocated(allocation, of: subscriber))
        return try LedgerTransaction(key, .payment, day, lines)
    }

    /// What a subscriber had in hand was set off against open invoices; what is left over stays there.
    ///
    /// Throws `tooFewLines` where nothing was owed.
    public static func allocation(
        of subscriber: SubscriberNumber, _ allocation: PaymentAllocation, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let used = try allocation.principals.plus(allocation.lateFees)
        let owner = LedgerHolder.subscriber(subscriber)
        return try LedgerTransaction(
            key, .allocation, day,
            [
                LedgerLine(.customerCredit, owner, used),
                LedgerLine(.lateFees, owner, try allocation.feesAlone.negated()),
                LedgerLine(.receivables, owner, try allocation.receivables.negated()),
            ])
    }

    /// A subscriber paid an invoice again: the money is to be paid out, or kept as credit, as they are asked. [38]
    ///
    /// Throws `notPositive` where nothing was paid.
    public static func duplicatePayment(
        of subscriber: SubscriberNumber, _ amount: Money, keptAsCredit: Bool, at place: MoneyPlace, key: LedgerKey,
        on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let account: LedgerAccount = keptAsCredit ? .customerCredit : .refundsPayable
        return try LedgerTransaction(
            key, .duplicatePayment, day,
            [
                place.line(try amount.positive()),
                LedgerLine(account, .subscriber(subscriber), try amount.negated()),
            ])
    }

    /// A part of what a subscriber has in hand is to be paid out.
    ///
    /// Throws `notPositive` for no amount.
    public static func refundOrdered(
        to subscriber: SubscriberNumber, _ amount: Money, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let owner = LedgerHolder.subscriber(subscriber)
        return try LedgerTransaction(
            key, .refundOrdered, day,
            [
                LedgerLine(.customerCredit, owner, try amount.positive()),
                LedgerLine(.refundsPayable, owner, try amount.negated()),
            ])
    }

    /// What was to be paid out to a subscriber was paid at `place` [kasa ödeme emri].
    ///
    /// Throws `notPositive` for no amount.
    public static func refundPaid(
        to subscriber: SubscriberNumber, _ amount: Money, at place: MoneyPlace, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        try LedgerTransaction(
            key, .refundPaid, day,
            [
                LedgerLine(.refundsPayable, .subscriber(subscriber), try amount.positive()),
                place.line(try amount.negated()),
            ])
    }

    /// A transfer came in that nobody could be found for. [109]
    ///
    /// Throws `notPositive` for no amount.
    public static func suspended(
        _ amount: Money, at place: MoneyPlace, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        try LedgerTransaction(
            key, .suspended, day,
            [place.line(try amount.positive()), LedgerLine(.suspense, .company, try amount.negated())])
    }

    /// A transfer on the suspense account turned out to be a subscriber's, and went where `allocation` says.
    ///
    /// Throws `notPositive` for no amount.
    public static func suspenseCleared(
        to subscriber: SubscriberNumber, _ allocation: PaymentAllocation, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        let lines =
            [LedgerLine(.suspense, .company, try allocation.payment.positive())]
            + (try allocated(allocation, of: subscriber))
        return try LedgerTransaction(key, .suspenseCleared, day, lines)
    }

    /// A transfer on the suspense account went back to whoever sent it.
    ///
    /// Throws `notPositive` for no amount.
    public static func suspenseReturned(
        _ amount: Money, from place: MoneyPlace, key: LedgerKey, on day: CivilDate
    ) throws(LedgerError) -> LedgerTransaction {
        try LedgerTransaction(
            key, .suspenseCleared, day,
            [LedgerLine(.suspense, .company, try amount.positive()), place.line(try amount.negated())])
    }

    /// The credits of a payment: late fees, invoices, and the surplus to the subscriber's credit.
    private static func allocated(
        _ allocation: PaymentAllocation, of subscriber: SubscriberNumber
    ) throws(LedgerError) -> [LedgerLine] {
        let owner = LedgerHolder.subscriber(subscriber)
        return [
            LedgerLine(.lateFees, owner, try allocation.feesAlone.negated()),
            LedgerLine(.receivables, owner, try allocation.receivables.negated()),
            LedgerLine(.customerCredit, owner, try allocation.surplus.negated()),
        ]
    }
}
