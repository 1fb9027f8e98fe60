internal import Accounts
package import Storage
internal import Wording

extension Transaction {
    /// A sender asks for a person, or objects: a photo of theirs goes to one, with what was read [KVKK 11/g].
    ///
    /// It is the photo that `quoted`, the channel's id of a message, is or answers; where that is none, their last one.
    /// What was accepted or refused by a machine then waits in the review queue; what is still on its way will.
    /// The answer quotes the message that asked.
    package func personRequested(
        by sender: Int64, about quoted: String? = nil, quotes: String? = nil, at now: Moment, settings: IntakeSettings
    ) throws {
        guard let known = try self.sender(sender) else { return }
        guard !known.subscriptions.isEmpty else {
            let words = ChannelAnswers.personUnlinked.text(in: known.language)
            try sayOnce(.text(words), to: sender, quotes: quotes, at: now)
            return
        }
        let last = try quoted.flatMap { try photo(named: $0, of: sender) } ?? lastPhoto(of: sender)
        guard let id = last, let photo = try photo(id) else {
            let words = ChannelAnswers.personWithoutPhoto.text(in: known.language)
            try sayOnce(.text(words), to: sender, quotes: quotes, at: now)
            return
        }
        if !photo.asksPerson {
            try run("UPDATE photo SET asks_person = 1 WHERE id = ?", id)
            try audit(
                AuditEntry(actor: .system, action: "photo.person-asked", kind: "photo", subject: "\(id)"), at: now)
        }
        let others = photo.reasons.filter { $0 != PhotoReason.objection.rawValue }
        let reasons = [PhotoReason.objection.rawValue] + others
        if photo.outcome == "review" {
            // It waits already; the clerk should know that the customer asked.
            try run("UPDATE photo SET reasons = ? WHERE id = ?", PhotoRow.json(reasons), id)
        } else if photo.outcome != nil {
            try decide(id, outcome: "review", reasons: reasons, at: now)
            // A prepaid subscriber's photo was not read; a clerk needs its cleaned copy, which only a worker makes.
            if photo.reading == nil, photo.original != nil {
                try beginReading(photo, known, at: now, settings: settings)
            }
        }
        try sayOnce(
            .text(ChannelAnswers.personLooks.text(in: known.language)), to: sender, quotes: quotes, at: now)
    }

    /// A photo that somebody can look at: of a known sender, not one too many, not a repeat of another, and received.
    private static let isLookedAt = """
        repeats IS NULL AND reasons NOT IN ('["unknown-sender"]', '["over-limit"]')
            AND reasons NOT LIKE '["not-received"%'
        """

    private func lastPhoto(of sender: Int64) throws -> Int64? {
        try row(
            """
            SELECT id FROM photo WHERE sender = ? AND \(Self.isLookedAt) ORDER BY received_at DESC, id DESC LIMIT 1
            """, sender)?.integer("id")
    }

    /// The photo of a sender that came with a message, or that a message of ours is about.
    func photo(named externalID: String, of sender: Int64) throws -> Int64? {
        let ours = try row(
            "SELECT photo, quotes FROM outbox WHERE external_id = ? AND sender = ?", externalID, sender)
        // A second verdict belongs to no photo by the table, and quotes its message all the same.
        let named =
            if let photo = try ours?.optionalInteger("photo") {
                try row("SELECT id, repeats FROM photo WHERE id = ?", photo)
            } else {
                try row(
                    """
                    SELECT photo.id, photo.repeats FROM photo JOIN message ON message.id = photo.message
                    WHERE message.external_id = ? AND photo.sender = ?
                    """, try ours?.optionalText("quotes") ?? externalID, sender)
            }
        // Of the same bytes it is the first that was read.
        guard let named, let first = try named.optionalInteger("repeats") ?? named.optionalInteger("id") else {
            return nil
        }
        return try row("SELECT id FROM photo WHERE id = ? AND \(Self.isLookedAt)", first)?.integer("id")
    }

    /// Says something that belongs to no photo, unless the very same was said within the hour.
    private func sayOnce(
        _ message: OutgoingMessage, to sender: Int64, quotes: String?, at now: Moment
    ) throws {
        let said = try row(
            """
            SELECT 1 AS found FROM outbox
            WHERE sender = ? AND photo IS NULL AND purpose = 'answer' AND created_at > ? AND content = ?
            """, sender, now - .seconds(3600), try message.stored)
        guard said == nil else { return }
        try post(message, to: sender, purpose: .answer, photo: nil, quotes: quotes, at: now)
    }
}
