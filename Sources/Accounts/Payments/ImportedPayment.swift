package import Billing
package import Quantities
package import Storage

/// A line of a file of payments, once it was understood.
package struct ImportedPayment: Sendable {
    /// Where it stands, for what is wrong with it.
    package let line: Int
    /// The bank's own number of the transfer, or that of the desk's receipt.
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
    var key: LedgerKey {
        switch place {
        case .bankAccount: LedgerKey(.bank, reference)
        case .cashDesk: LedgerKey(.receipt, reference)
        }
    }
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
    /// The reference was posted with another amount: a person asks the bank.
    case otherAmount(Money)
}

/// A payment on the suspense account.
package struct SuspendedPayment: Hashable, Sendable {
    package let reference: String
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
        var payments: [SuspendedPayment] = []
        for row in try rows("SELECT * FROM suspended_payment WHERE cleared IS NULL ORDER BY day, entry") {
            payments.append(try SuspendedPayment(row))
        }
        return payments
    }
}

extension SuspendedPayment {
    init(_ row: Row) throws(StoreError) {
        reference = try row.text("reference")
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
