import Foundation

/// Where the sample utility keeps everything: the service's data, what the customers remember, the invoices they got.
struct DemoFolder {
    let url: URL

    init(_ path: String?) throws {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? NSHomeDirectory()
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/share"
        url = URL(fileURLWithPath: path ?? data + "/endeks/sample", isDirectory: true)
        try FileManager.default.createDirectory(
            at: documents, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    var data: URL { url.appending(path: "data") }
    var customers: URL { url.appending(path: "customers") }
    var documents: URL { url.appending(path: "documents") }
    var config: URL { url.appending(path: "endeks.yaml") }
    var log: URL { url.appending(path: "service.log") }
    /// There once the sample subscribers were imported.
    var imported: URL { url.appending(path: "imported") }

    var isImported: Bool { FileManager.default.fileExists(atPath: imported.path) }

    /// The configuration of a service that answers by the stand-in; only addresses differ from a real one.
    func writeConfig(_ ports: DemoPorts, phoneNumberID: String) throws {
        let text = """
            # Written by 'endeks demo' at each start.
            listen: 127.0.0.1:\(ports.webhook)
            staff: 127.0.0.1:\(ports.staff)
            whatsapp:
              graph: http://127.0.0.1:\(ports.graph)
              phone-number-id: "\(phoneNumberID)"
              grace-seconds: 5

            """
        try Data(text.utf8).write(to: config, options: .atomic)
    }

    /// Keeps an invoice that a customer got.
    func keep(document name: String, _ bytes: [UInt8]) {
        let safe = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        guard !safe.isEmpty, safe.first != "." else { return }
        try? Data(bytes).write(to: documents.appending(path: safe), options: .atomic)
    }

    /// A path as people write it.
    static func shortened(_ url: URL) -> String {
        let path = url.standardizedFileURL.path
        guard let home = ProcessInfo.processInfo.environment["HOME"], !home.isEmpty, path.hasPrefix(home + "/") else {
            return path
        }
        return "~" + path.dropFirst(home.count)
    }
}

/// The three ports of the sample utility: the usual ones where they are free.
struct DemoPorts {
    let webhook: Int
    let staff: Int
    let graph: Int

    init() throws {
        webhook = try Self.free(8080)
        staff = try Self.free(8081)
        graph = try Self.free(9470)
    }

    struct NoPort: Error, CustomStringConvertible {
        var description: String { "no port of this machine is free" }
    }

    private static func free(_ wanted: UInt16) throws -> Int {
        for port in [wanted, 0] {
            if let found = bound(port) { return found }
        }
        throw NoPort()
    }

    /// The port that could be bound, given back at once.
    private static func bound(_ port: UInt16) -> Int? {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { return nil }
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        var reuse: Int32 = 1
        // As the servers do: a port whose last connections still linger is free.
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        return isBound ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }
}
