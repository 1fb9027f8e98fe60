import Hummingbird
import Testing
import Web

@Suite("Slow clients", .serialized)
struct ConnectionTests {
    private static func limits() -> ConnectionLimits {
        var limits = ConnectionLimits()
        (limits.head, limits.body, limits.idle) = (.milliseconds(400), .milliseconds(500), .milliseconds(700))
        return limits
    }

    private static func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.get("/") { _, _ in "fine" }
        router.post("/") { request, _ in
            let body = try await request.body.collect(upTo: 1 << 20)
            return "\(body.readableBytes)"
        }
        return router
    }

    @Test("A head that comes letter by letter has one deadline, not one for each letter")
    func slowHead() async throws {
        let server = try await RunningServer(Self.router(), limits: Self.limits())
        let client = try RawClient(port: server.port)
        let began = ContinuousClock.now
        await client.send("GET / HTTP/1.1\r\nHost: x\r\n")
        for letter in 0..<100 {
            guard await client.send("X-\(letter): 1\r\n") else { break }
            try await Task.sleep(for: .milliseconds(40))
        }
        let answer = await client.receive(untilClosed: true)
        #expect(answer.status == 0)
        #expect(ContinuousClock.now - began >= .milliseconds(390))
        // Closed at its deadline; the letters after it went nowhere.
        #expect(ContinuousClock.now - began < .seconds(30))
        try await server.stop()
    }

    @Test("A body that drips is answered with 408 and closed at its deadline")
    func slowBody() async throws {
        let server = try await RunningServer(Self.router(), limits: Self.limits())
        let client = try RawClient(port: server.port)
        let began = ContinuousClock.now
        await client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
        for _ in 0..<8 {
            await client.send("a")
            try await Task.sleep(for: .milliseconds(100))
        }
        let answer = await client.receive(untilClosed: true)
        #expect(answer.status == 408)
        #expect(answer.isClosed)
        #expect((.milliseconds(490)..<(.seconds(30))).contains(ContinuousClock.now - began))
        try await server.stop()
    }

    @Test("A connection may be used again, and is closed once it idles too long")
    func idle() async throws {
        // Long enough that a busy machine's own pause between two requests is none.
        var limits = ConnectionLimits()
        (limits.head, limits.idle) = (.seconds(20), .seconds(5))
        let server = try await RunningServer(Self.router(), limits: limits)
        let client = try RawClient(port: server.port)
        for _ in 0..<2 {
            await client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(await client.receive().text == "fine")
            try await Task.sleep(for: .milliseconds(50))
        }
        let began = ContinuousClock.now
        #expect(await client.receive(untilClosed: true).isClosed)
        #expect(ContinuousClock.now - began < .seconds(30))
        try await server.stop()
    }

    @Test("When there are too many connections, the one that has kept us waiting longest gives way")
    func crowd() async throws {
        var limits = ConnectionLimits()
        limits.connections = 3
        let server = try await RunningServer(Self.router(), limits: limits)
        var silent: [RawClient] = []
        for _ in 0..<3 {
            silent.append(try RawClient(port: server.port))
            try await Task.sleep(for: .milliseconds(60))
        }
        let client = try RawClient(port: server.port)
        await client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(await client.receive().text == "fine")
        #expect(await silent[0].receive(untilClosed: true).isClosed)
        // The others were left alone.
        await silent[2].send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(await silent[2].receive().text == "fine")
        try await server.stop()
    }

    @Test("A stop does not wait for a client that dawdles")
    func stop() async throws {
        var limits = ConnectionLimits()
        limits.stop = .milliseconds(300)
        let server = try await RunningServer(Self.router(), limits: limits)
        let client = try RawClient(port: server.port)
        await client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
        try await Task.sleep(for: .milliseconds(100))
        let began = ContinuousClock.now
        try await server.stop()
        #expect(ContinuousClock.now - began < .seconds(30))
    }
}
