internal import Foundation
internal import Synchronization

/// A fixed set of threads for calls that block: the file system, C libraries.
///
/// Swift's own threads are as many as there are cores; a call that waits on one of them holds up everything.
package final class BlockingThreads: Sendable {
    private let work = Mutex<[@Sendable () -> Void]>([])
    private let arrivals = DispatchSemaphore(value: 0)
    private let count: Int

    package init(name: String, count: Int) {
        self.count = count
        for _ in 0..<count {
            let thread = Thread { [weak self, arrivals] in
                while true {
                    arrivals.wait()
                    guard let next = self?.next() else { return }
                    next()
                }
            }
            thread.name = name
            thread.stackSize = 1 << 20
            thread.start()
        }
    }

    deinit {
        // Every thread wakes and finds that nobody is left.
        for _ in 0..<count { arrivals.signal() }
    }

    private func next() -> (@Sendable () -> Void)? {
        work.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    /// Runs `body` on one of the threads; a cancelled task waits for it too.
    package func run<Success: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () throws(Failure) -> Success
    ) async throws(Failure) -> Success {
        let result: Result<Success, Failure> = await withCheckedContinuation { continuation in
            work.withLock {
                $0.append {
                    // The set outlives its work: somebody waits for it here.
                    continuation.resume(returning: Result { () throws(Failure) in try body() })
                }
            }
            arrivals.signal()
        }
        return try result.get()
    }
}
