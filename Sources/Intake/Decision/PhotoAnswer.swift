internal import Foundation
internal import Storage
internal import Wording

/// The words of an automatic answer, always with how to ask for a person.
enum AutomaticAnswer {
    static func text(
        _ phrase: Phrase, _ values: [String: String] = [:], in language: Language
    ) -> OutgoingMessage {
        text(phrase.text(in: language, values), in: language)
    }

    static func text(_ words: String, in language: Language) -> OutgoingMessage {
        .text(words + " " + ChannelAnswers.askForPerson.text(in: language))
    }
}

extension Transaction {
    /// Gives a photo its answer, or what a person decided on it; so do photos of the same bytes that wait for theirs.
    ///
    /// After an objection a photo may get a second verdict; it then goes out as an answer to the objection.
    func say(
        _ message: OutgoingMessage, on photo: PhotoRow, purpose: OutgoingPurpose, at now: Moment
    ) throws(StoreError) {
        let verdict = try row("SELECT 1 AS found FROM outbox WHERE photo = ? AND purpose = 'verdict'", photo.id)
        let hasVerdict = purpose == .verdict && verdict != nil
        try post(
            message, to: photo.sender, purpose: purpose, photo: hasVerdict ? nil : photo.id, quotes: photo.quotes,
            at: now)
        let repeated = try rows(
            """
            SELECT photo.id, message.external_id FROM photo JOIN message ON message.id = photo.message
            WHERE photo.repeats = ?
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.photo = photo.id AND outbox.purpose = 'answer')
            """, photo.id)
        for row in repeated {
            try post(
                message, to: photo.sender, purpose: .answer, photo: try row.integer("id"),
                quotes: try row.text("external_id"), at: now)
        }
    }

    /// What was last said about a photo; nil where nothing was yet.
    func lastSaid(on photo: Int64) throws(StoreError) -> OutgoingMessage? {
        let row = try row(
            """
            SELECT content FROM outbox WHERE photo = ? AND purpose IN ('answer', 'verdict') ORDER BY id DESC LIMIT 1
            """, photo)
        guard let content = try row?.text("content") else { return nil }
        return try? JSONDecoder().decode(OutgoingMessage.self, from: Data(content.utf8))
    }

    /// Ends a photo's way, as far as machines go.
    func decide(
        _ photo: Int64, outcome: String, reasons: [String], at now: Moment
    ) throws(StoreError) {
        try run(
            """
            UPDATE photo SET state = 'decided', outcome = ?, reasons = ?, decided_at = ?,
                review_until = CASE ? WHEN 'review'
                    THEN (SELECT last_message_at + 86400000 FROM sender WHERE sender.id = photo.sender) END
            WHERE id = ?
            """, outcome, PhotoRow.json(reasons), now, outcome, photo)
    }
}
