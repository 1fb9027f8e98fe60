package import Storage

/// A message of the outbox, and whom it goes to.
struct OutboxRow: Sendable {
    let id: Int64
    let sender: Int64
    let identity: SenderIdentity
    let lastMessageAt: Moment
    let purpose: OutgoingPurpose
    let message: OutgoingMessage
    let quotes: String?
    let subscriber: String?
    let state: OutboxState
    let mediaID: String?
    let uploadedAt: Moment?
    let uploads: Int64
    let sendingSince: Moment?
    let asTemplate: Bool
    let toPhone: Bool

    /// What comes back with its statuses.
    var callback: CallbackData { CallbackData(outbox: id, purpose: purpose) }
}

extension Statements {
    /// The message of a send job; nil where there is none.
    func outboxRow(_ id: Int64) throws(StoreError) -> OutboxRow? {
        let row = try row(
            """
            SELECT outbox.*, sender.business_scoped_id, sender.phone, sender.last_message_at, photo.subscriber
            FROM outbox JOIN sender ON sender.id = outbox.sender LEFT JOIN photo ON photo.id = outbox.photo
            WHERE outbox.id = ?
            """, id)
        guard let row else { return nil }
        let identity = SenderIdentity(
            businessScopedID: try row.optionalText("business_scoped_id"), phone: try row.optionalText("phone"))
        guard let identity, let purpose = OutgoingPurpose(rawValue: try row.text("purpose")),
            let state = OutboxState(rawValue: try row.text("state"))
        else { throw .column("purpose") }
        return OutboxRow(
            id: id, sender: try row.integer("sender"), identity: identity,
            lastMessageAt: try row.moment("last_message_at"), purpose: purpose,
            message: try OutgoingMessage(stored: try row.text("content")), quotes: try row.optionalText("quotes"),
            subscriber: try row.optionalText("subscriber"), state: state,
            mediaID: try row.optionalText("media_id"), uploadedAt: try row.optionalMoment("uploaded_at"),
            uploads: try row.integer("uploads"), sendingSince: try row.optionalMoment("sending_since"),
            asTemplate: try row.flag("as_template"), toPhone: try row.flag("to_phone"))
    }

    /// How many messages the Graph API took, notices too.
    package func messagesTaken() throws(StoreError) -> Int {
        Int(try row("SELECT count(*) AS number FROM outbox WHERE taken_at IS NOT NULL")?.integer("number") ?? 0)
    }
}
