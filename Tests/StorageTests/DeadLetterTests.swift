import Logging
import Storage
import Testing

@Suite("Dead letters")
struct DeadLetterTests {
    private let queue = JobQueue("read")

    private func enqueue(_ scratch: ScratchStore, _ subject: Int64 = 7) async throws {
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: subject, at: 0.seconds) }
    }

    private func claim(_ scratch: ScratchStore, at moment: Moment = 0.seconds) async throws -> Job? {
        try await scratch.store.write { [queue] in try $0.claim([(queue, 1)], held: [], now: moment).first }
    }

    private func die(_ scratch: ScratchStore, error: String) async throws {
        for _ in 0..<12 {
            let job = try #require(try await claim(scratch))
            try await scratch.store.write { try $0.retry(job, at: 0.seconds, error: error, now: 60.seconds) }
        }
    }

    @Test("The twelfth failure is told once, with queue, job, subject and error, and without what the error quotes")
    func told() async throws {
        let log = LogLines()
        let scratch = try ScratchStore(logger: log.logger)
        try await enqueue(scratch)
        try await die(scratch, error: "no answer for \"Ayşe\" at 905550000001: code 131047")
        try #require(log.lines.count == 1)
        let line = log.lines[0]
        #expect(line.hasPrefix("error: a job is a dead letter"))
        for field in ["queue=read", "job=1", "subject=7", "attempts=12", "code 131047"] {
            #expect(line.contains(field))
        }
        for value in ["Ayşe", "90555"] { #expect(!line.contains(value)) }
    }

    @Test("A job that a handler buries, or that ran during a third crash, is told too")
    func otherWays() async throws {
        let log = LogLines()
        let scratch = try ScratchStore(logger: log.logger)
        try await enqueue(scratch, 1)
        let job = try #require(try await claim(scratch))
        try await scratch.store.write { try $0.bury(job, error: "never", at: 5.seconds) }
        #expect(log.lines.count == 1)
        try await enqueue(scratch, 2)
        for _ in 0..<3 {
            _ = try #require(try await claim(scratch))
            try await scratch.store.write { try $0.voidLeases(crashed: true, now: 9.seconds) }
        }
        #expect(log.lines.count == 2)
        let letters = try await scratch.store.read { try $0.deadLetters() }
        #expect(letters.map(\.subject) == [1, 2])
        #expect(letters.map(\.since) == [5.seconds, 9.seconds])
        #expect(letters.map(\.error) == ["never", "the service crashed"])
    }

    @Test("A transaction that is undone buries nobody and tells nothing")
    func undone() async throws {
        let log = LogLines()
        let scratch = try ScratchStore(logger: log.logger)
        try await enqueue(scratch)
        let job = try #require(try await claim(scratch))
        await #expect(throws: StoreError.full) {
            try await scratch.store.write { transaction in
                try transaction.bury(job, error: "never", at: 0.seconds)
                throw StoreError.full
            }
        }
        #expect(log.lines.isEmpty)
        #expect(try await scratch.store.read { try $0.deadJobs() } == 0)
    }

    @Test("Kills alone never make a dead letter: the last try is left to the job itself")
    func kills() async throws {
        let scratch = try ScratchStore()
        try await enqueue(scratch)
        for _ in 0..<30 {
            _ = try #require(try await claim(scratch))
            try await scratch.store.write { try $0.voidLeases(crashed: false, now: 0.seconds) }
        }
        let job = try #require(try await claim(scratch))
        #expect(job.attempts == 11)
        #expect(job.crashes == 0)
        try await scratch.store.write { try $0.retry(job, at: 0.seconds, error: "no", now: 0.seconds) }
        #expect(try await scratch.store.read { try $0.deadJobs() } == 1)
    }

    @Test("A dead letter that is put back is tried as if for the first time; one whose work another job does is gone")
    func revive() async throws {
        let scratch = try ScratchStore()
        try await enqueue(scratch)
        try await die(scratch, error: "no")
        let letter = try #require(try await scratch.store.read { try $0.deadLetters() }.first)
        #expect(letter.attempts == 12)
        #expect(letter.since == 60.seconds)
        #expect(try await scratch.store.write { try $0.revive(letter.id, at: 90.seconds) } == .waits(letter))
        #expect(try await scratch.store.write { try $0.revive(letter.id, at: 90.seconds) } == .notThere)
        let job = try #require(try await claim(scratch, at: 90.seconds))
        #expect(job.id == letter.id)
        #expect(job.attempts == 0)
        try await scratch.store.write { try $0.bury(job, error: "no", at: 100.seconds) }
        try await enqueue(scratch)
        let revival = try await scratch.store.write { try $0.revive(job.id, at: 100.seconds) }
        guard case .superseded = revival else {
            Issue.record("\(revival)")
            return
        }
        #expect(try await scratch.store.read { (try $0.openJobs(), try $0.deadJobs()) } == (1, 0))
    }

    @Test(
        "An error is told without values",
        arguments: [
            ("the channel refused it (400, code 131047)", "the channel refused it (400, code 131047)"),
            ("SQLite: UNIQUE constraint failed: outbox.photo", "SQLite: UNIQUE constraint failed: outbox.photo"),
            ("bad \"4100000001\" there", "bad \"…\" there"), ("to 905550000001 failed", "to … failed"),
            ("GET https://lookaside.fbsbx.com/x?mid=1 failed", "GET … failed"), ("an open \"quote", "an open \"…"),
            ("wamid.HBgMOTA1NTUwMDAwMDAxFQIAERgSQTEyMzQ1Njc4OTBBQkNERUYA gone", "… gone"),
        ])
    func withoutValues(text: String, told: String) {
        #expect(DeadLetter.withoutValues(text) == told)
    }

    @Test("After a start with the clock put back by a week, no job waits for longer than six hours")
    func clock() async throws {
        let scratch = try ScratchStore()
        let week = 7 * 86_400
        try await scratch.store.write { [queue] transaction in
            for (subject, second) in [(1, 60), (2, week), (3, week + 60)] {
                try transaction.enqueue(queue, subject: Int64(subject), at: second.seconds)
            }
            // One of them is known to wait, the other not yet.
            _ = try transaction.claim([(queue, 2)], held: [], now: 0.seconds)
        }
        #expect(try await scratch.store.write { try $0.bringForward(now: 0.seconds) } == 2)
        #expect(try await scratch.store.write { try $0.bringForward(now: 0.seconds) } == 0)
        let due = try await scratch.store.write { [queue] in
            try $0.claim([(queue, 9)], held: [], now: (6 * 3600).seconds).map(\.subject)
        }
        #expect(Set(due) == [1, 2, 3])
    }

    @Test("What is counted at each scrape is found by an index, however much waits")
    func plans() async throws {
        let scratch = try ScratchStore()
        for query in [JobQueries.countOpen, JobQueries.oldestOpen] {
            let plan = try await scratch.store.read { [queue] view in
                try view.rows("EXPLAIN QUERY PLAN " + query, queue.name).map { try $0.text("detail") }
            }
            #expect(plan == ["SEARCH job USING COVERING INDEX job_open (queue=?)"])
        }
    }
}
