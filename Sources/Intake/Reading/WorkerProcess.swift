internal import CSpawn
internal import Glibc

/// A worker process and the socket to it; used by one thread at a time.
///
/// Unchecked, because `WorkerPool` hands it to one question at a time and the question's queue is the only one that
/// touches it until the answer is there.
final class WorkerProcess: @unchecked Sendable {
    private let process: pid_t
    private let socket: Int32
    private var isEnded = false

    /// Starts a worker.
    ///
    /// It gets a socket as standard input and output, no standard error, an environment without our secrets, and no other
    /// descriptor of ours, whatever this process has open.
    init(command: [String]) throws(WorkerError) {
        var ends: [Int32] = [-1, -1]
        guard let program = command.first,
            socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0
        else { throw .notStarted(errno: errno) }
        let (ours, theirs) = (ends[0], ends[1])
        defer { close(theirs) }
        var child = pid_t()
        var status: Int32 = 0
        Self.withStrings(command) { arguments in
            Self.withStrings(Self.environment()) { environment in
                status = endeks_spawn_worker(program, arguments, environment, theirs, &child)
            }
        }
        guard status == 0 else {
            close(ours)
            throw .notStarted(errno: status)
        }
        (process, socket) = (child, ours)
    }

    deinit { end() }

    /// The worker's process number, for tests that end it.
    var number: Int32 { process }

    /// Whether it still waits for a question; one that died while it waited says nothing about the next photo.
    var isAlive: Bool {
        var descriptor = pollfd(fd: socket, events: 0, revents: 0)
        return !isEnded && poll(&descriptor, 1, 0) == 0
    }

    /// What came of a question; a worker that did not answer is of no use after it.
    enum Reply: Sendable {
        case answer(WorkerAnswer)
        /// The worker died, or answered what is no answer.
        case died
        /// It still works on it.
        case late
    }

    /// Puts a question and waits for the answer.
    func ask(_ question: [UInt8], patience: Duration) -> Reply {
        let deadline = ContinuousClock.now + patience
        let limits = WorkerFrame.answerLimits
        guard send(question, until: deadline), let head = receive(4 * limits.count, until: deadline),
            let lengths = WorkerFrame.lengths(head, limits: limits),
            let body = receive(lengths.reduce(0, +), until: deadline)
        else { return ContinuousClock.now < deadline ? .died : .late }
        return WorkerFrame.answer(WorkerFrame.parts(body, lengths: lengths)).map { .answer($0) } ?? .died
    }

    /// Ends the worker, whatever it does.
    func end() {
        guard !isEnded else { return }
        isEnded = true
        close(socket)
        kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    private func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) -> Bool {
        var sent = 0
        while sent < bytes.count {
            guard isReady(Int16(POLLOUT), until: deadline) else { return false }
            let put = bytes.withUnsafeBytes {
                Glibc.send(
                    socket, $0.baseAddress?.advanced(by: sent), $0.count - sent,
                    // Without the signal that a write to a dead worker would send to the whole service.
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if put < 0, errno == EINTR || errno == EAGAIN { continue }
            guard put > 0 else { return false }
            sent += put
        }
        return true
    }

    private func receive(_ count: Int, until deadline: ContinuousClock.Instant) -> [UInt8]? {
        var (bytes, filled) = ([UInt8](repeating: 0, count: count), 0)
        while filled < count {
            guard isReady(Int16(POLLIN), until: deadline) else { return nil }
            let got = bytes.withUnsafeMutableBytes {
                recv(socket, $0.baseAddress?.advanced(by: filled), count - filled, Int32(MSG_DONTWAIT))
            }
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }

    private func isReady(_ events: Int16, until deadline: ContinuousClock.Instant) -> Bool {
        while true {
            let left = deadline - .now
            guard left > .zero else { return false }
            let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
            var descriptor = pollfd(fd: socket, events: events, revents: 0)
            let count = poll(&descriptor, 1, Int32(clamping: milliseconds + 1))
            if count < 0, errno == EINTR { continue }
            return count > 0
        }
    }

    /// What a worker is told of our surroundings: where libraries lie, and nothing of ours.
    private static func environment() -> [String] {
        let handed = ["PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL"]
        return handed.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    }

    private static func withStrings(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Void
    ) {
        let pointers = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        pointers.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { body(base) }
        }
    }
}
