package import Storage

/// What is said to a customer, whatever the channel.
package enum OutgoingMessage: Hashable, Sendable, Codable {
    /// Plain words.
    case text(String)
    /// A document with its words below it; the bytes are a blob.
    case document(blob: BlobID, fileName: String, caption: String)
}

/// What a message is for; it begins the callback data that comes back with each status.
package enum OutgoingPurpose: String, Hashable, Sendable {
    /// The privacy notice, before a sender's first photo is read.
    case notice
    /// The one answer to a photo, or to a message that is none.
    case answer
    /// What a person decided on a photo: the one second message allowed.
    case verdict
}
