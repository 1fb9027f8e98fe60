internal import CCurl
internal import Foundation
internal import Synchronization

/// A fixed set of threads that call the channel, each with its own connections: libcurl blocks, and the threads of Swift's
/// concurrency must not.
final class HTTPCallers: Sendable {
    private struct Waiting: Sendable {
        let call: HTTPCall
        let answer: CheckedContinuation<HTTPOutcome, Never>
    }

    private final class Line: Sendable {
        let calls = Mutex<(waiting: [Waiting], isClosed: Bool)>(([], false))
        let arrivals = DispatchSemaphore(value: 0)
    }

    private let line = Line()
    private let count: Int

    init(count: Int) {
        self.count = count
        for number in 1...count {
            let thread = Thread { [line] in Self.work(line) }
            thread.name = "endeks-http-\(number)"
            thread.stackSize = 1 << 20
            thread.start()
        }
    }

    deinit {
        line.calls.withLock { $0.isClosed = true }
        for _ in 1...count { line.arrivals.signal() }
    }

    /// Makes the call as soon as a thread is free.
    func make(_ call: HTTPCall) async -> HTTPOutcome {
        await withCheckedContinuation { answer in
            line.calls.withLock { $0.waiting.append(Waiting(call: call, answer: answer)) }
            line.arrivals.signal()
        }
    }

    private static func work(_ line: Line) {
        let handle = endeks_curl_open()
        defer { endeks_curl_close(handle) }
        while true {
            line.arrivals.wait()
            let next = line.calls.withLock { calls -> (waiting: Waiting?, isClosed: Bool) in
                (calls.waiting.isEmpty ? nil : calls.waiting.removeFirst(), calls.isClosed)
            }
            if let waiting = next.waiting {
                waiting.answer.resume(returning: perform(waiting.call, on: handle))
            } else if next.isClosed {
                return
            }
        }
    }

    private static func perform(_ call: HTTPCall, on handle: OpaquePointer?) -> HTTPOutcome {
        guard let handle else { return .notSent(0) }
        var response = endeks_curl_response()
        let body = call.body ?? []
        call.method.rawValue.withCString { method in
            call.address.text.withCString { url in
                call.headers.joined(separator: "\n").withCString { headers in
                    body.withUnsafeBufferPointer { bytes in
                        var request = endeks_curl_request()
                        request.method = method
                        request.url = url
                        request.headers = headers
                        request.body = call.body == nil ? nil : bytes.baseAddress
                        request.body_count = bytes.count
                        request.connect_milliseconds = 5_000
                        request.total_milliseconds = Int(call.patience.components.seconds) * 1000
                        request.most = call.most
                        request.on_loopback = call.address.isLoopback ? 1 : 0
                        request.alone = call.hasEffect ? 1 : 0
                        endeks_curl_perform(handle, &request, &response)
                    }
                }
            }
        }
        defer { endeks_curl_release(&response) }
        switch response.outcome {
        case endeks_curl_answered:
            let received = UnsafeBufferPointer(start: response.body, count: response.count)
            return .answered(
                HTTPAnswer(
                    status: response.status, body: Array(received),
                    retryAfter: response.retry_after > 0 ? .seconds(response.retry_after) : nil))
        case endeks_curl_too_large: return .tooLarge
        case endeks_curl_no_response: return .noResponse(Int(response.code))
        default: return .notSent(Int(response.code))
        }
    }
}
