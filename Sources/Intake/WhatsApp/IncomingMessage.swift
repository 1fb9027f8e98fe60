package import Storage

/// Who wrote, as the channel tells it: the business-scoped id, the phone number, or both.
package struct SenderIdentity: Hashable, Sendable {
    package let businessScopedID: String?
    /// Digits with the country code.
    package let phone: String?

    /// Nil where neither is given.
    package init?(businessScopedID: String?, phone: String?) {
        let id = businessScopedID.flatMap(Self.identifier)
        let number = phone.flatMap(Self.digits)
        guard id != nil || number != nil else { return nil }
        self.businessScopedID = id
        self.phone = number
    }

    private static func identifier(_ text: String) -> String? {
        let allowed = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return (1...160).contains(text.utf8.count) && allowed ? text : nil
    }

    private static func digits(_ text: String) -> String? {
        let number = text.hasPrefix("+") ? text.dropFirst() : text[...]
        let allowed = number.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return (5...20).contains(number.utf8.count) && allowed ? String(number) : nil
    }
}

/// A file that lies at the channel and waits to be fetched.
package struct MediaReference: Hashable, Sendable {
    package let id: String
    /// The SHA-256 that the channel claims for it, as it wrote it: base64 or hexadecimal.
    package let sha256: String?
}

/// What a customer sent us, in the words that the room needs.
package struct IncomingMessage: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// A photo, sent as one or as a document.
        case photo(MediaReference, isDocument: Bool)
        /// Words that were typed, or those of a button.
        case words(String)
        /// A document that is no photo.
        case document
        /// Anything else that wants an answer.
        case other
        /// What wants none: a reaction, a note of the channel's own, a message that was edited or withdrawn.
        case silent
    }

    /// The channel's own id; it holds the phone number and is never logged.
    package let externalID: String
    package let identity: SenderIdentity
    /// The channel's name of the kind.
    package let kind: String
    package let content: Content
    /// The words below a photo or a file.
    package let caption: String?
    /// The id of the message that this one replies to, ours or the customer's own.
    package let repliesTo: String?
    package let sentAt: Moment?
}

/// What became of something that we sent.
package struct IncomingStatus: Hashable, Sendable {
    package let externalID: String
    package let status: String
    package let at: Moment?
    package let errorCode: Int64?
    /// What we gave with the message: its purpose and its row.
    package let callback: CallbackData?
}
