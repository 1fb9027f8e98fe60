import Foundation
import Intake
import Testing

@Suite("What is said to the Graph API, and heard")
struct WhatsAppGraphTests {
    private static let both = SenderIdentity(businessScopedID: "TR.77001122334455", phone: "905551112233")
    private static let phone = SenderIdentity(businessScopedID: nil, phone: "+905551112233")

    private func dictionary(_ bytes: [UInt8]) throws -> NSDictionary {
        try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary)
    }

    private func message(
        _ identity: SenderIdentity?, toPhone: Bool = false, quotes: String? = nil, _ content: GraphMessage.Content
    ) throws -> NSDictionary {
        try dictionary(
            GraphMessage(
                identity: try #require(identity), toPhone: toPhone, quotes: quotes,
                callback: CallbackData(outbox: 1, purpose: .answer), content: content
            ).json)
    }

    @Test("Bodies equal those that pywa 4.5.0 posts, as captured from it")
    func captured() throws {
        let text =
            #"{"messaging_product":"whatsapp","recipient_type":"individual","type":"text","to":"905551112233","context":{"message_id":"wamid.A"},"biz_opaque_callback_data":"answer:1","text":{"body":"hi","preview_url":false}}"#
        #expect(try message(Self.phone, quotes: "wamid.A", .text("hi")) == dictionary(Array(text.utf8)))
        let document =
            #"{"messaging_product":"whatsapp","recipient_type":"individual","type":"document","recipient":"TR.77001122334455","biz_opaque_callback_data":"answer:1","document":{"id":"1630998819815285","caption":"c","filename":"f.pdf"}}"#
        let sent = try message(Self.both, .document(id: "1630998819815285", fileName: "f.pdf", caption: "c"))
        #expect(sent == (try dictionary(Array(document.utf8))))
    }

    @Test("The template carries its document and its one value in one line [intake.md 1.6]")
    func template() throws {
        let expected =
            #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"905551112233","type":"template","biz_opaque_callback_data":"answer:1","template":{"name":"fatura_hazir","language":{"code":"tr"},"components":[{"type":"header","parameters":[{"type":"document","document":{"id":"1630998819815285","filename":"fatura-2026-11.pdf"}}]},{"type":"body","parameters":[{"type":"text","text":"412,35 TL, son"}]}]}}"#
        let sent = try message(
            Self.both, toPhone: true,
            .template(
                name: "fatura_hazir", language: "tr", document: ("1630998819815285", "fatura-2026-11.pdf"),
                words: "412,35 TL,\n  son"))
        #expect(sent == (try dictionary(Array(expected.utf8))))
    }

    @Test("Texts are cut to the channel's limits, between characters")
    func limits() throws {
        let long = String(repeating: "ğ😀", count: 3000)
        let text = try #require((message(Self.phone, .text(long))["text"] as? NSDictionary)?["body"] as? String)
        #expect(text.utf16.count <= 4096 && text.utf16.count > 4090 && text.hasSuffix("…"))
        let sent = try message(Self.phone, .document(id: "1", fileName: "f", caption: long))
        let caption = try #require((sent["document"] as? NSDictionary)?["caption"] as? String)
        #expect(caption.utf16.count <= 1024 && caption.utf16.count > 1018)
    }

    @Test(
        "Each error code has its treatment [intake.md 1.7]",
        arguments: [
            ([0, 3, 10, 190, 200, 299, 131005, 368, 131031, 131042, 131045], GraphError.Treatment.stop),
            ([4, 80007, 130429, 131048, 131057, 133016, 131016, 131000], .retry), ([131056], .waitForSender),
            ([131047], .template), ([131026, 131021, 131030], .undeliverable), ([131052, 131053], .uploadAgain),
            ([100, 131008, 131009, 132000, 132001, 132005, 132007, 132012, 132015, 132016], .ours),
            ([130472, 131049, 131050, 131063, 131064], .undeliverable), ([131062], .usePhone), ([999_999], .ours),
        ])
    func treatments(codes: [Int64], treatment: GraphError.Treatment) {
        for code in codes { #expect(GraphError(status: 400, code: code).treatment == treatment, "\(code)") }
    }

    @Test("Without a code of the Graph the status decides; what a gateway says may hide a message that went out")
    func statuses() {
        #expect(GraphError(status: 401, code: nil).treatment == .stop)
        #expect(GraphError(status: 429, code: nil).treatment == .retry)
        #expect(GraphError(status: 502, code: nil).treatment == .unknown)
        #expect(GraphError(status: 404, code: nil).treatment == .ours)
        #expect(GraphError(status: 500, code: 999_999).treatment == .retry)
    }

    @Test(
        "The ladder only goes up; failed ends it, but not below what arrived",
        arguments: [
            (["sent", "delivered", "read"], OutboxState.read), (["read", "delivered", "sent"], .read),
            (["delivered", "sent"], .delivered), (["failed", "sent"], .failed),
            (["failed", "delivered", "read"], .failed),
            (["delivered", "failed"], .delivered), (["sent", "failed"], .failed), (["warmed-up"], .accepted),
        ])
    func ladder(statuses: [String], state: OutboxState) {
        #expect(statuses.reduce(OutboxState.accepted) { $0.after($1) } == state)
    }

    @Test(
        "Photos are fetched from the channel's own hosts and the host and port of the Graph, from nowhere else",
        arguments: [
            ("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1", true),
            ("https://mmg.whatsapp.net/x", true), ("https://LOOKASIDE.fbsbx.com/x", true),
            ("https://lookaside.fbsbx.com./x", true), ("http://127.0.0.1:9470/bytes/1", true),
            ("http://lookaside.fbsbx.com/x", false), ("https://lookaside.fbsbx.com:8443/x", false),
            ("https://lookaside.fbsbx.com.evil.example/x", false), ("https://evilwhatsapp.net/x", false),
            ("https://whatsapp.net/x", false), ("https://lookaside.fbsbx.com@evil.example/x", false),
            ("https://evil.example/lookaside.fbsbx.com", false), ("https://evil.example#.whatsapp.net", false),
            ("https://evil.example\\.whatsapp.net/", false), ("https://user@mmg.whatsapp.net/", false),
            ("http://127.0.0.1:9471/bytes/1", false), ("http://localhost:9470/x", false),
            ("https://127.0.0.1:9470/x", false), ("http://169.254.169.254/latest", false),
            ("file:///etc/passwd", false),
            ("ftp://lookaside.fbsbx.com/x", false), ("//lookaside.fbsbx.com/x", false), ("lookaside.fbsbx.com", false),
            ("https://lookaside.fbsbx.com/\r\nX: y", false), ("", false),
        ])
    func addresses(text: String, isAllowed: Bool) throws {
        let allowance = MediaAllowance(graph: try #require(WebAddress("http://127.0.0.1:9470")))
        #expect((WebAddress(text).map(allowance.allows) ?? false) == isAllowed)
    }

    @Test(
        "Only this machine is loopback",
        arguments: [
            ("http://127.0.0.1/", true), ("http://127.8.9.1/", true), ("http://localhost/", true),
            ("http://[::1]:80/", true),
            ("http://127.0.0.1.evil.example/", false), ("http://10.0.0.1/", false), ("http://0.0.0.0/", false),
        ])
    func loopback(text: String, isLoopback: Bool) throws {
        #expect(try #require(WebAddress(text)).isLoopback == isLoopback)
    }
}
