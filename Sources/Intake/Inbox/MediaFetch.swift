internal import Storage

/// What came of one attempt to get a photo's bytes.
enum MediaFetch: Sendable {
    case bytes([UInt8])
    /// The address is none that we call, or the file is none that we take: no use in trying again.
    case refused(reason: String)
    /// The token or the account is refused.
    case stopped(GraphError)
    /// Not now; `isOfMedia` where the channel answered and it is this file that is wrong.
    case failed(String, isOfMedia: Bool)
}

/// A photo whose bytes are still at the channel.
struct PhotoAtChannel: Sendable {
    let id: Int64
    let mediaID: String
    let claimedHash: String?
    let isDocument: Bool
    /// When the customer sent it: its id lives for a week.
    let sentAt: Moment
    let receivedAt: Moment

    /// The most bytes that we take: the channel's own limit of a photo; of a document a tenth of it, more than any phone's
    /// camera writes.
    var most: Int { isDocument ? 10 << 20 : 5 << 20 }

    /// Whether the bytes are those that the channel announced, in base64 or in hexadecimal.
    ///
    /// A hash that is neither, or none, says nothing.
    func matches(_ bytes: [UInt8]) -> Bool {
        guard let claimedHash, let claimed = Self.hash(claimedHash) else { return true }
        return Digest.sha256(bytes) == claimed
    }

    private static func hash(_ text: String) -> [UInt8]? {
        let characters = Array(text.utf8)
        let bytes = characters.count == 64 ? Hexadecimal.bytes(characters) : Base64.bytes(characters)
        return bytes?.count == 32 ? bytes : nil
    }
}

extension Statements {
    /// The photo of a fetch job; nil when nothing is to be fetched.
    func photoAtChannel(_ id: Int64) throws(StoreError) -> PhotoAtChannel? {
        let row = try row(
            """
            SELECT media_id, media_sha256, is_document, photo.received_at, sent_at
            FROM photo JOIN message ON message.id = photo.message WHERE photo.id = ? AND state = 'fetching'
            """, id)
        guard let row else { return nil }
        return PhotoAtChannel(
            id: id, mediaID: try row.text("media_id"), claimedHash: try row.optionalText("media_sha256"),
            isDocument: try row.flag("is_document"), sentAt: try row.moment("sent_at"),
            receivedAt: try row.moment("received_at"))
    }
}
