internal import Foundation

/// A message that the service sent and the stand-in took.
package struct SentMessage: Sendable, Codable {
    /// The channel's id of it.
    package let id: String
    package let phone: String?
    package let businessScopedID: String?
    /// Text, document, interactive or template.
    package let kind: String
    /// The words that the customer reads.
    package let words: String
    /// The uploaded document, if one goes along.
    package let document: String?
    package let fileName: String?
    /// The customer's message that it quotes.
    package let quotes: String?
    /// What the service wants to see again in each status.
    package let callback: String?
    /// Milliseconds since 1970.
    package let takenAt: Int64
    /// The body as it came.
    package let body: String

    init(id: String, body: OutgoingBody, raw: [UInt8], takenAt: Int64) {
        self.id = id
        phone = body.to
        businessScopedID = body.recipient
        kind = body.type ?? ""
        words = body.words
        document = body.attached?.id
        fileName = body.attached?.filename
        quotes = body.context?.message_id
        callback = body.biz_opaque_callback_data
        self.takenAt = takenAt
        self.body = String(decoding: raw, as: UTF8.self)
    }

    /// Whether it is the service's answer to a photo, and not a notice before it.
    package var isAnswer: Bool { quotes != nil && callback?.hasPrefix("notice:") != true }
}
