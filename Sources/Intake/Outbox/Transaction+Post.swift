package import Storage
internal import Wording

extension Transaction {
    /// Puts a message into the outbox, to be sent to `sender`, with its job.
    ///
    /// A second message of the same purpose for the same photo has no effect: one answer a photo, one verdict, and one
    /// notice a sender and version.
    package func post(
        _ message: OutgoingMessage, to sender: Int64, purpose: OutgoingPurpose, photo: Int64?, quotes: String?,
        at now: Moment
    ) throws(StoreError) {
        let made = try run(
            """
            INSERT INTO outbox (sender, photo, quotes, purpose, notice_version, content, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            sender, photo, quotes, purpose.rawValue, purpose == .notice ? ChannelAnswers.privacyNoticeVersion : nil,
            try message.stored, now)
        guard made > 0 else { return }
        try enqueue(.send, subject: lastInsertedKey, sender: sender, at: now)
    }
}
