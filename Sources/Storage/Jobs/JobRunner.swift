package import Logging
internal import ServiceLifecycle
internal import Synchronization

/// Claims jobs and hands them to their handlers, until it is told to stop.
///
/// One service works on a data folder: at the start every lease is void.
package final class JobRunner: Sendable {
    /// Handlers that run get so long to end when the service stops.
    private static let patience = Duration.seconds(5)
    /// A job that found the disk full is tried again after so long.
    private static let roomPause = Duration.seconds(30)

    private struct State {
        var running: [Int64: (queue: JobQueue, run: Int, task: Task<Void, Never>?)] = [:]
        /// How many jobs were started: a job that was put off may be claimed again before its last run has ended here.
        var runs = 0
        var isStopping = false
    }

    private let store: Store
    private let now: TimeSource
    private let work: [JobQueue: JobWork]
    private let order: [JobQueue]
    private let logger: Logger
    private let state = Mutex(State())
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    package init(store: Store, now: @escaping TimeSource, work: [JobWork], logger: Logger) {
        self.store = store
        self.now = now
        self.work = Dictionary(work.map { ($0.queue, $0) }) { first, _ in first }
        order = work.map(\.queue)
        self.logger = logger
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Works until the task is cancelled or the service shuts down gracefully; then claims nothing more, waits up to five
    /// seconds for the handlers that run, and gives their jobs back.
    ///
    /// Throws `StoreError` where the leases of the last run cannot be voided.
    package func run() async throws {
        let crashed = CrashMark.take(folder: store.folder)
        let moment = now()
        let forward = try await store.write { transaction in
            try transaction.voidLeases(crashed: crashed, now: moment)
            return try transaction.bringForward(now: moment)
        }
        if forward > 0 {
            logger.warning(
                "jobs waited for a time too far away: was the clock put back?", metadata: ["jobs": "\(forward)"])
        }
        CrashMark.watch(folder: store.folder)
        store.bell.listen(for: Set(order), wake)
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                // A task of its own: what ends this one must not cut the handlers off at once.
                await Task {
                    await self.claimUntilStopped()
                    await self.drain()
                }.value
            } onGracefulShutdown: {
                self.stop()
            }
        } onCancel: {
            stop()
        }
    }

    private func stop() {
        state.withLock { $0.isStopping = true }
        wake.yield()
    }

    private var isStopping: Bool { state.withLock { $0.isStopping } }

    private func claimUntilStopped() async {
        var clock = ClockWatch(now: now())
        var renewed = ContinuousClock.now
        var stream = wakes.makeAsyncIterator()
        while !isStopping {
            var pause = Duration.seconds(60)
            do {
                if let back = clock.putBack(now: now) {
                    try await store.write { try $0.clockWasPutBack(by: back) }
                }
                if renewed.duration(to: .now) >= Transaction.lease / 3 {
                    try await renewLeases()
                    renewed = .now
                }
                let claimed = try await claim()
                for job in claimed { start(job) }
                if !claimed.isEmpty { continue }
                let queues = room().map(\.queue)
                if let next = try await store.read({ try $0.nextRun(in: queues) }) {
                    pause = min(pause, max(.milliseconds(10), next.since(now())))
                }
            } catch {
                logger.error("jobs cannot be claimed", metadata: ["error": "\(error)"])
                pause = .seconds(1)
            }
            if state.withLock({ !$0.running.isEmpty }) { pause = min(pause, Transaction.lease / 3) }
            let alarm = Task { [wake] in
                try await Task.sleep(for: pause)
                wake.yield()
            }
            _ = await stream.next()
            alarm.cancel()
        }
    }

    /// How many jobs each queue can still take.
    private func room() -> [(queue: JobQueue, count: Int)] {
        var running: [JobQueue: Int] = [:]
        for (queue, _, _) in state.withLock({ Array($0.running.values) }) { running[queue, default: 0] += 1 }
        return order.compactMap { queue in
            guard work[queue]?.isOpen() ?? false else { return nil }
            let left = (work[queue]?.atOnce ?? 0) - (running[queue] ?? 0)
            return left > 0 ? (queue, left) : nil
        }
    }

    private func claim() async throws -> [Job] {
        let room = room()
        if room.isEmpty { return [] }
        let held = Set(state.withLock { $0.running.keys })
        let moment = now()
        // A look first: an empty queue costs no commit.
        guard try await store.read({ try $0.hasDueJob(in: room.map(\.queue), now: moment) }) else { return [] }
        return try await store.write { try $0.claim(room, held: held, now: moment) }
    }

    private func start(_ job: Job) {
        guard let work = work[job.queue] else { return }
        let run = state.withLock { state in
            state.runs += 1
            state.running[job.id] = (job.queue, state.runs, nil)
            return state.runs
        }
        let task = Task {
            await settle(job, await outcome(of: job, work.handler))
            state.withLock { if $0.running[job.id]?.run == run { _ = $0.running.removeValue(forKey: job.id) } }
            wake.yield()
        }
        state.withLock { if $0.running[job.id]?.run == run { $0.running[job.id]?.task = task } }
    }

    /// What became of a job; nil where it is to be given back, because the service stops.
    private func outcome(of job: Job, _ handler: (Job) async throws -> JobEnd) async -> JobEnd? {
        do {
            return try await handler(job)
        } catch StoreError.jobGone {
            return .finished
        } catch StoreError.full {
            // No fault of the job: it waits for room, however long that takes.
            logger.error("the disk is full", metadata: ["queue": "\(job.queue.name)", "job": "\(job.id)"])
            return .postpone(until: now() + Self.roomPause)
        } catch {
            if isStopping, Task.isCancelled { return nil }
            logger.warning(
                "a job failed",
                metadata: [
                    "queue": "\(job.queue.name)", "job": "\(job.id)", "attempts": "\(job.attempts)",
                    "error": "\(error)",
                ])
            return .retry(error: "\(error)")
        }
    }

    private func settle(_ job: Job, _ end: JobEnd?) async {
        let moment = now()
        do {
            switch end {
            case .finished: break
            case .done: try await store.write { try $0.remove(job) }
            case .retry(let error, let after):
                let pause = after ?? JobPatience.pause(after: job.attempts + 1, job: job.id)
                try await store.write { try $0.retry(job, at: moment + pause, error: error, now: moment) }
            case .postpone(let until): try await store.write { try $0.postpone(job, until: until) }
            case .bury(let error): try await store.write { try $0.bury(job, error: error, at: moment) }
            case nil: try await store.write { try $0.releaseLeases([job.id]) }
            }
        } catch {
            // Its lease runs out, and it is tried again.
            logger.error(
                "the end of a job could not be stored", metadata: ["job": "\(job.id)", "error": "\(error)"])
        }
    }

    private func renewLeases() async throws {
        let jobs = Set(state.withLock { $0.running.keys })
        if jobs.isEmpty { return }
        let moment = now()
        try await store.write { try $0.renewLeases(jobs, now: moment) }
    }

    /// Waits for the handlers, cuts off those that take too long, and gives back what is left.
    private func drain() async {
        let end = ContinuousClock.now + Self.patience
        while ContinuousClock.now < end, state.withLock({ !$0.running.isEmpty }) {
            try? await Task.sleep(for: .milliseconds(10))
        }
        let left = state.withLock { $0.running }
        for (_, _, task) in left.values { task?.cancel() }
        if left.isEmpty { return }
        try? await Task.sleep(for: .milliseconds(200))
        let jobs = Set(state.withLock { $0.running.keys })
        do {
            try await store.write { try $0.releaseLeases(jobs) }
        } catch {
            logger.error("leases could not be given back", metadata: ["error": "\(error)"])
        }
    }
}
