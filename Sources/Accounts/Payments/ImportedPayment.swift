package import Billing
package import Quantities
package import Storage

/// A line of a file of payments, once it was understood.
package struct ImportedPayment: Sendable {
    /// Where it stands, for what is wrong with it.
    package let line: Int
    /// The bank's own number of the transfer, or that of the desk's receipt; other banks and desks may have the same one.
    package let reference: String
    package let date: CivilDate
    package let amount: Money
    /// Where it came in.
    package let place: MoneyPlace
    /// Whose it is, where the file says so.
    package let subscriber: SubscriberNumber?
    /// What the sender wrote.
    package let text: String

    package init(
        line: Int, reference: String, date: CivilDate, amount: Money, place: MoneyPlace,
        subscriber: SubscriberNumber?, text: String
    ) {
        (self.line, self.reference, self.date, self.amount) = (line, reference, date, amount)
        (self.place, self.subscriber, self.text) = (place, subscriber, text)
    }

    /// The key under which it posts once.
    var key: LedgerKey { place.key(of: reference) }

    /// The key under which it stands in books of before the place was a part of it.
    var keyOfBefore: LedgerKey { LedgerKey(key.source, reference) }
}

/// Payments that went one way, and their sum.
package struct PaymentCount: Hashable, Sendable {
    package private(set) var number = 0
    package private(set) var sum = Money.zero

    package init() {}

    mutating func add(_ amount: Money) throws(ArithmeticError) {
        number += 1
        sum = try sum.adding(amount)
    }
}

/// What an import of payments changed.
package struct PaymentImportOutcome: Hashable, Sendable {
    /// Those that paid open invoices, and what of them went to invoices and was left as credit.
    package var paid = PaymentCount()
    package var toInvoices = Money.zero
    package var toCredit = Money.zero
    /// The late fees that arose before KDV: charges of the next invoices.
    package var lateFees = PaymentCount()
    /// Those of subscribers who owed nothing: credit, until they are asked.
    package var duplicates = PaymentCount()
    /// Those that nobody could be found for.
    package var suspended = PaymentCount()
    /// Those that were posted before.
    package var known = PaymentCount()
    /// What the texts of suspended ones suggest.
    package var suggestions: [SuspendedPayment] = []

    package init() {}
}

/// Why a file of payments was not taken over; nothing of it was.
package typealias PaymentImportRefusal = ImportRefusal<PaymentImportReason>

/// What is wrong with a line of such a file.
package enum PaymentImportReason: Hashable, Sendable {
    case future
    /// More than any payment is.
    case tooMuch(PaymentLimit)
    /// The reference was posted at that place with another amount: a person asks the bank, or the desk.
    case otherAmount(Money)
    /// The same, of another day.
    case otherDay(CivilDate)
    /// The same, for another subscriber.
    case otherSubscriber(SubscriberNumber)
}

/// Why a payment on the suspense account is not assigned: several of that reference wait, each at a place of its own.
package struct SeveralSuspended: Error, Hashable {
    package let payments: [SuspendedPayment]
}

/// A payment on the suspense account.
package struct SuspendedPayment: Hashable, Sendable {
    /// The key of its ledger entry, and what that is posted under.
    let entry: Int64
    let key: String
    package let reference: String
    /// Where it came in.
    package let place: MoneyPlace
    package let amount: Money
    package let date: CivilDate
    /// What the sender wrote.
    package let text: String
    package let result: TransferMatch.Result
    package let reason: TransferMatch.Reason
    /// Whose it may be; a person confirms.
    package let suggested: SubscriberNumber?
}

extension Statements {
    /// The payments that wait on the suspense account, the oldest first.
    package func suspendedPayments() throws(StoreError) -> [SuspendedPayment] {
        try SuspendedPayment.all(try rows("\(SuspendedPayment.query) ORDER BY p.day, p.entry"))
    }

    /// Those of a reference, at any place.
    func suspendedPayments(_ reference: String) throws(StoreError) -> [SuspendedPayment] {
        try SuspendedPayment.all(
            try rows("\(SuspendedPayment.query) AND p.reference = ? ORDER BY p.day, p.entry", reference))
    }
}

extension SuspendedPayment {
    fileprivate static let query = """
        SELECT p.*, e.reference AS key, l.holder_kind, l.holder FROM suspended_payment p
        JOIN ledger_entry e ON e.id = p.entry
        JOIN ledger_line l ON l.entry = p.entry AND l.holder_kind IN ('cashDesk', 'bankAccount')
        WHERE p.cleared IS NULL
        """

    fileprivate static func all(_ rows: [Row]) throws(StoreError) -> [SuspendedPayment] {
        var payments: [SuspendedPayment] = []
        for row in rows { payments.append(try SuspendedPayment(row)) }
        return payments
    }

    private init(_ row: Row) throws(StoreError) {
        (entry, key) = (try row.integer("entry"), try row.text("key"))
        reference = try row.text("reference")
        switch try HolderRecord(row).value() {
        case .cashDesk(let desk): place = .cashDesk(desk)
        case .bankAccount(let iban): place = .bankAccount(iban)
        case .company, .subscriber: throw .column("holder")
        }
        amount = Money(kurus: try row.integer("kurus"))
        date = try row.day("day")
        text = try row.text("text")
        result = try row.code("result")
        reason = try row.code("reason")
        suggested =
            try row.optionalText("suggested") == nil
            ? nil : row.value("suggested") { try SubscriberNumber($0) }
    }
}
