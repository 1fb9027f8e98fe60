import Foundation
import Hummingbird
import Storage
import Testing
import Web

/// What eight or nine clients that send next to nothing may not do to the webhooks of the others.
@Suite("Bodies without an announced length", .serialized)
struct CrowdTests {
    /// HMAC-SHA256 of `{}` under "a secret".
    private static let header =
        "X-Hub-Signature-256: sha256=c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397"

    @Test("Idle chunked and idle announced bodies keep no webhook out", arguments: [true, false])
    func idle(isChunked: Bool) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.webhook)
        let length = isChunked ? "Transfer-Encoding: chunked" : "Content-Length: \(WebhookRoutes.mostBytes)"
        var idle: [RawClient] = []
        for _ in 0..<12 {
            let client = try RawClient(port: server.port)
            await client.send("POST /webhook HTTP/1.1\r\nHost: x\r\n\(Self.header)\r\n\(length)\r\n\r\n")
            await client.send(isChunked ? "1\r\n{\r\n" : "{")
            idle.append(client)
        }
        try await Task.sleep(for: .milliseconds(300))
        let answer = try await server.request(
            "POST", "/webhook", headers: [Self.header, "Transfer-Encoding: chunked"],
            body: Array("2\r\n{}\r\n0\r\n\r\n".utf8))
        #expect(answer.status == 200)
        #expect(try await fixture.kept() == 1)
        withExtendedLifetime(idle) {}
        idle = []
        try await server.stop()
    }

    @Test("Bodies that have come take room, and give it back when their clients are gone")
    func full() async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.webhook)
        let size = WebhookRoutes.mostBytes
        let most = [UInt8](repeating: UInt8(ascii: "a"), count: size - 1)
        var large: [RawClient] = []
        // The room is for eight of them.
        for _ in 0..<8 {
            let client = try RawClient(port: server.port)
            await client.send("POST /webhook HTTP/1.1\r\nHost: x\r\n\(Self.header)\r\nContent-Length: \(size)\r\n\r\n")
            await client.send(most)
            large.append(client)
        }
        try await Task.sleep(for: .milliseconds(500))
        func whole() async throws -> Int {
            try await server.request("POST", "/webhook", headers: [Self.header], body: most).status
        }
        #expect(try await whole() == 503)
        // One of one or two kilobytes, as they all are, needs none.
        #expect(
            try await server.request("POST", "/webhook", headers: [Self.header], body: Array("{}".utf8)).status == 200)
        large = []
        var status = 503
        for _ in 0..<50 where status == 503 {
            try await Task.sleep(for: .milliseconds(100))
            status = try await whole()
        }
        // It has room, and is not signed.
        #expect(status == 401)
        try await server.stop()
    }
}
