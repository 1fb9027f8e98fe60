internal import Foundation
package import Storage

/// How far a photo has come, for whoever shows its way; it says nothing of the sender.
package struct PhotoProgress: Hashable, Sendable {
    /// The steps of the way, in their order.
    package enum Stage: Int, Comparable, Sendable {
        /// Its bytes are fetched.
        case received
        /// It waits until the channel took the privacy notice.
        case waiting
        case reading
        /// Accepted, for a person, or refused.
        case decided
        /// The channel took the answer.
        case answered

        package static func < (earlier: Stage, later: Stage) -> Bool { earlier.rawValue < later.rawValue }
    }

    /// What was sent for a photo.
    package struct Reply: Hashable, Sendable {
        package let message: OutgoingMessage
        /// `answer`, or `verdict` after a person looked.
        package let purpose: OutgoingPurpose
    }

    /// The channel's id of the message that brought it.
    ///
    /// Never printed: it may hold the phone number.
    package let message: String
    package let stage: Stage
    /// `accepted`, `review` or `refused`.
    package let outcome: String?
    /// Codes, the weightiest first.
    package let reasons: [String]
    /// What was read: black digits, then red ones.
    package let index: String?
    package let decimals: String?
    package let invoice: String?
    /// The newest message for it that the channel took.
    package let reply: Reply?
}

extension Statements {
    /// The newest photos, the newest first.
    package func photoProgress(last count: Int) throws(StoreError) -> [PhotoProgress] {
        try rows(
            """
            SELECT message.external_id, photo.state, photo.outcome, photo.reasons, photo.reading, photo.invoice,
                reply.content, reply.purpose
            FROM photo
            JOIN message ON message.id = photo.message
            LEFT JOIN outbox AS reply ON reply.id = (
                SELECT max(id) FROM outbox
                WHERE outbox.photo = photo.id AND purpose <> 'notice' AND external_id IS NOT NULL)
            ORDER BY photo.id DESC LIMIT ?
            """, Int64(count)
        ).map(PhotoProgress.init)
    }
}

extension PhotoProgress {
    fileprivate init(_ row: Row) throws(StoreError) {
        message = try row.text("external_id")
        outcome = try row.optionalText("outcome")
        reasons = Self.decoded([String].self, try row.text("reasons")) ?? []
        let reading = try row.optionalText("reading").flatMap { Self.decoded(Figures.self, $0) }
        index = reading?.index
        decimals = reading?.decimals
        invoice = try row.optionalText("invoice")
        if let content = try row.optionalText("content").flatMap({ Self.decoded(OutgoingMessage.self, $0) }),
            let purpose = try row.optionalText("purpose").flatMap(OutgoingPurpose.init)
        {
            reply = Reply(message: content, purpose: purpose)
        } else {
            reply = nil
        }
        stage =
            switch try row.text("state") {
            case "decided": reply == nil ? .decided : .answered
            case "waiting": .waiting
            case "reading": .reading
            default: .received
            }
    }

    /// Of a reading, only what is shown.
    private struct Figures: Decodable {
        let index: String?
        let decimals: String?
    }

    private static func decoded<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
