import Foundation
import Storage
import Testing
import Web

/// A clerk corrects a photo that was billed: the page asks once more, with the amounts before and after.
@Suite("Taking an invoice back on the page")
struct ReversalPageTests {
    private static let clerk = "Cookie: endeks-clerk=Ay%C5%9Fe; endeks-session=0123456789abcdef0123456789abcdef"

    /// A billed photo whose customer asked for a person; its key.
    private func objected(_ fixture: WebFixture) async throws -> Int64 {
        try await fixture.addBooks([.init(number: "1")])
        return try await fixture.addPhoto(subscriber: "1", billedAt: "01042")
    }

    @Test(
        "The first key asks with both amounts in the clerk's language, the second one decides",
        arguments: [("tr", "iptal edilir"), ("en", "is reversed")])
    func asksOnce(language: String, words: String) async throws {
        let fixture = try WebFixture()
        let photo = try await objected(fixture)
        let server = try await RunningServer(fixture.staff)
        let headers = [Self.clerk + "; endeks-language=\(language)", "Origin: http://127.0.0.1:\(server.port)"]
        _ = try await server.request("GET", "/review/\(photo)", headers: headers)
        let form = "action=accept&index=01040&retyped=1&seen=OGZ2026000000001"
        let asked = try await server.request(
            "POST", "/review/\(photo)/decision", headers: headers, body: Array(form.utf8))
        #expect(asked.status == 422)
        // 21 m3 before and 19 m3 after, by 10.64 kWh/m3, 1 TL/kWh and 20 %.
        for part in [
            words, "OGZ2026000000001", language == "tr" ? "268,13" : "268.13", language == "tr" ? "242,59" : "242.59",
        ] {
            #expect(asked.text.contains(part), "\(part)")
        }
        let mark = try #require(asked.text.firstMatch(of: /data-asked="([^"]+)"/)).1
        #expect(mark.hasPrefix("01040.1.reversal.OGZ2026000000001."))
        let pending = "SELECT count(*) AS number FROM review_decision WHERE state = 'pending'"
        #expect(try await fixture.store.read { try $0.row(pending)?.integer("number") } == 0)
        let decided = try await server.request(
            "POST", "/review/\(photo)/decision", headers: headers, body: Array((form + "&checked=\(mark)").utf8))
        #expect(decided.status == 303)
        #expect(try await fixture.store.read { try $0.row(pending)?.integer("number") } == 1)
        try await server.stop()
    }
}
