import Foundation
import Logging
import Storage
import Synchronization
import Testing

@Suite("The runner of jobs", .timeLimit(.minutes(5)))
struct JobRunnerTests {
    private let queue = JobQueue("read")
    private let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func runner(
        _ scratch: ScratchStore, atOnce: Int = 4, now: @escaping TimeSource = { 0.seconds }, logger: Logger? = nil,
        _ handler: @escaping @Sendable (Job) async throws -> JobEnd
    ) -> JobRunner {
        JobRunner(
            store: scratch.store, now: now, work: [JobWork(queue: queue, atOnce: atOnce, handler: handler)],
            logger: logger ?? silent)
    }

    private func eventually(_ condition: () async throws -> Bool) async throws {
        while try await !condition() { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test("Every job is done once, those that come in while it works too, and no more at once than allowed")
    func all() async throws {
        let scratch = try ScratchStore()
        let state = Mutex((running: 0, most: 0))
        let work = runner(scratch, atOnce: 3) { job in
            state.withLock { state in
                state.running += 1
                state.most = max(state.most, state.running)
            }
            await Task.yield()
            try await scratch.store.write { transaction in
                try transaction.run("INSERT INTO note (text) VALUES (?)", "\(job.subject)")
                try transaction.finish(job)
            }
            state.withLock { $0.running -= 1 }
            return .finished
        }
        let task = Task { try await work.run() }
        for subject in 0..<300 {
            try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: Int64(subject), at: 0.seconds) }
        }
        try await eventually { try await scratch.store.read { try $0.openJobs() } == 0 }
        task.cancel()
        try await task.value
        #expect(try await scratch.notes().count == 300)
        #expect(state.withLock { $0.most } == 3)
    }

    @Test("A try that failed waits for its pause, and a later one succeeds")
    func retry() async throws {
        let scratch = try ScratchStore()
        let time = Mutex(Int64(0))
        let tries = Mutex(0)
        let work = runner(scratch, now: { time.withLock { $0 }.seconds }) { job in
            let number = tries.withLock { tries in
                tries += 1
                return tries
            }
            if number == 1 { throw StoreError.failed("a test") }
            if number == 2 { return .retry(error: "later", after: .seconds(50)) }
            return number == 3 ? .postpone(until: 200.seconds) : .done
        }
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: 1, at: 0.seconds) }
        let task = Task { try await work.run() }
        for (second, expected) in [(0, 1), (6, 2), (60, 3), (200, 4)] {
            time.withLock { $0 = Int64(second) }
            // Somebody puts another job in, which wakes the runner.
            try await scratch.store.write { [queue] in
                try $0.enqueue(queue, subject: 100 + Int64(second), at: 1_000_000.seconds)
            }
            try await eventually { tries.withLock { $0 } == expected }
            try await Task.sleep(for: .milliseconds(30))
            #expect(tries.withLock { $0 } == expected)
        }
        task.cancel()
        try await task.value
        let left = try await scratch.store.read { [queue] in try $0.openJobs(in: queue) }
        #expect(left == 4)
    }

    @Test("A full disk is no try of the job: it waits for room, however often that takes")
    func full() async throws {
        let scratch = try ScratchStore()
        let time = Mutex(Int64(0))
        let tries = Mutex(0)
        let work = runner(scratch, now: { time.withLock { $0 }.seconds }) { _ in
            let number = tries.withLock { tries in
                tries += 1
                return tries
            }
            if number <= 20 { throw StoreError.full }
            return .done
        }
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: 1, at: 0.seconds) }
        let task = Task { try await work.run() }
        for turn in 1...21 {
            try await eventually { tries.withLock { $0 } == turn }
            // Somebody puts another job in, which wakes the runner.
            time.withLock { $0 += 31 }
            try await scratch.store.write { [queue] in
                try $0.enqueue(queue, subject: 100 + Int64(turn), at: 1_000_000.seconds)
            }
        }
        try await eventually { [queue] in try await scratch.store.read { try $0.openJobs(in: queue) } == 21 }
        task.cancel()
        try await task.value
        #expect(try await scratch.store.read { try $0.row("SELECT 1 FROM job WHERE subject = 1") } == nil)
    }

    @Test("A queue that is shut is left alone, and goes on when it is opened")
    func shut() async throws {
        let scratch = try ScratchStore()
        let isOpen = Mutex(false)
        let done = Mutex(0)
        let runner = JobRunner(
            store: scratch.store, now: { 0.seconds },
            work: [
                JobWork(queue: queue, atOnce: 2, isOpen: { isOpen.withLock { $0 } }) { _ in
                    done.withLock { $0 += 1 }
                    return .done
                }
            ], logger: silent)
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: 1, at: 0.seconds) }
        let task = Task { try await runner.run() }
        try await Task.sleep(for: .milliseconds(150))
        #expect(done.withLock { $0 } == 0)
        let state = try await scratch.store.read { try $0.row("SELECT state FROM job")?.text("state") }
        #expect(state != "running")
        isOpen.withLock { $0 = true }
        scratch.store.bell.ring([queue])
        try await eventually { done.withLock { $0 } == 1 }
        task.cancel()
        try await task.value
    }

    @Test("When it stops, handlers end, and nothing new is claimed")
    func stop() async throws {
        let scratch = try ScratchStore()
        let started = Mutex(0)
        let work = runner(scratch, atOnce: 2) { job in
            started.withLock { $0 += 1 }
            try await Task.sleep(for: .milliseconds(200))
            return .done
        }
        try await scratch.store.write { [queue] transaction in
            for subject in 0..<10 { try transaction.enqueue(queue, subject: Int64(subject), at: 0.seconds) }
        }
        let task = Task { try await work.run() }
        try await eventually { started.withLock { $0 } == 2 }
        task.cancel()
        try await task.value
        #expect(started.withLock { $0 } == 2)
        #expect(try await scratch.store.read { try $0.openJobs() } == 8)
        #expect(try await scratch.store.read { try $0.rows("SELECT id FROM job WHERE state = 'running'").count } == 0)
    }

    @Test("What the last service left running is taken up again, and a mark of its crash is used once")
    func takeUp() async throws {
        let scratch = try ScratchStore()
        try await scratch.store.write { [queue] in
            try $0.enqueue(queue, subject: 1, at: 0.seconds)
            _ = try $0.claim([(queue, 1)], held: [], now: 0.seconds)
        }
        try Data().write(to: URL(fileURLWithPath: scratch.folder + "/crashed"))
        let seen = Mutex<Job?>(nil)
        let work = runner(scratch) { job in
            seen.withLock { $0 = job }
            return .bury(error: "seen")
        }
        let task = Task { try await work.run() }
        try await eventually { try await scratch.store.read { try $0.deadJobs() } == 1 }
        task.cancel()
        try await task.value
        #expect(seen.withLock { $0?.crashes } == 1)
        #expect(!FileManager.default.fileExists(atPath: scratch.folder + "/crashed"))
    }

    @Test("A start at which jobs wait for a time far away brings them forward and says how many")
    func clockAcrossRestart() async throws {
        let log = LogLines()
        let scratch = try ScratchStore()
        try await scratch.store.write { [queue] transaction in
            for subject in 1...3 { try transaction.enqueue(queue, subject: Int64(subject), at: 900_000.seconds) }
        }
        let done = Mutex(0)
        let time = Mutex(Int64(0))
        let work = runner(scratch, now: { time.withLock { $0 }.seconds }, logger: log.logger) { _ in
            done.withLock { $0 += 1 }
            return .done
        }
        let task = Task { try await work.run() }
        try await eventually { !log.lines.isEmpty }
        #expect(log.lines.first?.hasSuffix("jobs=3") == true)
        #expect(done.withLock { $0 } == 0)
        time.withLock { $0 = 6 * 3600 }
        // Somebody puts another job in, which wakes the runner.
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: 9, at: 0.seconds) }
        try await eventually { done.withLock { $0 } == 4 }
        task.cancel()
        try await task.value
    }

    @Test("A clock that is put back by a day does not hold up what was due in a minute")
    func clock() {
        var watch = ClockWatch(now: 86_400.seconds)
        #expect(watch.putBack(now: { 86_401.seconds }) == nil)
        let back = watch.putBack { 1.seconds }
        #expect(back.map { $0 > .seconds(86_399) && $0 < .seconds(86_402) } == true)
        #expect(watch.putBack(now: { 1.seconds }) == nil)
    }
}
