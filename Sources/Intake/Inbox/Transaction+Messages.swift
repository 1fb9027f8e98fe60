internal import Storage

extension Transaction {
    /// Writes a message down and does what follows from it; one that came before has no effect.
    func take(_ message: IncomingMessage, from origin: InboxOrigin, at now: Moment) throws {
        let known = try row("SELECT 1 FROM message WHERE external_id = ?", message.externalID)
        // What the channel itself notes of a number is nobody's message, and opens no 24 hours.
        guard known == nil, message.kind != "system" else { return }
        // A time that lies ahead of us would hold the 24 hours open for longer than the channel does.
        let sentAt = min(message.sentAt ?? origin.receivedAt, origin.receivedAt)
        let sender = try sender(message.identity, at: sentAt)
        try run(
            """
            INSERT INTO message (external_id, sender, kind, sent_at, received_at, inbox) VALUES (?, ?, ?, ?, ?, ?)
            """, message.externalID, sender, String(message.kind.prefix(40)), sentAt, origin.receivedAt,
            origin.inbox)
        switch message.content {
        case .photo(let media, let isDocument):
            try run(
                """
                INSERT INTO photo (message, sender, media_id, media_sha256, is_document, received_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, lastInsertedKey, sender, media.id, media.sha256, isDocument, origin.receivedAt)
            try enqueue(.fetch, subject: lastInsertedKey, sender: sender, at: now)
        case .words(let words):
            if PersonWish.isIn(words) {
                try personRequested(by: sender, at: now, settings: origin.settings)
            } else {
                try answerKind(.words, message, sentAt, to: sender, at: now)
            }
        case .document: try answerKind(.document, message, sentAt, to: sender, at: now)
        case .other: try answerKind(.other, message, sentAt, to: sender, at: now)
        case .silent: break
        }
    }
}
