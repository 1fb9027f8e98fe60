internal import Accounts
internal import Storage
internal import Wording

/// A message that is no photo, by what is said to it.
enum OtherKind: Hashable, Sendable {
    case words, document, other
}

extension Transaction {
    /// So many answers an hour to somebody who sends no photos; more would only be noise for both sides.
    private static var mostKindAnswers: Int64 { 10 }

    /// Says kindly what we can read; to a stranger how to link their number.
    ///
    /// A message that reaches us after its 24 hours has no such answer: no template says it.
    func answerKind(
        _ kind: OtherKind, _ message: IncomingMessage, _ sentAt: Moment, to sender: Int64, at now: Moment
    ) throws(StoreError) {
        guard now.since(sentAt) < .seconds(24 * 3600) else { return }
        let answered = try row(
            """
            SELECT count(*) AS number FROM outbox
            WHERE sender = ? AND created_at > ? AND photo IS NULL AND purpose = 'answer'
            """, sender, now - .seconds(3600))
        guard try answered?.integer("number") ?? 0 < Self.mostKindAnswers else { return }
        let language = try language(of: sender)
        let phrase =
            switch kind {
            case _ where language == nil: ChannelAnswers.howToLink
            case .words: ChannelAnswers.sendPhoto
            case .document: ChannelAnswers.documentKind
            case .other: ChannelAnswers.otherKind
            }
        try post(
            .text(phrase.text(in: language ?? .turkish)), to: sender, purpose: .answer, photo: nil,
            quotes: message.externalID, at: now)
    }
}

extension Statements {
    /// The language of the sender's subscription; nil where no subscription names them.
    func language(of sender: Int64) throws(StoreError) -> Language? {
        let row = try row("SELECT business_scoped_id, phone FROM sender WHERE id = ?", sender)
        guard let row else { return nil }
        let subscription = try subscriptions(
            businessScopedID: try row.optionalText("business_scoped_id"), phone: try row.optionalText("phone")
        ).first
        return subscription.map { Language(rawValue: $0.language) ?? .turkish }
    }
}
