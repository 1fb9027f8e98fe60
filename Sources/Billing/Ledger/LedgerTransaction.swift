public import Quantities

/// A business event in the ledger: one entry under a key that posts once.
public struct LedgerTransaction: Hashable, Sendable {
    /// What happened.
    public enum Event: String, Hashable, Sendable, CaseIterable {
        /// An invoice was issued.
        case invoice
        /// A customer paid.
        case payment
        /// A customer's credit was set off against what is owed.
        case allocation
        /// What was paid for an invoice that was taken back became the customer's credit.
        case surplusCredited
        /// An invoice was paid a second time.
        case duplicatePayment
        /// A refund was ordered.
        case refundOrdered
        /// A refund was paid out.
        case refundPaid
        /// A deposit was taken.
        case depositTaken
        /// A deposit grew.
        case depositInterest
        /// The account of a subscriber who leaves was settled; the deposit is given back by it.
        case settlement
        /// An instalment plan was made.
        case instalmentPlan
        /// A part of a plan, or what is left of it, fell due.
        case instalmentDue
        /// A late fee was charged.
        case lateFee
        /// A late fee, or a part of one, was taken back; one that was paid became the customer's credit.
        case lateFeeCancelled
        /// A TL correction was charged or credited.
        case correction
        /// The supplier was paid, or paid, what was passed through.
        case passThroughSettled
        /// Gas was sold on a card.
        case prepaidSale
        /// Money came in that nobody could be found for.
        case suspended
        /// Money on the suspense account was given to whom it belongs.
        case suspenseCleared
        /// What nobody claimed went to the Treasury.
        case escheat
        /// A transaction was reversed.
        case reversal
    }

    /// The key.
    public let key: LedgerKey
    /// What happened.
    public let event: Event
    /// The day on which it happened.
    public let day: CivilDate
    /// The entry.
    public let entry: LedgerEntry

    /// A transaction.
    public init(key: LedgerKey, event: Event, day: CivilDate, entry: LedgerEntry) {
        self.key = key
        self.event = event
        self.day = day
        self.entry = entry
    }

    /// A transaction of those of the lines that move something.
    init(_ key: LedgerKey, _ event: Event, _ day: CivilDate, _ lines: [LedgerLine]) throws(LedgerError) {
        self.init(
            key: key, event: event, day: day, entry: try LedgerEntry(lines.filter { $0.amount != .zero }))
    }
}

/// The key under which an event posts once, however often it is told: where it came from, and its number there.
public struct LedgerKey: Hashable, Sendable, CustomStringConvertible {
    /// Where an event comes from.
    public enum Source: String, Hashable, Sendable, CaseIterable {
        /// The invoice of that number.
        case invoice
        /// The bank's reference of a transfer, behind the account (`MoneyPlace.key(of:)`).
        case bank
        /// The number of a receipt, behind the cash desk.
        case receipt
        /// The number of a contract.
        case contract
        /// The number of a plan.
        case plan
        /// The number of an order to pay out.
        case refundOrder
        /// The number of a closing.
        case closing
        /// The number of a card sale.
        case cardSale
        /// The number of a matched TL correction.
        case correction
        /// The number of a decision that a person took.
        case decision
        /// An event that others reported, by what it is about: two reports of it have one key.
        case report
        /// An order to load gas, by its reason and evidence.
        case loadOrder
        /// The key of the transaction that is reversed.
        case reversal
    }

    /// Where it comes from.
    public let source: Source
    /// Its number there.
    public let reference: String

    /// The key of an event.
    public init(_ source: Source, _ reference: String) {
        self.source = source
        self.reference = reference
    }

    /// The key of the reversal of the transaction under this one.
    public var reversal: LedgerKey { LedgerKey(.reversal, "\(source.rawValue)/\(reference)") }

    /// The source, and the last two characters of the reference: it may hold a person's number.
    public var description: String { "\(source.rawValue) …\(reference.suffix(reference.count > 4 ? 2 : 0))" }
}
