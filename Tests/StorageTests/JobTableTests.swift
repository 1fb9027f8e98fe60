import Storage
import Testing

@Suite("The table of jobs")
struct JobTableTests {
    private let queue = JobQueue("read")

    private func claim(_ scratch: ScratchStore, _ count: Int, at moment: Moment) async throws -> [Int64] {
        try await scratch.store.write { [queue] in
            try $0.claim([(queue, count)], held: [], now: moment).map(\.subject)
        }
    }

    @Test("A sender's n-th waiting job queues behind the first n − 1 of the others")
    func fair() async throws {
        let scratch = try ScratchStore()
        try await scratch.store.write { [queue] transaction in
            for photo in 1...6 { try transaction.enqueue(queue, subject: Int64(photo), sender: 1, at: 0.seconds) }
            for photo in 11...12 { try transaction.enqueue(queue, subject: Int64(photo), sender: 2, at: 0.seconds) }
            try transaction.enqueue(queue, subject: 21, sender: 3, at: 0.seconds)
        }
        #expect(try await claim(scratch, 5, at: 0.seconds) == [1, 11, 21, 2, 12])
        // A newcomer goes before the rest of the one who has much, and not before what waits in the same round.
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: 31, sender: 4, at: 0.seconds) }
        #expect(try await claim(scratch, 5, at: 0.seconds) == [31, 3, 4, 5, 6])
    }

    @Test("An open job of the same subject stays one job, and the earlier time wins")
    func once() async throws {
        let scratch = try ScratchStore()
        try await scratch.store.write { [queue] transaction in
            try transaction.enqueue(queue, subject: 7, at: 60.seconds)
            try transaction.enqueue(queue, subject: 7, at: 30.seconds)
            try transaction.enqueue(queue, subject: 7, at: 90.seconds)
        }
        #expect(try await scratch.store.read { try $0.openJobs() } == 1)
        #expect(try await claim(scratch, 9, at: 29.seconds).isEmpty)
        let next = try await scratch.store.read { [queue] in try $0.nextRun(in: [queue]) }
        #expect(next == 30.seconds)
        #expect(try await claim(scratch, 9, at: 30.seconds) == [7])
        #expect(try await claim(scratch, 9, at: 30.seconds).isEmpty)
    }

    @Test("A job that was called off undoes the transaction that would finish it")
    func calledOff() async throws {
        let scratch = try ScratchStore()
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: 7, at: 0.seconds) }
        let job = try await scratch.store.write { [queue] in
            try $0.claim([(queue, 1)], held: [], now: 0.seconds)
        }[0]
        try await scratch.store.write { [queue] in try $0.cancelJob(queue, subject: 7) }
        await #expect(throws: StoreError.jobGone) {
            try await scratch.store.write { transaction in
                try transaction.run("INSERT INTO note (text) VALUES ('effect')")
                try transaction.finish(job)
            }
        }
        #expect(try await scratch.notes().isEmpty)
    }

    @Test("Twelve tries that failed make a dead letter")
    func attempts() async throws {
        let scratch = try ScratchStore()
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: 7, at: 0.seconds) }
        for attempt in 0..<12 {
            let job = try await scratch.store.write { [queue] in
                try $0.claim([(queue, 1)], held: [], now: 0.seconds)
            }
            try #require(job.map(\.attempts) == [attempt])
            try await scratch.store.write { try $0.retry(job[0], at: 0.seconds, error: "no", now: 0.seconds) }
        }
        let counts = try await scratch.store.read { (try $0.openJobs(), try $0.deadJobs()) }
        #expect(counts == (0, 1))
        // A dead letter does not stand in the way of a new job of the same subject.
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: 7, at: 0.seconds) }
        #expect(try await claim(scratch, 1, at: 0.seconds) == [7])
    }

    @Test("Three crashes bury a job that ran during them; a kill counts as a try", arguments: [true, false])
    func crashes(ofOurOwn: Bool) async throws {
        let scratch = try ScratchStore()
        try await scratch.store.write { [queue] transaction in
            try transaction.enqueue(queue, subject: 1, at: 0.seconds)
            try transaction.enqueue(queue, subject: 2, at: 0.seconds)
        }
        for _ in 0..<3 {
            #expect(try await claim(scratch, 1, at: 0.seconds) == [1])
            try await scratch.store.write { try $0.voidLeases(crashed: ofOurOwn, now: 0.seconds) }
        }
        #expect(try await scratch.store.read { try $0.deadJobs() } == (ofOurOwn ? 1 : 0))
        #expect(try await claim(scratch, 2, at: 0.seconds) == (ofOurOwn ? [2] : [1, 2]))
    }

    @Test("A lease that ran out is claimed again, unless the job runs here")
    func leases() async throws {
        let scratch = try ScratchStore()
        try await scratch.store.write { [queue] in try $0.enqueue(queue, subject: 1, at: 0.seconds) }
        let job = try await scratch.store.write { [queue] in
            try $0.claim([(queue, 1)], held: [], now: 0.seconds)
        }[0]
        let later = try await scratch.store.write { [queue] in
            try $0.claim([(queue, 1)], held: [job.id], now: 200.seconds)
        }
        #expect(later.isEmpty)
        let again = try await scratch.store.write { [queue] in
            try $0.claim([(queue, 1)], held: [], now: 200.seconds)
        }
        #expect(again.map(\.id) == [job.id])
    }

    @Test("The pause grows from 5 s to 6 h, a fifth up or down")
    func pauses() {
        for (attempts, seconds) in [(1, 5), (2, 10), (3, 20), (8, 640), (13, 20_480), (14, 21_600), (40, 21_600)] {
            let pauses = (Int64(1)...500).map { JobPatience.pause(after: attempts, job: $0) }
            #expect(pauses.allSatisfy { $0 >= .seconds(seconds) * 8 / 10 && $0 <= .seconds(seconds) * 12 / 10 })
            #expect(Set(pauses).count > 100)
        }
    }

    @Test("Claims among many open jobs take those that are due, and leave the others open")
    func many() async throws {
        let scratch = try ScratchStore()
        try await scratch.store.write { [queue] transaction in
            for subject in 0..<Int64(2_000) {
                try transaction.enqueue(
                    queue, subject: subject, sender: subject % 100,
                    at: subject % 2 == 0 ? 0.seconds : 1_000_000.seconds)
            }
        }
        var claimed: [Int64] = []
        for _ in 0..<40 { claimed += try await claim(scratch, 10, at: 0.seconds) }
        #expect(claimed.count == 400)
        #expect(Set(claimed).count == 400)
        #expect(claimed.allSatisfy { $0 % 2 == 0 })
        #expect(try await scratch.store.read { try $0.openJobs() } == 2_000)
    }
}
