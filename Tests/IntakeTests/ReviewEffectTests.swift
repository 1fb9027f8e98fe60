import Accounts
import Foundation
import Intake
import Logging
import Quantities
import Storage
import Testing
import Trials

/// A clerk's decision between the moment it is taken and the moment it takes effect.
@Suite("A decision takes effect", .serialized)
struct ReviewEffectTests {
    /// Two photos of one sender and period, both in review.
    private func two() async throws -> (house: PhotoHouse, sender: Int64, first: Int64, second: Int64) {
        let house = try PhotoHouse(certainty: .review)
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let first = try await house.photo(from: sender, mark: 1)
        let second = try await house.photo(from: sender, mark: 2)
        try await house.work()
        return (house, sender, first, second)
    }

    private func take(_ house: PhotoHouse, _ photo: Int64, _ index: String, session: String) async throws {
        _ = try await house.desk.claim(photo, clerk: session, session: session)
        _ = try await house.desk.decide(photo, .correct(index: index), clerk: session, session: session)
    }

    @Test("Of two photos of one period decided within ten seconds the second waits again, unless its index is the same")
    func withinTenSeconds() async throws {
        let (house, sender, first, second) = try await two()
        try await take(house, first, "01042", session: "a")
        house.pass(.seconds(3))
        try await take(house, second, "01050", session: "b")
        house.pass(.seconds(7))
        try await house.work()
        house.pass(.seconds(3))
        try await house.work()
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 1)
        #expect(try await house.state(of: first).outcome == "accepted")
        let state = try await house.state(of: second)
        #expect(state.outcome == "review")
        #expect(state.reasons.hasPrefix(#"["period-billed""#))
        #expect(try await house.desk.queue(limit: 10).map(\.id) == [second])
        #expect(try await house.audited("photo.decision-void") == 1)
        #expect(try await house.said(to: sender).count(where: { $0.purpose == "verdict" }) == 1)

        let (alike, owner, one, other) = try await two()
        try await take(alike, one, "01042", session: "a")
        try await take(alike, other, "01042", session: "b")
        alike.pass(.seconds(10))
        try await alike.work()
        #expect(try await alike.store.read { try $0.accountCounts() }.invoices == 1)
        #expect(try await alike.state(of: other).outcome == "accepted")
        #expect(try await alike.said(to: owner).count(where: { $0.purpose == "verdict" }) == 2)
    }

    @Test("Who opened a photo before its period was billed sees the invoice before they can decide")
    func seesFirst() async throws {
        let (house, _, first, second) = try await two()
        let opened = try await house.desk.claim(second, clerk: "Can", session: "b")
        #expect(opened.invoices.isEmpty)
        try await house.decide(first, .correct(index: "01042"))
        await #expect(throws: ReviewError.problem(code: "billed-meanwhile")) {
            try await house.desk.decide(
                second, .correct(index: "01050"), seen: Set(opened.invoices.map(\.text)), clerk: "Can", session: "b")
        }
        #expect(try await house.number("SELECT count(*) AS number FROM review_decision WHERE state = 'pending'") == 0)
        let again = try await house.desk.claim(second, clerk: "Can", session: "b")
        #expect(again.invoices.map(\.text) == ["OGZ2026000000001"])
        _ = try await house.desk.decide(
            second, .correct(index: "01050"), seen: Set(again.invoices.map(\.text)), clerk: "Can", session: "b")
        house.pass(.seconds(10))
        try await house.work()
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 1)
        #expect(try await house.state(of: second).outcome == "accepted")
    }

    @Test("What the books refuse when it takes effect voids the decision, and the photo waits for a clerk again")
    func refusedByBooks() async throws {
        let (house, _, photo, _) = try await two()
        // A trigger stands for whatever a later mistake of ours may refuse.
        _ = try await house.store.write {
            try $0.run(
                """
                CREATE TRIGGER refuse BEFORE INSERT ON invoice BEGIN SELECT RAISE(ABORT, 'refused'); END
                """)
        }
        try await house.decide(photo, .accept)
        #expect(try await house.number("SELECT count(*) AS number FROM job WHERE queue = 'decision'") == 0)
        #expect(try await house.state(of: photo).outcome == "review")
        #expect(try await house.desk.queue(limit: 10).map(\.id).contains(photo))
        #expect(try await house.audited("photo.decision-void") == 1)
        _ = try await house.store.write { try $0.run("DROP TRIGGER refuse") }
        try await house.decide(photo, .accept)
        #expect(try await house.state(of: photo).outcome == "accepted")
    }

    @Test(
        "A decision whose job is about to be given up, or died, is void", arguments: ["crashes = 2", "attempts = 11"])
    func lastTry(column: String) async throws {
        let (house, _, photo, other) = try await two()
        try await take(house, photo, "01042", session: "a")
        _ = try await house.store.write { try $0.run("UPDATE job SET \(column) WHERE queue = 'decision'") }
        house.pass(.seconds(10))
        try await house.work()
        #expect(try await house.audited("photo.decision-void") == 1)
        #expect(try await house.desk.queue(limit: 10).map(\.id).contains(photo))

        try await take(house, other, "01042", session: "a")
        _ = try await house.store.write { try $0.run("UPDATE job SET state = 'dead' WHERE queue = 'decision'") }
        #expect(try await house.desk.queue(limit: 10).map(\.id).contains(other))
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)
    }

    @Test("A decision that is withdrawn while its job is being worked on has no effect")
    func undoneAtTheLastMoment() async throws {
        let (house, _, photo, _) = try await two()
        try await take(house, photo, "01042", session: "a")
        let row = try await house.store.read { view in
            try view.row("SELECT id, subject FROM job WHERE queue = 'decision'").map {
                (id: try $0.integer("id"), subject: try $0.integer("subject"))
            }
        }
        let claimed = try #require(row)
        let job = Job(id: claimed.id, queue: .decision, subject: claimed.subject, attempts: 0, crashes: 0)
        house.pass(.milliseconds(9_999))
        try await house.desk.undo(photo, session: "a")
        house.pass(.milliseconds(1))
        let now = house.now
        let steps = try PhotoSteps(
            settings: house.settings, store: house.store, blobs: house.blobs,
            pool: WorkerPool(command: [], count: 1), now: { now }, steps: .none,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        await #expect(throws: StoreError.jobGone) { try await steps.decision(job) }
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)
        #expect(try await house.state(of: photo).outcome == "review")
    }

    @Test("A picture outside the clerk's own cases is in the audit log before it is handed out, once a browser")
    func pictures() async throws {
        let (house, _, first, second) = try await two()
        func look(_ photo: Int64, _ session: String) async throws -> Bool {
            try await house.desk.image(photo, kind: .cleaned, clerk: session, session: session) != nil
        }
        _ = try await house.desk.claim(first, clerk: "a", session: "a")
        #expect(try await look(first, "a"))
        #expect(try await house.audited("photo.viewed") == 0)
        for _ in 0..<2 { #expect(try await look(first, "b")) }
        #expect(try await house.audited("photo.viewed") == 1)
        // Decided a moment ago, and a minute later.
        _ = try await house.desk.decide(first, .reject(.blurred), clerk: "a", session: "a")
        #expect(try await look(first, "a"))
        #expect(try await house.audited("photo.viewed") == 1)
        house.pass(.seconds(10))
        try await house.work()
        house.pass(.seconds(61))
        #expect(try await look(first, "a"))
        #expect(try await house.audited("photo.viewed") == 2)
        // Among the earlier photos of the case that the session holds, until the claim is over.
        let shown = try await house.desk.claim(second, clerk: "c", session: "c")
        let earlier = try #require(shown.previousPhotos.first)
        #expect(try await look(earlier, "c"))
        #expect(try await house.audited("photo.viewed") == 2)
        house.pass(.seconds(121))
        #expect(try await look(earlier, "c"))
        #expect(try await house.audited("photo.viewed") == 3)
    }
}
