internal import Accounts
internal import Billing
internal import Quantities
internal import Storage
internal import Wording

/// Somebody who writes to us, with the subscriptions that they are known for.
struct SenderMeters: Sendable {
    let sender: Int64
    let lastMessageAt: Moment
    let noticeVersion: String?
    let subscriptions: [Subscription]

    /// The language to answer in: the subscriber's, or Turkish for whom nobody knows.
    var language: Language { Language(rawValue: subscriptions.first?.language ?? "") ?? .turkish }

    /// When the 24 hours end in which we may answer freely.
    var windowEnds: Moment { lastMessageAt + .seconds(86_400) }

    /// The meters as the decision looks at them.
    var meters: [KnownMeter] { subscriptions.map(KnownMeter.init) }

    func subscription(_ number: SubscriberNumber) -> Subscription? {
        subscriptions.first { $0.subscriber.number == number }
    }
}

extension KnownMeter {
    init(_ subscription: Subscription) {
        self.init(
            subscriber: subscription.subscriber.number, serial: subscription.meter.serial?.text,
            wheels: subscription.meter.wheels, isPrepaid: subscription.subscriber.paymentScheme == .prepaid)
    }
}

extension Subscription {
    /// The language that the subscriber is written to in.
    var wording: Language { Language(rawValue: language) ?? .turkish }
}

extension Statements {
    /// A sender with their subscriptions; nil for a row that is not there.
    func sender(_ id: Int64) throws -> SenderMeters? {
        let row = try row("SELECT * FROM sender WHERE id = ?", id)
        guard let row else { return nil }
        return SenderMeters(
            sender: id, lastMessageAt: try row.moment("last_message_at"),
            noticeVersion: try row.optionalText("notice_version"),
            subscriptions: try subscriptions(
                businessScopedID: try row.optionalText("business_scoped_id"), phone: try row.optionalText("phone")))
    }
}
