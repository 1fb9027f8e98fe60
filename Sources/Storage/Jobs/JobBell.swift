internal import Synchronization

/// Wakes whoever waits for work of a queue, after the commit that brought it.
package final class JobBell: Sendable {
    private struct Listeners {
        var next = 0
        var rings: [Int: (queues: Set<JobQueue>, ring: AsyncStream<Void>.Continuation)] = [:]
    }

    private let listeners = Mutex(Listeners())

    init() {}

    /// A stream that yields after every commit that put jobs into one of the queues; rings that nobody heard run
    /// together.
    package func rings(for queues: JobQueue...) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        listen(for: Set(queues), continuation)
        return stream
    }

    /// Rings into a stream that others wake too.
    func listen(for queues: Set<JobQueue>, _ ring: AsyncStream<Void>.Continuation) {
        let key = listeners.withLock { listeners in
            listeners.next += 1
            listeners.rings[listeners.next] = (queues, ring)
            return listeners.next
        }
        ring.onTermination = { [weak self] _ in
            self?.listeners.withLock { _ = $0.rings.removeValue(forKey: key) }
        }
    }

    /// Wakes whoever waits for one of the queues.
    package func ring(_ queues: Set<JobQueue>) {
        if queues.isEmpty { return }
        let rings = listeners.withLock { listeners in
            listeners.rings.values.filter { !$0.queues.isDisjoint(with: queues) }.map(\.ring)
        }
        for ring in rings { ring.yield() }
    }
}
