internal import Storage

extension IncomingMessage {
    /// A message of a webhook; nil where it has no id or no sender.
    init?(_ tree: JSONTree, contacts: [Contact]) {
        guard let id = tree["id"]?.text, (1...512).contains(id.utf8.count), let kind = tree["type"]?.text,
            let identity = Self.identity(of: tree, contacts: contacts)
        else { return nil }
        externalID = id
        self.identity = identity
        self.kind = kind
        content = Self.content(of: kind, tree)
        caption = tree[kind]?["caption"]?.text
        repliesTo = tree["context"]?["id"]?.text.flatMap { (1...512).contains($0.utf8.count) ? $0 : nil }
        sentAt = Moment(unixSeconds: tree["timestamp"])
    }

    /// The contacts stand in no order: the one that shares an id with the message completes it.
    private static func identity(of tree: JSONTree, contacts: [Contact]) -> SenderIdentity? {
        let id = tree["from_user_id"]?.text
        let phone = tree["from"]?.text
        let contact =
            if id == nil && phone == nil {
                contacts.count == 1 ? contacts.first : nil
            } else {
                contacts.first { id != nil && $0.businessScopedID == id }
                    ?? contacts.first { phone != nil && $0.phone == phone }
            }
        return SenderIdentity(
            businessScopedID: id ?? contact?.businessScopedID, phone: phone ?? contact?.phone)
    }

    private static func content(of kind: String, _ tree: JSONTree) -> Content {
        let body = tree[kind] ?? .null
        switch kind {
        case "image":
            return media(body).map { .photo($0, isDocument: false) } ?? .other
        case "document":
            guard isJPEG(body), let media = media(body) else { return .document }
            return .photo(media, isDocument: true)
        case "text":
            return .words(body["body"]?.text ?? "")
        case "button":
            return .words(words(body["payload"], body["text"]))
        case "interactive":
            let reply = body["button_reply"] ?? body["list_reply"] ?? .null
            return .words(words(reply["id"], reply["title"]))
        case "reaction", "system", "edit", "revoke", "ephemeral":
            return .silent
        default:
            return .other
        }
    }

    private static func words(_ parts: JSONTree?...) -> String { parts.compactMap { $0?.text }.joined(separator: " ") }

    /// The id goes into an address, so it may hold nothing that means something there.
    private static func media(_ body: JSONTree) -> MediaReference? {
        guard let id = body["id"]?.text, (1...200).contains(id.utf8.count),
            id.utf8.allSatisfy({ Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
        else { return nil }
        let claimed = body["sha256"]?.text
        return MediaReference(id: id, sha256: claimed.flatMap { $0.utf8.count <= 100 ? $0 : nil })
    }

    /// By the type that the channel tells; by the name where the phone did not know better.
    private static func isJPEG(_ body: JSONTree) -> Bool {
        let type = (body["mime_type"]?.text ?? "").lowercased().prefix { $0 != ";" }
        if type == "image/jpeg" || type == "image/jpg" || type == "image/pjpeg" { return true }
        guard type.isEmpty || type == "application/octet-stream" else { return false }
        let name = (body["filename"]?.text ?? "").lowercased()
        return name.hasSuffix(".jpg") || name.hasSuffix(".jpeg")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
