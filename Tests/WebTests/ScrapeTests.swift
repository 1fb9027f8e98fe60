import Accounts
import Foundation
import Intake
import Logging
import Metrics
import Storage
import Testing
import Web

@Suite("What a scrape costs", .serialized)
struct ScrapeTests {
    private func fill(_ fixture: WebFixture, jobs: Int, photos: Int) async throws {
        try await fixture.store.write { transaction in
            let numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            try transaction.run(
                """
                INSERT INTO job (queue, subject, run_at, turn, created_at, state) \(numbers)
                SELECT CASE i % 4 WHEN 0 THEN 'inbox' WHEN 1 THEN 'fetch' WHEN 2 THEN 'read' ELSE 'send' END, i, i, i,
                    ? + i, CASE i % 3 WHEN 0 THEN 'waiting' ELSE 'ready' END
                FROM n
                """, jobs, WebFixture.start - .seconds(3600))
            try transaction.run(
                "INSERT INTO inbox (id, body_hash, body, received_at) VALUES (1, x'00', x'00', 0)")
            try transaction.run("INSERT INTO sender (id, phone, last_message_at) VALUES (1, '0', 0)")
            try transaction.run(
                """
                INSERT INTO message (id, external_id, sender, kind, sent_at, received_at, inbox) \(numbers)
                SELECT i, 'm' || i, 1, 'image', 0, 0, 1 FROM n
                """, photos)
            try transaction.run(
                """
                INSERT INTO photo (id, message, sender, media_id, received_at, outcome) \(numbers)
                SELECT i, i, 1, 'x', i, CASE i % 4 WHEN 0 THEN 'review' WHEN 1 THEN 'refused' ELSE 'accepted' END FROM n
                """, photos)
        }
    }

    @Test("A scrape tells the oldest open job and what became of all photos")
    func figures() async throws {
        let fixture = try WebFixture()
        try await fill(fixture, jobs: 1_000, photos: 1_000)
        let metrics = ServiceMetrics(store: fixture.store, desk: fixture.intake.desk, now: { WebFixture.start })
        let families = await metrics.families()
        #expect(families.first { $0.name == "inbox_oldest_seconds" }?.series.first?.value == .number(3599))
        let photos = families.first { $0.name == "photos" }?.series.map(\.value)
        #expect(photos == [.number(1_000), .number(500), .number(250), .number(250)])
    }

    @Test("The photos are not looked at to be counted, and the count follows what becomes of them")
    func counted() async throws {
        let fixture = try WebFixture()
        try await fill(fixture, jobs: 1, photos: 8)
        _ = try await fixture.store.write { transaction in
            try transaction.run("UPDATE photo SET outcome = 'accepted' WHERE outcome = 'review' AND id = 4")
            try transaction.run("UPDATE photo SET outcome = NULL WHERE id = 1")
            try transaction.run("DELETE FROM photo WHERE id = 2")
            try transaction.run(
                """
                INSERT INTO outbox (id, sender, purpose, content, created_at)
                VALUES (1, 1, 'answer', '{}', 0), (2, 1, 'answer', '{}', 0)
                """)
            try transaction.run("UPDATE outbox SET taken_at = 5 WHERE id = 1")
            // Counted all the same where there are no photos to count.
            try transaction.run("ALTER TABLE photo RENAME TO elsewhere")
        }
        let counts = try await fixture.store.read { try $0.intakeCounts() }
        #expect(counts.received == 7)
        #expect(counts.accepted == 4)
        #expect(counts.review == 1)
        #expect(counts.refused == 1)
        #expect(counts.replies == 1)
    }

    @Test("Each commit is timed, and each job that is given up is counted by its queue")
    func commits() async throws {
        let folder = NSTemporaryDirectory() + "endeks-commits-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let registry = MetricsRegistry()
        let store = try Store(
            folder: folder, migrations: [], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            metrics: registry)
        let queue = JobQueue("read")
        try await store.write { try $0.enqueue(queue, subject: 1, at: WebFixture.start) }
        let job = try #require(
            try await store.write { try $0.claim([(queue, 1)], held: [], now: WebFixture.start).first })
        try await store.write { try $0.bury(job, error: "no", at: WebFixture.start) }
        // The measures are told after the one who wrote is.
        try await Task.sleep(for: .milliseconds(100))
        let families = registry.families()
        let commit = try #require(families.first { $0.name == "commit_seconds" })
        guard case .histogram(_, let count, let sum) = commit.series[0].value else {
            Issue.record("\(commit)")
            return
        }
        #expect(count == 3)
        #expect(sum > 0)
        let dead = try #require(families.first { $0.name == "jobs_dead_total" })
        #expect(dead.series.map(\.labels) == [[MetricLabel(name: "queue", value: "read")]])
        #expect(dead.series.map(\.value) == [.number(1)])
    }
}
