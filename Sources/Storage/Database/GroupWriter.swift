internal import Foundation
internal import GRDB
internal import Synchronization

/// The one writer: a thread that takes all transactions that wait, runs each in a savepoint, and commits them together.
///
/// One sync of the disk serves them all; that is how a synced answer stays cheap. Where a commit of several fails, each
/// is run again by itself, so that the one at fault hides no other.
final class GroupWriter: Sendable {
    /// So many transactions share a commit at most, so that none waits long for the others.
    private static let most = 256

    private struct Waiting: Sendable {
        /// Runs the transaction; what it throws undoes it alone.
        let run: @Sendable (Transaction) throws -> Void
        /// Tells the one who waits, once.
        let settle: @Sendable (Result<Void, any Error>) -> Void
    }

    private let pool: DatabasePool
    private let bell: JobBell
    private let measures: StoreMeasures
    private let line = Mutex<[Waiting]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    init(pool: DatabasePool, bell: JobBell, measures: StoreMeasures) {
        self.pool = pool
        self.bell = bell
        self.measures = measures
        let thread = Thread { [weak self, arrivals] in
            while true {
                arrivals.wait()
                guard let self else { return }
                self.commitNext()
            }
        }
        thread.name = "endeks-writer"
        thread.stackSize = 4 << 20
        thread.start()
    }

    deinit {
        // Wakes the thread, which then finds that nobody is left. Nobody waits: whoever does holds the writer.
        arrivals.signal()
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let result = Mutex<Result?>(nil)
            let waiting = Waiting { transaction in
                let made = try body(transaction)
                result.withLock { $0 = made }
            } settle: { end in
                switch (end, result.withLock { $0 }) {
                case (.failure(let error), _): continuation.resume(throwing: error)
                case (.success, let result?): continuation.resume(returning: result)
                case (.success, nil): continuation.resume(throwing: StoreError.failed("a transaction did not run"))
                }
            }
            line.withLock { $0.append(waiting) }
            arrivals.signal()
        }
    }

    private func commitNext() {
        let batch = line.withLock { line in
            let batch = Array(line.prefix(Self.most))
            line.removeFirst(batch.count)
            return batch
        }
        // Others may have been taken along with an earlier one.
        if batch.isEmpty { return }
        switch commit(batch) {
        case .committed: break
        case .notBegun(let error):
            // Locked, or gone: alone each would wait as long again.
            for waiting in batch { waiting.settle(.failure(error)) }
        case .undone(let error):
            if batch.count == 1 {
                batch[0].settle(.failure(error))
                return
            }
            for (place, waiting) in batch.enumerated() {
                switch commit([waiting]) {
                case .committed: continue
                case .undone(let error): waiting.settle(.failure(error))
                case .notBegun(let error):
                    for waiting in batch[place...] { waiting.settle(.failure(error)) }
                    return
                }
            }
        }
    }

    private enum Outcome {
        /// All that did not throw is on the disk, and everyone was told.
        case committed
        /// No transaction could begin; nothing ran.
        case notBegun(StoreError)
        /// Nothing of it holds; nobody was told.
        case undone(StoreError)
    }

    private func commit(_ batch: [Waiting]) -> Outcome {
        let began = ContinuousClock.now
        var rung: Set<JobQueue> = []
        var buried: [DeadLetter] = []
        var ends: [Result<Void, any Error>] = []
        var hasBegun = false
        do {
            try pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    hasBegun = true
                    for waiting in batch {
                        let transaction = Transaction(database)
                        do {
                            try database.inSavepoint {
                                try waiting.run(transaction)
                                return .commit
                            }
                            rung.formUnion(transaction.rung)
                            buried += transaction.buried
                            ends.append(.success(()))
                        } catch {
                            let failure = error is DatabaseError ? StoreError(error) : error
                            // A full disk, no memory, a failing disk: SQLite may have undone the whole transaction.
                            guard database.isInsideTransaction else { throw failure }
                            ends.append(.failure(failure))
                        }
                    }
                    return .commit
                }
            }
        } catch {
            return hasBegun ? .undone(StoreError(error)) : .notBegun(StoreError(error))
        }
        let took = ContinuousClock.now - began
        for (waiting, end) in zip(batch, ends) { waiting.settle(end) }
        measures.committed(in: took, buried: buried)
        bell.ring(rung)
        return .committed
    }
}
