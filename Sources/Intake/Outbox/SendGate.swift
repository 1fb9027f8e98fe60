internal import Logging
internal import Metrics
internal import ServiceLifecycle
internal import Synchronization

/// Whether the channel may be called: after an error of the account or the token nothing is, until somebody sees to it.
final class SendGate: Sendable {
    private struct State {
        var isClosed = false
        var isStopping = false
        var next = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())
    private let logger: Logger

    /// `isOpen` is false where the channel cannot be called at all yet.
    init(isOpen: Bool = true, logger: Logger) {
        self.logger = logger
        state.withLock { $0.isClosed = !isOpen }
        Gauge(label: "wa_sender_stopped").record(isOpen ? 0 : 1)
    }

    var isOpen: Bool { state.withLock { !$0.isClosed } }

    /// Closes the gate; the error says why.
    func close(_ error: GraphError) {
        let first = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        guard first else { return }
        Gauge(label: "wa_sender_stopped").record(1)
        logger.critical(
            """
            the channel refuses us: nothing is sent until the service is started again or told to reload; \
            check the token, the account and its payment
            """, metadata: ["status": "\(error.status)", "code": "\(error.code ?? 0)"])
    }

    /// Opens it: after a reload.
    func open() {
        let waiting = state.withLock { state in
            state.isClosed = false
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        Gauge(label: "wa_sender_stopped").record(0)
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until the gate is open; false where the service stops before.
    func pass() async -> Bool {
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                while true {
                    let ended = state.withLock { state in state.isStopping || !state.isClosed }
                    if ended || Task.isCancelled { break }
                    await wait()
                }
                return state.withLock { !$0.isStopping && !$0.isClosed }
            } onGracefulShutdown: {
                self.stop()
            }
        } onCancel: {
            stop()
        }
    }

    /// The service runs, perhaps again: nobody is sent home any more.
    func begin() { state.withLock { $0.isStopping = false } }

    /// Lets everybody who waits go home.
    func stop() {
        let waiting = state.withLock { state in
            state.isStopping = true
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume() }
    }

    private func wait() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                guard state.isClosed, !state.isStopping else { return true }
                state.next += 1
                state.waiting[state.next] = continuation
                return false
            }
            if isOver { continuation.resume() }
        }
    }
}
