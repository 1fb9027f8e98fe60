import Hummingbird
import Logging
import ServiceLifecycle
import Web

/// A server that runs on a free port while a test needs it.
final class RunningServer: Sendable {
    let port: Int
    private let group: ServiceGroup
    private let task: Task<Void, any Error>

    init(_ router: Router<BasicRequestContext>, limits: ConnectionLimits = ConnectionLimits()) async throws {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = WebServer(
            name: "test", address: ListenAddress(host: "127.0.0.1", port: 0), limits: limits, router: router,
            logger: logger
        ) { address in found.yield(address.port) }
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        self.group = group
        task = Task { try await group.run() }
        var first: Int?
        for await port in ports {
            first = port
            break
        }
        port = first ?? 0
    }

    /// Stops as SIGTERM does, and returns when it has stopped.
    func stop() async throws {
        await group.triggerGracefulShutdown()
        try await task.value
    }

    /// One request on a connection of its own.
    func request(
        _ method: String, _ path: String, headers: [String] = [], host: String? = nil, body: [UInt8] = []
    ) async throws -> RawAnswer {
        let client = try RawClient(port: port)
        var lines = ["\(method) \(path) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")"] + headers
        if !body.isEmpty, !headers.contains(where: { $0.hasPrefix("Transfer-Encoding") }) {
            lines.append("Content-Length: \(body.count)")
        }
        await client.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
        return await client.receive()
    }
}
