internal import Synchronization

/// Wakes whoever waits for work of a queue, after the commit that brought it.
package final class JobBell: Sendable {
    private let listeners = Mutex<[JobQueue: [AsyncStream<Void>.Continuation]]>([:])

    init() {}

    /// A stream that yields after every commit that put jobs into the queue; rings that nobody heard run together.
    package func rings(for queue: JobQueue) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        listeners.withLock { $0[queue, default: []].append(continuation) }
        return stream
    }

    func ring(_ queue: JobQueue) {
        for listener in listeners.withLock({ $0[queue] ?? [] }) { listener.yield() }
    }
}
