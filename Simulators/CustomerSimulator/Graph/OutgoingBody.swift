/// What a client sends to `POST /{phone-number-id}/messages`, held against the limits that the channel documents.
struct OutgoingBody: Decodable {
    struct Text: Decodable { let body: String }
    struct Document: Decodable {
        let id: String?
        let filename: String?
        let caption: String?
    }
    struct Context: Decodable { let message_id: String }
    struct Interactive: Decodable {
        struct Body: Decodable { let text: String }
        struct Reply: Decodable {
            let id: String
            let title: String
        }
        struct Button: Decodable { let reply: Reply }
        struct Action: Decodable { let buttons: [Button]? }
        let type: String
        let body: Body
        let action: Action
    }
    struct Template: Decodable {
        struct Language: Decodable { let code: String }
        struct Parameter: Decodable {
            let text: String?
            let document: Document?
        }
        struct Component: Decodable { let parameters: [Parameter]? }
        let name: String
        let language: Language
        let components: [Component]?
    }

    let messaging_product: String
    let recipient_type: String?
    let to: String?
    let recipient: String?
    let type: String?
    let text: Text?
    let document: Document?
    let interactive: Interactive?
    let template: Template?
    let context: Context?
    let biz_opaque_callback_data: String?
    /// `read`, with the message that was read: no message at all.
    let status: String?
    let message_id: String?

    /// The document that goes along, in the message itself or in a template's header.
    var attached: Document? {
        document ?? template?.components?.lazy.flatMap { $0.parameters ?? [] }.compactMap(\.document).first
    }

    /// The words that the customer reads.
    var words: String {
        text?.body ?? document?.caption ?? interactive?.body.text
            ?? template.map { template in
                let values = (template.components ?? []).flatMap { $0.parameters ?? [] }.compactMap(\.text)
                return ([template.name] + values).joined(separator: " · ")
            } ?? ""
    }

    /// Throws what the Graph API would answer where a limit is broken.
    func check() throws(GraphError) {
        guard messaging_product == "whatsapp" else { throw .wrong("messaging_product must be whatsapp") }
        guard to?.isEmpty == false || recipient?.isEmpty == false else { throw .wrong("to or recipient is required") }
        try hold(biz_opaque_callback_data, to: 512, named: "biz_opaque_callback_data")
        switch type {
        case "text":
            guard let text, !text.body.isEmpty else { throw .wrong("text.body is required") }
            try hold(text.body, to: 4096, named: "text.body")
        case "document":
            guard let document, document.id != nil else { throw .wrong("document.id is required") }
            try hold(document.caption, to: 1024, named: "document.caption")
            try hold(document.filename, to: 240, named: "document.filename")
        case "interactive":
            guard let interactive else { throw .wrong("interactive is required") }
            try check(interactive)
        case "template":
            guard let template, !template.name.isEmpty else { throw .wrong("template.name is required") }
        default: throw .wrong("type \(type ?? "(none)") is not one that this number sends")
        }
    }

    private func check(_ interactive: Interactive) throws(GraphError) {
        try hold(interactive.body.text, to: 1024, named: "interactive.body.text")
        guard interactive.type == "button" else { return }
        let replies = (interactive.action.buttons ?? []).map(\.reply)
        guard (1...3).contains(replies.count) else { throw .wrong("interactive.action.buttons: one to three") }
        guard Set(replies.map(\.id)).count == replies.count, Set(replies.map(\.title)).count == replies.count else {
            throw .wrong("interactive.action.buttons: ids and titles must differ")
        }
        for reply in replies {
            try hold(reply.title, to: 20, named: "button title")
            try hold(reply.id, to: 256, named: "button id")
        }
    }

    private func hold(_ text: String?, to limit: Int, named name: String) throws(GraphError) {
        guard let text, text.unicodeScalars.count > limit else { return }
        throw .wrong("\(name) must be at most \(limit) characters long")
    }
}
