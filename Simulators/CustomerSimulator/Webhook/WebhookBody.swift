/// The bodies that the channel posts to a webhook.
package struct WebhookBody: Sendable {
    private let phoneNumberID: String

    package init(phoneNumberID: String) { self.phoneNumberID = phoneNumberID }

    /// A customer's photo, as image or as a document that is a JPEG.
    package func photo(_ photo: CustomerPhoto, from customer: Customer) -> JSON {
        let kind = photo.isDocument ? "document" : "image"
        let media: JSON = .present([
            "id": .text(photo.media), "mime_type": "image/jpeg",
            "filename": photo.isDocument ? .text("IMG_2041.jpg") : nil,
            "sha256": .text(Digests.base64(photo.digest)),
        ])
        return message(kind, media, id: photo.message, from: customer, at: photo.sentAt)
    }

    /// A customer's words.
    package func text(_ words: String, id: String, from customer: Customer, at date: Int64) -> JSON {
        message("text", ["body": .text(words)], id: id, from: customer, at: date)
    }

    /// What became of a message that was sent.
    package func status(_ status: String, of sent: SentMessage, at date: Int64) -> JSON {
        envelope([
            // Since the business-scoped ids came, statuses name the recipient as messages do their sender.
            "contacts": [
                .present([
                    "wa_id": sent.phone.map(JSON.text), "user_id": sent.businessScopedID.map(JSON.text),
                ])
            ],
            "statuses": [
                .present([
                    "id": .text(sent.id), "status": .text(status), "timestamp": .text("\(date / 1000)"),
                    "recipient_id": sent.phone.map(JSON.text),
                    "recipient_user_id": sent.businessScopedID.map(JSON.text),
                    "pricing": [
                        "billable": false, "pricing_model": "PMP", "category": "service",
                        "type": "free_customer_service",
                    ],
                    "biz_opaque_callback_data": sent.callback.map(JSON.text),
                ])
            ],
        ])
    }

    private func message(_ kind: String, _ content: JSON, id: String, from customer: Customer, at date: Int64) -> JSON {
        envelope([
            "contacts": [
                .present([
                    "profile": ["name": "Deneme Abone"], "wa_id": customer.phone.map(JSON.text),
                    "user_id": customer.businessScopedID.map(JSON.text),
                ])
            ],
            "messages": [
                .object(
                    [
                        ("from", customer.phone.map(JSON.text)),
                        ("from_user_id", customer.businessScopedID.map(JSON.text)), ("id", .text(id)),
                        ("timestamp", .text("\(date / 1000)")), ("type", .text(kind)), (kind, content),
                    ].compactMap { name, value in value.map { .init(name: name, value: $0) } })
            ],
        ])
    }

    private func envelope(_ value: KeyValuePairs<String, JSON>) -> JSON {
        let metadata: JSON = ["display_phone_number": "908500000000", "phone_number_id": .text(phoneNumberID)]
        let members: [JSON.Member] =
            [.init(name: "messaging_product", value: "whatsapp"), .init(name: "metadata", value: metadata)]
            + value.map { .init(name: $0.key, value: $0.value) }
        return [
            "object": "whatsapp_business_account",
            "entry": [["id": "102290129340398", "changes": [["field": "messages", "value": .object(members)]]]],
        ]
    }
}
