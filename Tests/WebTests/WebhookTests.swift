import Foundation
import Storage
import Testing
import Web

@Suite("The webhook")
struct WebhookTests {
    /// HMAC-SHA256 of two bodies under "a secret", the second of them no JSON; from
    /// `printf … | openssl dgst -sha256 -hmac …`.
    private static let signed: [(body: String, signature: String)] = [
        ("{}", "c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397"),
        ("{\"a", "196e796253bab79a0e01e3fe36afa42553849a628370c617102cd8abf33d6fec"),
    ]

    private func header(_ signature: String) -> [String] { ["X-Hub-Signature-256: sha256=\(signature)"] }

    @Test("A signed body is kept and answered with 200, readable or not", arguments: signed)
    func keeps(body: String, signature: String) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.webhook)
        let answer = try await server.request(
            "POST", "/webhook", headers: header(signature), body: Array(body.utf8))
        #expect(answer.status == 200)
        #expect(try await fixture.kept() == 1)
        try await server.stop()
    }

    @Test(
        "A wrong or missing signature is 401, and nothing is kept",
        arguments: [
            [], ["X-Hub-Signature-256: sha256=196e796253bab79a0e01e3fe36afa42553849a628370c617102cd8abf33d6fec"],
            ["X-Hub-Signature-256: c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397"],
            ["X-Hub-Signature-256: sha1=c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397"],
            ["X-Hub-Signature-256: sha256="],
            ["X-Hub-Signature: sha256=c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397"],
        ])
    func refuses(headers: [String]) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.webhook)
        let answer = try await server.request("POST", "/webhook", headers: headers, body: Array("{}".utf8))
        #expect(answer.status == 401)
        #expect(try await fixture.kept() == 0)
        try await server.stop()
    }

    @Test("During a rotation both secrets are good")
    func rotation() async throws {
        let fixture = try WebFixture(secrets: ["new", WebFixture.secret])
        let server = try await RunningServer(fixture.webhook)
        let answer = try await server.request(
            "POST", "/webhook", headers: header("c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397"),
            body: Array("{}".utf8))
        #expect(answer.status == 200)
        try await server.stop()
    }

    @Test("More than 3 MB is 413, announced or not", arguments: [true, false])
    func tooLarge(isAnnounced: Bool) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.webhook)
        let size = WebhookRoutes.mostBytes + 1
        var body = [UInt8](repeating: UInt8(ascii: "a"), count: size)
        if !isAnnounced {
            body = Array("\(String(size, radix: 16))\r\n".utf8) + body + Array("\r\n0\r\n\r\n".utf8)
        }
        let answer = try await server.request(
            "POST", "/webhook",
            headers: header("c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397")
                + (isAnnounced ? [] : ["Transfer-Encoding: chunked"]), body: body)
        #expect(answer.status == 413)
        try await server.stop()
    }

    @Test("What cannot be stored is 503, and is taken once it can")
    func storeDown() async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.webhook)
        // The table is away: whatever the reason, the database does not take the body.
        _ = try await fixture.store.write { try $0.run("ALTER TABLE inbox RENAME TO elsewhere") }
        let down = try await server.request(
            "POST", "/webhook", headers: header("c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397"),
            body: Array("{}".utf8))
        #expect(down.status == 503)
        #expect(down.headers["retry-after"] == "5")
        _ = try await fixture.store.write { try $0.run("ALTER TABLE elsewhere RENAME TO inbox") }
        let up = try await server.request(
            "POST", "/webhook", headers: header("c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397"),
            body: Array("{}".utf8))
        #expect(up.status == 200)
        #expect(try await fixture.kept() == 1)
        try await server.stop()
    }

    @Test("A service that stops takes nothing more, and says that it is not ready")
    func stopping() async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.webhook)
        #expect(try await server.request("GET", "/readyz").status == 200)
        fixture.stop.raise()
        #expect(try await server.request("GET", "/readyz").status == 503)
        #expect(try await server.request("GET", "/healthz").status == 200)
        let answer = try await server.request(
            "POST", "/webhook", headers: header("c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397"),
            body: Array("{}".utf8))
        #expect(answer.status == 503)
        #expect(try await fixture.kept() == 0)
        try await server.stop()
    }

    @Test("The challenge comes back as plain text to whoever knows the token")
    func handshake() async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.webhook)
        let query = "/webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
        let right = try await server.request("GET", query + "verify%20me")
        #expect(right.status == 200)
        #expect(right.text == "1158201444")
        #expect(right.headers["content-type"] == "text/plain; charset=utf-8")
        for wrong in [query + "verify", query, "/webhook", "/webhook?hub.verify_token=verify%20me&hub.challenge=1"] {
            #expect(try await server.request("GET", wrong).status == 403)
        }
        try await server.stop()
    }

    @Test("The review page and the metrics are not on the published port")
    func apart() async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.webhook)
        for path in ["/review", "/metrics", "/review/1/photo.jpg"] {
            #expect(try await server.request("GET", path).status == 404)
        }
        try await server.stop()
    }
}
