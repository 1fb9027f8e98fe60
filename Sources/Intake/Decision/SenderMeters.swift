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
        let businessScopedID = try row.optionalText("business_scoped_id")
        var phone = try row.optionalText("phone")
        if let known = phone, let businessScopedID, try wasAnothers(known, before: id, businessScopedID) { phone = nil }
        return SenderMeters(
            sender: id, lastMessageAt: try row.moment("last_message_at"),
            noticeVersion: try row.optionalText("notice_version"),
            subscriptions: try subscriptions(businessScopedID: businessScopedID, phone: phone))
    }

    /// Whether somebody of another id wrote from that phone before.
    ///
    /// Numbers are given out again, and the new owner must not get the old one's invoices. Staff link them by the id.
    private func wasAnothers(_ phone: String, before sender: Int64, _ id: String) throws(StoreError) -> Bool {
        try row(
            "SELECT 1 FROM sender WHERE phone = ? AND id < ? AND business_scoped_id <> ? LIMIT 1", phone, sender, id)
            != nil
    }
}
