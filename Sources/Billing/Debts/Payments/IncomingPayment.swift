public import Quantities

/// What a payment that comes in is, by what came in before: a reference posts once at the place that gave it. [38]
public enum IncomingPayment: Hashable, Sendable {
    /// What is known of a payment that was posted.
    public struct Posted: Hashable, Sendable {
        /// The bank's own number of it, or that of the desk's receipt.
        public let reference: String
        /// How much it was.
        public let amount: Money
        /// The day on which it came in.
        public let day: CivilDate
        /// Whose it was; `nil` while nobody knows.
        public let subscriber: SubscriberNumber?

        /// A payment that was posted under `reference`.
        public init(reference: String, amount: Money, day: CivilDate, subscriber: SubscriberNumber?) {
            self.reference = reference
            self.amount = amount
            self.day = day
            self.subscriber = subscriber
        }
    }

    /// A payment of something still owed: it is posted and allocated.
    case payment
    /// The same payment again: nothing is done.
    case alreadyPosted
    /// Another payment of an invoice that is paid [mükerrer ödeme]: refunded or kept as credit, the customer is asked.
    case duplicate
    /// The reference came with another amount, of another day or for another subscriber before: a person asks the bank, or
    /// the desk.
    case contradiction(before: Posted)

    /// What a payment is, where `posted` was posted under its reference at its place, if anything was, and `owed` is what its
    /// invoice still has open.
    ///
    /// `subscriber` is whose it is, where that is known; a payment of nobody's contradicts no subscriber.
    public init(
        amount: Money, on day: CivilDate, of subscriber: SubscriberNumber?, postedBefore posted: Posted?, owed: Money
    ) {
        guard let posted else {
            self = owed > .zero ? .payment : .duplicate
            return
        }
        let isSameOwner = subscriber == nil || posted.subscriber == nil || subscriber == posted.subscriber
        self =
            posted.amount == amount && posted.day == day && isSameOwner
            ? .alreadyPosted : .contradiction(before: posted)
    }
}
