import Foundation

/// A client that sends bytes and nothing else: what a browser would never send, a test must.
final class RawClient: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Failed(step: "connect", errno: errno) }
        var patience = timeval(tv_sec: 15, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// Sends bytes; false once the other side is gone.
    @discardableResult
    func send(_ bytes: [UInt8]) async -> Bool {
        await onThread {
            var rest = bytes[...]
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes {
                    Glibc.send(self.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard sent > 0 else { return false }
                rest = rest.dropFirst(sent)
            }
            return true
        }
    }

    @discardableResult
    func send(_ text: String) async -> Bool { await send(Array(text.utf8)) }

    /// What comes until one answer is whole (`end` nil) or the other side closes.
    func receive(untilClosed: Bool = false) async -> RawAnswer {
        await onThread {
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(self.descriptor, &chunk, chunk.count, 0)
                if count <= 0 { return RawAnswer(bytes, isClosed: count == 0) }
                bytes += chunk[..<count]
                let answer = RawAnswer(bytes, isClosed: false)
                if !untilClosed, answer.isWhole { return answer }
            }
        }
    }

    private func onThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        // Blocking calls keep off the threads that the server under test works on.
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    struct Failed: Error {
        let step: String
        let errno: Int32
    }
}

/// An answer as it came over the wire.
struct RawAnswer: Sendable {
    let status: Int
    let headers: [String: String]
    let body: [UInt8]
    let isClosed: Bool
    fileprivate let isWhole: Bool

    var text: String { String(decoding: body, as: UTF8.self) }

    fileprivate init(_ bytes: [UInt8], isClosed: Bool) {
        self.isClosed = isClosed
        let gap = Array("\r\n\r\n".utf8)
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: gap) }) else {
            (status, headers, body, isWhole) = (0, [:], [], false)
            return
        }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased(), default: ""] += parts[1].trimmingCharacters(in: .whitespaces)
        }
        self.headers = headers
        body = Array(bytes[(end + 4)...])
        isWhole = body.count >= Int(headers["content-length"] ?? "0") ?? 0
    }
}
