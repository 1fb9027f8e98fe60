internal import Storage

extension Transaction {
    /// Writes a message down and does what follows from it; one that came before has no effect.
    func take(_ message: IncomingMessage, of inbox: Int64, at now: Moment, settings: IntakeSettings) throws {
        let known = try row("SELECT 1 FROM message WHERE external_id = ?", message.externalID)
        guard known == nil else { return }
        // A time that lies ahead of us would hold the 24 hours open for longer than the channel does.
        let sentAt = min(message.sentAt ?? now, now)
        let sender = try sender(message.identity, at: sentAt)
        try run(
            """
            INSERT INTO message (external_id, sender, kind, sent_at, received_at, inbox) VALUES (?, ?, ?, ?, ?, ?)
            """, message.externalID, sender, String(message.kind.prefix(40)), sentAt, now, inbox)
        switch message.content {
        case .photo(let media, let isDocument):
            try run(
                """
                INSERT INTO photo (message, sender, media_id, media_sha256, is_document, received_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, lastInsertedKey, sender, media.id, media.sha256, isDocument, now)
            try enqueue(.fetch, subject: lastInsertedKey, sender: sender, at: now)
        case .words(let words):
            if PersonWish.isIn(words) {
                try personRequested(by: sender, at: now, settings: settings)
            } else {
                try answerKind(.words, to: sender, quotes: message.externalID, at: now)
            }
        case .document: try answerKind(.document, to: sender, quotes: message.externalID, at: now)
        case .other: try answerKind(.other, to: sender, quotes: message.externalID, at: now)
        case .silent: break
        }
    }
}
