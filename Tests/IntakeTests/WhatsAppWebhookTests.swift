import Intake
import Storage
import Testing

@Suite("A webhook taken apart")
struct WhatsAppWebhookTests {
    private func parse(_ value: String, field: String = "messages") throws -> WebhookBody {
        try WebhookBody(
            Array(
                #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"\#(field)","value":\#(value)}]}]}"#
                    .utf8))
    }

    @Test("A photo with both ids")
    func photo() throws {
        let body = try parse(
            """
            {"contacts":[{"profile":{"name":"Deneme Abone"},"wa_id":"905551112233","user_id":"TR.77001122334455"}],
             "messages":[{"from":"905551112233","from_user_id":"TR.77001122334455","id":"wamid.A","timestamp":"1795000000",
             "type":"image","image":{"id":"900100200300","mime_type":"image/jpeg",
             "sha256":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","caption":"endeks 1042",
             "url":"https://lookaside.example/whatsapp_business/attachments/?mid=900100200300"}}]}
            """)
        let message = try #require(body.messages.first)
        #expect(message.externalID == "wamid.A")
        #expect(message.identity.businessScopedID == "TR.77001122334455")
        #expect(message.identity.phone == "905551112233")
        #expect(message.sentAt == Moment(secondsSince1970: 1_795_000_000))
        guard case .photo(let media, false) = message.content else {
            Issue.record("not a photo")
            return
        }
        #expect(media.id == "900100200300")
        #expect(media.sha256 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }

    @Test("The contact that shares an id completes the message, wherever it stands")
    func contacts() throws {
        let body = try parse(
            """
            {"contacts":[{"wa_id":"905550000002","user_id":"TR.2"},{"wa_id":"905550000001","user_id":"TR.1"}],
             "messages":[{"from":"905550000001","id":"a","timestamp":1,"type":"text","text":{"body":"x"}},
             {"from_user_id":"TR.2","id":"b","timestamp":"2","type":"text","text":{"body":"x"}},
             {"id":"c","timestamp":"2","type":"text","text":{"body":"x"}}]}
            """)
        #expect(body.messages.map(\.identity.businessScopedID) == ["TR.1", "TR.2"])
        #expect(body.messages.map(\.identity.phone) == ["905550000001", "905550000002"])
        #expect(body.ignored == ["message"])
    }

    @Test("A payload without user_id, and one with nothing but the single contact")
    func older() throws {
        let phone = try parse(#"{"messages":[{"from":905551112233,"id":"a","type":"text","text":{"body":"x"}}]}"#)
        #expect(phone.messages.first?.identity.phone == "905551112233")
        #expect(phone.messages.first?.identity.businessScopedID == nil)
        let contact = try parse(
            #"{"contacts":[{"user_id":"TR.9"}],"messages":[{"id":"a","type":"text","text":{"body":"x"}}]}"#)
        #expect(contact.messages.first?.identity.businessScopedID == "TR.9")
    }

    @Test(
        "Kinds and what they are for us",
        arguments: [
            (#""type":"document","document":{"id":"1","mime_type":"image/jpeg"}"#, "photo"),
            (
                #""type":"document","document":{"id":"1","mime_type":"application/octet-stream","filename":"IMG.JPG"}"#,
                "photo"
            ),
            (#""type":"document","document":{"id":"1","mime_type":"application/pdf","filename":"a.jpg"}"#, "document"),
            (#""type":"text","text":{"body":"faturam ne kadar"}"#, "words faturam ne kadar"),
            (#""type":"button","button":{"payload":"SEND_PHOTO","text":"Gönder"}"#, "words SEND_PHOTO Gönder"),
            (
                #""type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"i","title":"Evet"}}"#,
                "words i Evet"
            ),
            (
                #""type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"m","title":"Ev"}}"#,
                "words m Ev"
            ),
            (#""type":"audio","audio":{"id":"1","voice":true}"#, "other"),
            (#""type":"unsupported","errors":[{"code":131051}]"#, "other"),
            (#""type":"hologram","hologram":{"depth":3}"#, "other"),
            (#""type":"image","image":{"id":"../../x"}"#, "other"), (#""type":"image""#, "other"),
            (#""type":"reaction","reaction":{"emoji":"👍"}"#, "silent"),
            (#""type":"system","system":{"type":"user_changed_number","wa_id":"905559998877"}"#, "silent"),
        ])
    func kinds(part: String, expected: String) throws {
        let body = try parse(#"{"messages":[{"from":"905551112233","id":"a",\#(part)}]}"#)
        let found =
            switch try #require(body.messages.first).content {
            case .photo: "photo"
            case .words(let words): "words \(words)"
            case .document: "document"
            case .other: "other"
            case .silent: "silent"
            }
        #expect(found == expected)
    }

    @Test("Broken parts hide none of the others: entries, changes, messages and statuses in one body")
    func several() throws {
        let body = try WebhookBody(
            Array(
                """
                {"entry":[{"changes":[{"field":"account_update","value":{"event":"X"}},{"field":"messages"},7,
                  {"field":"messages","value":{"messages":[{"type":"image"},null,"x",{"from":"905551112233","id":"a","type":"text"}],
                   "statuses":[{"status":"sent"},{"id":"wamid.OUT1","status":"failed","timestamp":1795000010,
                   "errors":[{"code":"131047"}],"biz_opaque_callback_data":"answer:12","new_field":{"x":[1]}}]}}]},
                 {"changes":[{"field":"messages","value":{"messages":[{"from":"905551112234","id":"b","type":"sticker"}],
                   "errors":[{"code":130429}]}}]},
                 {"id":"no changes"}]}
                """.utf8))
        #expect(body.messages.map(\.externalID) == ["a", "b"])
        let status = try #require(body.statuses.first)
        #expect(body.statuses.count == 1)
        #expect(status.errorCode == 131047)
        #expect(status.callback == CallbackData("answer:12"))
        #expect(body.errors == [130429])
        #expect(
            body.ignored.sorted() == ["field", "field", "field", "message", "message", "message", "status"].sorted())
    }

    @Test(
        "Callback data that is not ours names no row",
        arguments: ["job-81", "answer:", "answer:0", "answer:-1", "answer:1:2", "verdict:1"])
    func callbacks(text: String) {
        #expect(CallbackData(text) == nil)
    }

    @Test(
        "Who asks for a person",
        arguments: [
            ("YETKİLİ", true), ("yetkili", true), ("YETKILI", true), ("Yetkiliyle görüşmek istiyorum", true),
            ("itiraz ediyorum", true), ("İTİRAZIM VAR", true), ("ITIRAZ", true), ("person", true),
            ("PERSON please", true),
            ("I object to this", true), ("bir insan baksın", true), ("confirm:R-1 Müşteri temsilcisi", true),
            ("faturam ne kadar", false), ("personal data", false), ("1042", false), ("", false), ("merhaba 😀", false),
        ])
    func persons(text: String, asks: Bool) {
        #expect(PersonWish.isIn(text) == asks)
    }
}
