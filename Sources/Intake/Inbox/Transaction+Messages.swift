internal import Accounts
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
        let wantsPerson = message.caption.map { PersonWish.isIn($0) } ?? false
        switch message.content {
        case .photo(let media, let isDocument):
            try run(
                """
                INSERT INTO photo (message, sender, media_id, media_sha256, is_document, received_at, asks_person)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, lastInsertedKey, sender, media.id, media.sha256, isDocument, origin.receivedAt, wantsPerson)
            let photo = lastInsertedKey
            try enqueue(.fetch, subject: photo, sender: sender, at: now)
            guard wantsPerson else { break }
            try audit(
                AuditEntry(actor: .system, action: "photo.person-asked", kind: "photo", subject: "\(photo)"), at: now)
            // An objection to an invoice or an earlier photo that comes with a new photo is about both.
            if let quoted = message.repliesTo, try self.photo(named: quoted, of: sender) != nil {
                try personRequested(
                    by: sender, about: quoted, quotes: message.externalID, at: now, settings: origin.settings)
            }
        case .words(let words) where PersonWish.isIn(words):
            try personRequested(
                by: sender, about: message.repliesTo, quotes: message.externalID, at: now, settings: origin.settings)
        case .document where wantsPerson, .other where wantsPerson:
            try personRequested(
                by: sender, about: message.repliesTo, quotes: message.externalID, at: now, settings: origin.settings)
        case .words: try answerKind(.words, message, sentAt, to: sender, at: now)
        case .document: try answerKind(.document, message, sentAt, to: sender, at: now)
        case .other: try answerKind(.other, message, sentAt, to: sender, at: now)
        case .silent: break
        }
        try bringNoticeIfPhotosWait(sender, settings: origin.settings, at: now)
    }
}
