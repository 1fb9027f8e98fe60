public import Quantities

/// What a payment that comes in is, by what came in before: one bank reference posts once. [38]
public enum IncomingPayment: Hashable, Sendable {
    /// What is known of a payment that was posted.
    public struct Posted: Hashable, Sendable {
        /// The bank's own number of it.
        public let bankReference: String
        /// How much it was.
        public let amount: Money

        /// A payment that was posted under `bankReference`.
        public init(bankReference: String, amount: Money) {
            self.bankReference = bankReference
            self.amount = amount
        }
    }

    /// A payment of something still owed: it is posted and allocated.
    case payment
    /// The same payment again: nothing is done.
    case alreadyPosted
    /// Another payment of an invoice that is paid [mükerrer ödeme]: refunded or kept as credit, the customer is asked.
    case duplicate
    /// The bank's number came with another amount before: a person asks the bank.
    case contradiction(before: Money)

    /// What a payment with `bankReference` is, where `posted` was posted under that number, if anything was, and `owed` is
    /// what its invoice still has open.
    public init(amount: Money, postedBefore posted: Posted?, owed: Money) {
        if let posted {
            self = posted.amount == amount ? .alreadyPosted : .contradiction(before: posted.amount)
        } else {
            self = owed > .zero ? .payment : .duplicate
        }
    }
}
