internal import Foundation
internal import GRDB
internal import Synchronization

/// The one writer: a thread that takes all transactions that wait, runs each in a savepoint, and commits them together.
///
/// One sync of the disk serves them all; that is how a synced answer stays cheap.
final class GroupWriter: Sendable {
    /// So many transactions share a commit at most, so that none waits long for the others.
    private static let most = 256

    private struct Waiting: Sendable {
        /// Runs the transaction; afterwards `settle` tells the one who waits.
        let run: @Sendable (Transaction) throws -> Void
        let settle: @Sendable ((any Error)?) -> Void
    }

    private let pool: DatabasePool
    private let bell: JobBell
    private let line = Mutex<[Waiting]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    init(pool: DatabasePool, bell: JobBell) {
        self.pool = pool
        self.bell = bell
        let thread = Thread { [weak self, arrivals] in
            while true {
                arrivals.wait()
                guard let self else { return }
                guard self.commitOnce() else { return }
            }
        }
        thread.name = "endeks-writer"
        thread.stackSize = 4 << 20
        thread.start()
    }

    deinit {
        // Wakes the thread, which then finds that nobody is left.
        arrivals.signal()
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let outcome = Mutex<Swift.Result<Result, any Error>?>(nil)
            let waiting = Waiting { transaction in
                do {
                    let result = try body(transaction)
                    outcome.withLock { $0 = .success(result) }
                } catch {
                    outcome.withLock { $0 = .failure(error) }
                    throw error
                }
            } settle: { error in
                if let error {
                    continuation.resume(throwing: error)
                } else if let result = outcome.withLock({ $0 }) {
                    continuation.resume(with: result)
                } else {
                    continuation.resume(throwing: StoreError.failed("a transaction did not run"))
                }
            }
            line.withLock { $0.append(waiting) }
            arrivals.signal()
        }
    }

    /// Commits what waits; false when the writer is to end.
    private func commitOnce() -> Bool {
        let batch = line.withLock { line in
            let batch = Array(line.prefix(Self.most))
            line.removeFirst(batch.count)
            return batch
        }
        guard !batch.isEmpty else { return true }
        var rung: Set<JobQueue> = []
        var failures: [(any Error)?] = []
        do {
            try pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    for waiting in batch {
                        let transaction = Transaction(database)
                        do {
                            try database.inSavepoint {
                                try waiting.run(transaction)
                                return .commit
                            }
                            rung.formUnion(transaction.rung)
                            failures.append(nil)
                        } catch {
                            failures.append(error is DatabaseError ? StoreError(error) : error)
                        }
                    }
                    return .commit
                }
            }
            for (waiting, failure) in zip(batch, failures) { waiting.settle(failure) }
            for queue in rung { bell.ring(queue) }
        } catch {
            // Nothing of the batch was committed.
            let failure = StoreError(error)
            for waiting in batch { waiting.settle(failure) }
        }
        return true
    }
}
