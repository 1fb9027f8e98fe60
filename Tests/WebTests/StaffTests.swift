import Foundation
import Testing
import Web

@Suite("The staff port")
struct StaffTests {
    private static let clerk = "Cookie: endeks-clerk=Ay%C5%9Fe; endeks-session=0123456789abcdef0123456789abcdef"

    @Test(
        "A foreign Host is 421, so that no page may point its own name here",
        arguments: ["example.org", "127.0.0.1.example.org:8081", "192.168.1.2:8081", "localhost.example.org"])
    func foreignHost(host: String) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.staff)
        for path in ["/review", "/metrics", "/review/assets/style.css"] {
            #expect(try await server.request("GET", path, host: host).status == 421)
        }
        try await server.stop()
    }

    @Test(
        "The machine's own names are good, whatever port a tunnel uses",
        arguments: ["localhost:9000", "[::1]:1", "127.0.0.1"])
    func ownHost(host: String) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.staff)
        #expect(try await server.request("GET", "/review", host: host).status == 200)
        try await server.stop()
    }

    @Test(
        "A form from another page is 403",
        arguments: [
            "Origin: http://example.org", "Origin: null", "Sec-Fetch-Site: cross-site", "Origin: http://127.0.0.1:1",
        ])
    func foreignOrigin(header: String) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.staff)
        let answer = try await server.request(
            "POST", "/review/name", headers: [header], body: Array("name=A".utf8))
        #expect(answer.status == 403)
        try await server.stop()
    }

    @Test(
        "Every answer forbids framing, foreign scripts and keeping; the clerk's cookies are for no script and no other site"
    )
    func headers() async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.staff)
        for path in ["/review", "/review/7", "/nowhere", "/review/7/photo.jpg"] {
            let answer = try await server.request("GET", path, headers: [Self.clerk])
            let policy = answer.headers["content-security-policy"] ?? ""
            #expect(policy.contains("default-src 'none'"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["cache-control"] == "no-store")
        }
        let named = try await server.request(
            "POST", "/review/name", headers: ["Origin: http://127.0.0.1:\(server.port)"],
            body: Array("name=Ay%C5%9Fe+Deneme".utf8))
        #expect(named.status == 303)
        let cookies = named.headers["set-cookie"] ?? ""
        #expect(cookies.contains("endeks-clerk=Ay%C5%9Fe%20Deneme;"))
        #expect(cookies.components(separatedBy: "HttpOnly; SameSite=Strict").count == 4)
        try await server.stop()
    }

    @Test("Nothing is shown before a name is given, and what is written in a name stays text")
    func name() async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.staff)
        let before = try await server.request("GET", "/review", headers: ["Accept-Language: en"])
        #expect(before.text.contains("What is your name?"))
        #expect(try await server.request("GET", "/review/1/photo.jpg").status == 403)
        for wrong in ["name=", "name=%00", "name=" + String(repeating: "a", count: 61)] {
            #expect(try await server.request("POST", "/review/name", body: Array(wrong.utf8)).status == 422)
        }
        let hostile = "Cookie: endeks-clerk=%3Cscript%3E; endeks-session=0123456789abcdef0123456789abcdef"
        let page = try await server.request("GET", "/review", headers: [hostile])
        #expect(page.text.contains("&lt;script&gt;"))
        #expect(!page.text.contains("<script>"))
        try await server.stop()
    }

    @Test("An empty queue says so in the clerk's language", arguments: [("tr", "Hepsi tamam."), ("en", "All done.")])
    func empty(language: String, words: String) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.staff)
        let answer = try await server.request("GET", "/review", headers: [Self.clerk + "; endeks-language=\(language)"])
        #expect(answer.status == 200)
        #expect(answer.text.contains(words))
        #expect(answer.text.contains("<html lang=\"\(language)\""))
        try await server.stop()
    }

    @Test(
        "A photo that is not there is said, an address that is none is 404",
        arguments: [("7", 404), ("x", 404), ("-1", 404)])
    func gone(photo: String, status: Int) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.staff)
        #expect(try await server.request("GET", "/review/\(photo)", headers: [Self.clerk]).status == status)
        try await server.stop()
    }

    @Test(
        "The language and theme buttons lead back to our own pages alone",
        arguments: ["//example.org", "http://example.org", "/review/../x", "/metrics"])
    func back(path: String) async throws {
        let fixture = try WebFixture()
        let server = try await RunningServer(fixture.staff)
        let answer = try await server.request("POST", "/review/theme", body: Array("theme=dark&back=\(path)".utf8))
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == "/review")
        try await server.stop()
    }
}
