internal import InvoiceDocuments

/// A message as the Graph API wants it.
package struct GraphMessage: Sendable {
    /// The limits of the channel, in UTF-16 units: the narrowest way to count what a reader sees.
    private static let longestText = 4096
    private static let longestCaption = 1024

    let identity: SenderIdentity
    /// Wanted where the channel refused the business-scoped id.
    let toPhone: Bool
    let quotes: String?
    let callback: CallbackData
    let content: Content

    package enum Content: Sendable {
        case text(String)
        /// An uploaded document.
        case document(id: String, fileName: String, caption: String)
        /// The approved template: its document, if there is one, and its one value.
        case template(name: String, language: String, document: (id: String, fileName: String)?, words: String)
    }

    package init(
        identity: SenderIdentity, toPhone: Bool, quotes: String?, callback: CallbackData, content: Content
    ) {
        self.identity = identity
        self.toPhone = toPhone
        self.quotes = quotes
        self.callback = callback
        self.content = content
    }

    /// The body of the request.
    package var json: [UInt8] {
        var members: [JSONValue.Member] = [
            .init("messaging_product", .string("whatsapp")), .init("recipient_type", .string("individual")),
        ]
        if let id = identity.businessScopedID, !toPhone || identity.phone == nil {
            members.append(.init("recipient", .string(id)))
        } else if let phone = identity.phone {
            members.append(.init("to", .string(phone)))
        }
        if let quotes { members.append(.init("context", .object([.init("message_id", .string(quotes))]))) }
        members.append(.init("biz_opaque_callback_data", .string(callback.text)))
        members += parts
        return JSONValue.object(members).bytes()
    }

    private var parts: [JSONValue.Member] {
        switch content {
        case .text(let words):
            [
                .init("type", .string("text")),
                .init(
                    "text",
                    .object([
                        .init("body", .string(Self.cut(words, to: Self.longestText))),
                        .init("preview_url", .boolean(false)),
                    ])),
            ]
        case .document(let id, let fileName, let caption):
            [
                .init("type", .string("document")),
                .init(
                    "document",
                    .object([
                        .init("id", .string(id)), .init("filename", .string(fileName)),
                        .init("caption", .string(Self.cut(caption, to: Self.longestCaption))),
                    ])),
            ]
        case .template(let name, let language, let document, let words):
            [
                .init("type", .string("template")),
                .init(
                    "template",
                    .object([
                        .init("name", .string(name)),
                        .init("language", .object([.init("code", .string(language))])),
                        .init("components", .array(components(document, words))),
                    ])),
            ]
        }
    }

    private func components(_ document: (id: String, fileName: String)?, _ words: String) -> [JSONValue] {
        var components: [JSONValue] = []
        if let document {
            let file: JSONValue = .object([
                .init("id", .string(document.id)), .init("filename", .string(document.fileName)),
            ])
            components.append(Self.component("header", .init("document", file), type: "document"))
        }
        // A value of a template may hold no line break and no run of spaces.
        let line = words.split { $0.isWhitespace }.joined(separator: " ")
        let value = JSONValue.string(Self.cut(line, to: Self.longestCaption))
        components.append(Self.component("body", .init("text", value), type: "text"))
        return components
    }

    private static func component(_ place: String, _ value: JSONValue.Member, type: String) -> JSONValue {
        .object([
            .init("type", .string(place)),
            .init("parameters", .array([.object([.init("type", .string(type)), value])])),
        ])
    }

    /// Cut between characters, with an ellipsis where something is left out.
    static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf16.count > limit else { return text }
        var short = ""
        var count = 1
        for character in text {
            count += String(character).utf16.count
            if count > limit { break }
            short.append(character)
        }
        return short + "…"
    }
}
