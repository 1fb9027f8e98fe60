import Foundation
import Storage
import Testing
import Web

/// A sender with several meters: what the clerk chose is what is asked about, shown and billed.
@Suite("Choosing the meter on the page")
struct MeterChoicePageTests {
    private static let clerk = "Cookie: endeks-clerk=Ay%C5%9Fe; endeks-session=0123456789abcdef0123456789abcdef"
    private static let pending = "SELECT count(*) AS number FROM review_decision WHERE state = 'pending'"

    private func post(
        _ server: RunningServer, _ photo: Int64, _ form: String
    ) async throws -> (status: Int, text: String) {
        let answer = try await server.request(
            "POST", "/review/\(photo)/decision",
            headers: [Self.clerk + "; endeks-language=en", "Origin: http://127.0.0.1:\(server.port)"],
            body: Array(form.utf8))
        return (answer.status, answer.text)
    }

    private func radio(_ text: String, _ subscriber: String) throws -> Bool {
        let all = text.matches(of: /name="subscriber" value="(\d+)" required( checked)?/)
        return try #require(all.first { $0.1 == subscriber }).2 != nil
    }

    @Test("After a question the meter that the clerk chose is still the one that is ticked and asked about")
    func keepsChoice() async throws {
        let fixture = try WebFixture()
        try await fixture.addBooks([.init(number: "1", serial: "11111111"), .init(number: "2", serial: "22222222")])
        let photo = try await fixture.addPhoto(subscriber: "1", billedAt: "01042")
        let server = try await RunningServer(fixture.staff)
        let page = try await server.request("GET", "/review/\(photo)", headers: [Self.clerk])
        #expect(try radio(page.text, "1"))
        let asked = try await post(
            server, photo, "action=accept&index=01042&retyped=1&subscriber=2&seen=OGZ2026000000001")
        #expect(asked.status == 422)
        #expect(try radio(asked.text, "2"))
        #expect(try !radio(asked.text, "1"))
        #expect(asked.text.contains("<b>22222222</b></span><span>G4"))
        try await server.stop()
    }

    @Test("A second look at one meter is none at the other: its own question comes first")
    func otherMeter() async throws {
        let fixture = try WebFixture()
        try await fixture.addBooks([.init(number: "1", serial: "11111111"), .init(number: "2", serial: "22222222")])
        let photo = try await fixture.addPhoto(subscriber: "1", billedAt: "01042")
        let server = try await RunningServer(fixture.staff)
        _ = try await server.request("GET", "/review/\(photo)", headers: [Self.clerk])
        let seen = "&retyped=1&seen=OGZ2026000000001"
        let first = try await post(server, photo, "action=accept&index=01040&subscriber=1" + seen)
        let mark = try #require(first.text.firstMatch(of: /data-asked="([^"]+)"/)).1
        for wrong in [
            "action=accept&index=01040&subscriber=2&checked=\(mark)",
            "action=accept&index=01041&subscriber=1&checked=\(mark)",
            "action=accept&index=01040&subscriber=1&checked=1",
        ] {
            #expect(try await post(server, photo, wrong + seen).status == 422, "\(wrong)")
        }
        #expect(try await fixture.store.read { try $0.row(Self.pending)?.integer("number") } == 0)
        #expect(
            try await post(server, photo, "action=accept&index=01040&subscriber=1&checked=\(mark)" + seen).status == 303
        )
        try await server.stop()
    }

    @Test("As many digits can be typed as any meter has, whatever the found one has")
    func digits() async throws {
        let fixture = try WebFixture()
        try await fixture.addBooks([.init(number: "1"), .init(number: "2", wheels: 6)])
        let photo = try await fixture.addPhoto(subscriber: "1")
        let server = try await RunningServer(fixture.staff)
        let page = try await server.request("GET", "/review/\(photo)", headers: [Self.clerk])
        #expect(page.text.contains("maxlength=\"18\" size=\"5\""))
        try await server.stop()
    }

    @Test("With a prepaid meter beside it nobody knows which of the two it is, until the clerk says so")
    func prepaidBeside() async throws {
        let fixture = try WebFixture()
        try await fixture.addBooks([
            .init(number: "1", serial: "11111111", isPrepaid: true), .init(number: "2", serial: "22222222"),
        ])
        for subscriber in [nil, "1"] {
            let photo = try await fixture.addPhoto(subscriber: subscriber)
            let server = try await RunningServer(fixture.staff)
            let page = try await server.request("GET", "/review/\(photo)", headers: [Self.clerk])
            #expect(page.text.contains("Ön ödemeli sayaç, fotoğrafından fatura kesilmez: <b>11111111</b>"))
            #expect(try !radio(page.text, "2"))
            #expect(try await post(server, photo, "action=accept&index=01042&retyped=1").status == 422)
            try await server.stop()
        }
    }

    @Test("A sender with nothing but a prepaid meter is on record, and a rejection is shown in their language")
    func prepaidAlone() async throws {
        let fixture = try WebFixture()
        try await fixture.addBooks([.init(number: "1", serial: "11111111", isPrepaid: true)], language: "en")
        let photo = try await fixture.addPhoto(subscriber: "1")
        let server = try await RunningServer(fixture.staff)
        let page = try await server.request("GET", "/review/\(photo)", headers: [Self.clerk])
        #expect(!page.text.contains("Gönderen kayıtlı değil."))
        #expect(page.text.contains("<b>11111111</b>"))
        #expect(page.text.contains("<q lang=\"en\">"))
        #expect(!page.text.contains("<q lang=\"tr\">"))
        try await server.stop()
    }

    @Test("Who gives up the name gives up the session too; a new name is a new one")
    func newSession() async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.staff)
        let origin = "Origin: http://127.0.0.1:\(server.port)"
        let left = try await server.request(
            "POST", "/review/name", headers: [Self.clerk, origin], body: Array("forget=1".utf8))
        #expect((left.headers["set-cookie"] ?? "").contains("endeks-session=; Path=/review; Max-Age=0"))
        let next = try await server.request(
            "POST", "/review/name", headers: [Self.clerk, origin], body: Array("name=Deniz".utf8))
        let session = try #require((next.headers["set-cookie"] ?? "").firstMatch(of: /endeks-session=([0-9a-f]{32});/))
            .1
        #expect(session != "0123456789abcdef0123456789abcdef")
        try await server.stop()
    }
}
