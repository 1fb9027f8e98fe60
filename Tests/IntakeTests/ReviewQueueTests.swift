import Foundation
import Intake
import Storage
import Testing

/// Open items of a review queue, made in bulk.
enum ReviewQueueData {
    /// Puts photos into review: each of a sender of its own, every other one with some of its 24 hours left.
    static func fill(_ store: Store, photos: Int, at now: Moment) async throws {
        try await store.write { transaction in
            try transaction.run("INSERT INTO inbox (body_hash, body, received_at) VALUES (x'00', x'00', ?)", now)
            let inbox = transaction.lastInsertedKey
            for number in 0..<photos {
                // From an hour to 47 hours ago, in no order.
                let received = now - .seconds(3600 + (number * 7919) % (46 * 3600))
                try transaction.run(
                    "INSERT INTO sender (business_scoped_id, last_message_at, notice_version) VALUES (?, ?, '2026-11')",
                    "TR.Q\(number)", received)
                let sender = transaction.lastInsertedKey
                try transaction.run(
                    """
                    INSERT INTO message (external_id, sender, kind, sent_at, received_at, inbox)
                    VALUES (?, ?, 'image', ?, ?, ?)
                    """, "wamid.Q\(number)", sender, received, received, inbox)
                try transaction.run(
                    """
                    INSERT INTO photo (message, sender, media_id, received_at, state, outcome, reasons, read_index,
                        decided_at, review_until)
                    VALUES (?, ?, 'm', ?, 'decided', 'review', '["digit-unsure","serial-not-read"]', '01042', ?, ?)
                    """, transaction.lastInsertedKey, sender, received, received, received + .seconds(86_400))
            }
        }
    }
}

@Suite("The review queue")
struct ReviewQueueTests {
    @Test("Who has some of their 24 hours left comes first, least left first; then the oldest")
    func order() async throws {
        let house = try PhotoHouse()
        try await ReviewQueueData.fill(house.store, photos: 200, at: house.now)
        var lines: [ReviewLine] = []
        while true {
            let next = try await house.desk.queue(after: lines.last?.cursor, limit: 7)
            if next.isEmpty { break }
            lines += next
        }
        #expect(Set(lines.map(\.id)).count == 200)
        #expect(lines.count == 200)
        let open = lines.prefix { $0.windowEnds > house.now }
        #expect(open.count > 50)
        #expect(open.map(\.windowEnds) == open.map(\.windowEnds).sorted())
        let rest = lines.dropFirst(open.count)
        #expect(rest.allSatisfy { $0.windowEnds <= house.now })
        #expect(rest.map(\.receivedAt) == rest.map(\.receivedAt).sorted())
    }

    @Test("A customer who writes again has 24 hours more")
    func longerWindow() async throws {
        let house = try PhotoHouse()
        try await ReviewQueueData.fill(house.store, photos: 3, at: house.now)
        let now = house.now
        _ = try await house.store.write { try $0.run("UPDATE sender SET last_message_at = ? WHERE id = 2", now) }
        let line = try #require(try await house.desk.queue(limit: 10).first { $0.id == 2 })
        #expect(line.windowEnds == now + .seconds(86_400))
    }

    @Test("Pages of a long queue follow each other without a gap or a repeat, and each claim takes another photo")
    func isWhole() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        try await ReviewQueueData.fill(house.store, photos: 1_000, at: house.now)
        let desk = house.desk
        var seen: [Int64] = []
        var page = try await desk.queue(limit: 50)
        while let last = page.last {
            seen += page.map(\.id)
            page = try await desk.queue(after: last.cursor, limit: 50)
        }
        #expect(seen.count == 1_000)
        #expect(Set(seen).count == 1_000)
        var claimed: Set<Int64> = []
        for session in 1...20 {
            let found = try #require(try await desk.claimNext(clerk: "Ayşe", session: "\(session)"))
            claimed.insert(found.id)
        }
        #expect(claimed.count == 20)
        let counts = try await house.store.read { try $0.intakeCounts() }
        #expect(counts.review == 1_000)
    }
}
