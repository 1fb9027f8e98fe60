import Foundation
import Intake
import Storage
import Synchronization
import Testing
import Trials

@Suite("Fetching photos", .serialized, .timeLimit(.minutes(5)))
struct FetchTests {
    private static let decided = "SELECT count(*) AS n FROM photo WHERE state = 'decided'"
    private static let failures = "SELECT count(*) AS n FROM media_failure"

    @Test("A photo's address is asked for and its bytes fetched, each with the bearer; its sender is answered")
    func fetched() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try await fixture.receive(IntakeFixture.photo("wamid.A", media: "900"))
        try await fixture.running {
            try await fixture.wait(until: 1, "SELECT count(*) AS n FROM outbox WHERE taken_at IS NOT NULL")
        }
        let requests = try graph.requests()
        #expect(
            requests.map(\.path) == [
                "/v26.0/900?phone_number_id=310000000000001", "/bytes/900", "/v26.0/310000000000001/messages",
            ])
        #expect(requests.allSatisfy { $0.authorization == "Bearer bearer" })
        let original = try #require(BlobID(try await fixture.texts("SELECT original AS t FROM photo")[0]))
        #expect(try await fixture.blobs.get(original) == [0xFF, 0xD8] + Array("photo /bytes/900".utf8))
    }

    @Test("An address that is not the channel's is never fetched, a redirect is not followed, and the customer is told")
    func foreign() async throws {
        let graph = try WhatsAppGraphServer()
        let other = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(["path": "/v26.0/900", "url": "\(other.address)/bytes/900"])
        try await fixture.receive(IntakeFixture.photo("wamid.A", media: "900"))
        try await fixture.running { try await fixture.wait(until: 1, Self.decided) }
        #expect(try await fixture.texts("SELECT outcome AS t FROM photo") == ["refused"])
        #expect(try await fixture.number("SELECT count(*) AS n FROM outbox WHERE purpose = 'answer'") == 1)
        try graph.next(["path": "/bytes/901", "status": 302, "location": "\(other.address)/bytes/901"])
        try await fixture.receive(IntakeFixture.photo("wamid.B", media: "901"))
        try await fixture.running { try await fixture.wait(until: 1, Self.failures) }
        #expect(try other.requests().isEmpty)
    }

    @Test("A 404 of the bytes asks anew, once and at once; then the pauses are 1, 5 and 25 minutes, then a tip")
    func pauses() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(["path": "/bytes/900", "status": 404], ["path": "/bytes/900", "status": 404])
        try await fixture.receive(IntakeFixture.photo("wamid.A", media: "900"))
        let pause = "SELECT run_at - \(IntakeFixture.start.milliseconds) AS n FROM job WHERE queue = 'fetch'"
        try await fixture.running { try await fixture.wait(until: 60_000, pause) }
        #expect(try graph.requests().count == 4)
        for expected in [300_000, 1_500_000] {
            try graph.next(["path": "/v26.0/900", "status": 400, "error": 100])
            _ = try await fixture.store.write {
                try $0.run("DELETE FROM media_failure")
                try $0.enqueue(.fetch, subject: 1, at: IntakeFixture.start)
            }
            try await fixture.running { try await fixture.wait(until: expected, pause) }
        }
        try graph.next(["path": "/v26.0/900", "status": 400, "error": 100])
        _ = try await fixture.store.write {
            try $0.run("DELETE FROM media_failure")
            try $0.enqueue(.fetch, subject: 1, at: IntakeFixture.start)
        }
        try await fixture.running { try await fixture.wait(until: 1, Self.decided) }
        #expect(try await fixture.texts("SELECT outcome AS t FROM photo") == ["refused"])
    }

    @Test("After four failures within the hour no more is asked, by however many photos at once")
    func budget() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address, now: { IntakeFixture.now() })
        for number in 0..<12 {
            try graph.next(["path": "/v26.0/8", "status": 400, "error": 100])
            try await fixture.receive(IntakeFixture.photo("wamid.\(number)", media: "8\(number)"))
        }
        try await fixture.running {
            try await fixture.wait(until: 4, Self.failures)
            try await fixture.wait(
                until: 8,
                "SELECT count(*) AS n FROM job WHERE queue = 'fetch' AND attempts = 0 AND run_at > \(IntakeFixture.now().milliseconds + 3_000_000)"
            )
        }
        let asked = try graph.requests().count
        #expect(asked == 4)
    }

    @Test("While the channel is away a photo waits for it, an hour at a time, as long as its id lives")
    func away() async throws {
        let clock = Mutex(IntakeFixture.start)
        let fixture = try IntakeFixture(now: { clock.withLock { $0 } })
        try await fixture.receive(IntakeFixture.photo("wamid.A", media: "900"))
        let pause = "SELECT run_at - \(IntakeFixture.start.milliseconds) AS n FROM job WHERE queue = 'fetch'"
        try await fixture.running { try await fixture.wait(until: 60_000, pause) }
        // As after many tries: none of them counts.
        _ = try await fixture.store.write { try $0.run("UPDATE job SET attempts = 11 WHERE queue = 'fetch'") }
        clock.withLock { $0 = IntakeFixture.start + .seconds(36_000) }
        try await fixture.running { try await fixture.wait(until: 39_600_000, pause) }
        #expect(try await fixture.texts("SELECT state AS t FROM photo") == ["fetching"])
        clock.withLock { $0 = IntakeFixture.start + .seconds(6 * 86_400 + 43_200) }
        try await fixture.running { try await fixture.wait(until: 1, Self.decided) }
        #expect(try await fixture.texts("SELECT outcome AS t FROM photo") == ["refused"])
    }

    @Test("A 500, a rate limit and a gateway's page count no try of the photo")
    func busy() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(["path": "/v26.0/900", "status": 400, "error": 4])
        try await fixture.receive(IntakeFixture.photo("wamid.A", media: "900"))
        let waits = "SELECT count(*) AS n FROM job WHERE queue = 'fetch' AND state = 'waiting' AND attempts = 0"
        try await fixture.running { try await fixture.wait(until: 1, waits) }
        for answer: [String: Any] in [["status": 500, "error": 2], ["status": 502]] {
            try graph.next(answer.merging(["path": "/v26.0/900"]) { $1 })
            try await fixture.store.write { try $0.enqueue(.fetch, subject: 1, at: IntakeFixture.start) }
            try await fixture.running { try await fixture.wait(until: 1, waits) }
        }
        // The channel's own bad moments are no failures that it counts.
        #expect(try await fixture.number(Self.failures) == 0)
    }

    @Test("One file that the channel does not hand out is not asked for again while others need what is left")
    func others() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(["path": "/bytes/900", "status": 404], ["path": "/bytes/900", "status": 404])
        try await fixture.receive(IntakeFixture.photo("wamid.A", media: "900"))
        let pause = "SELECT run_at - \(IntakeFixture.start.milliseconds) AS n FROM job WHERE queue = 'fetch'"
        try await fixture.running { try await fixture.wait(until: 60_000, pause) }
        try await fixture.store.write { try $0.enqueue(.fetch, subject: 1, at: IntakeFixture.start) }
        try await fixture.running { try await fixture.wait(until: 3_600_000, pause) }
        #expect(try graph.requests().count == 4)
        try await fixture.receive(IntakeFixture.photo("wamid.B", media: "901"))
        try await fixture.running { try await fixture.wait(until: 1, Self.decided) }
        #expect(try await fixture.number(Self.failures) == 2)
    }

    @Test("Of a sender's forty-first photo within an hour not a byte is fetched, and they hear it once")
    func flood() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        for number in 0..<40 { try await fixture.receive(IntakeFixture.photo("wamid.\(number)", media: "8\(number)")) }
        let kept = "SELECT count(*) AS n FROM photo"
        try await fixture.running { try await fixture.wait(until: 40, kept) }
        let before = try graph.requests().filter { $0.path.hasPrefix("/v26.0/8") }.count
        for media in ["7770", "7771"] {
            try await fixture.receive(IntakeFixture.photo("wamid.\(media)", media: media))
        }
        try await fixture.running { try await fixture.wait(until: 42, Self.decided) }
        #expect(before <= 40)
        #expect(try graph.requests().contains { $0.path.contains("/777") } == false)
        let told =
            "SELECT count(*) AS n FROM outbox WHERE photo IN (SELECT id FROM photo WHERE reasons LIKE '%over-limit%')"
        #expect(try await fixture.number(told) == 1)
    }

    @Test("A failure that another request wrote down a moment ago counts, though our time was read before it")
    func besideUs() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        _ = try await fixture.store.write { transaction in
            for _ in 0..<4 {
                try transaction.run("INSERT INTO media_failure (at) VALUES (?)", IntakeFixture.start + .seconds(2))
            }
        }
        try await fixture.receive(IntakeFixture.photo("wamid.A", media: "900"))
        let pause = "SELECT run_at - \(IntakeFixture.start.milliseconds) AS n FROM job WHERE queue = 'fetch'"
        try await fixture.running { try await fixture.wait(until: 3_602_000, pause) }
        #expect(try graph.requests().isEmpty)
        #expect(try await fixture.number(Self.failures) == 4)
    }

    @Test("Failures that lie ahead, since the clock was put back, hold up nothing and are forgotten")
    func ahead() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        _ = try await fixture.store.write { transaction in
            for _ in 0..<4 {
                try transaction.run(
                    "INSERT INTO media_failure (at) VALUES (?)", IntakeFixture.start + .seconds(86_400))
            }
        }
        try await fixture.receive(IntakeFixture.photo("wamid.A", media: "900"))
        try await fixture.running { try await fixture.wait(until: 1, Self.decided) }
        #expect(try await fixture.number(Self.failures) == 0)
    }

    @Test("A document of more than ten megabytes is refused")
    func largeDocument() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(["path": "/bytes/901", "bytes": (10 << 20) + 1])
        try await fixture.receive(
            IntakeFixture.message(
                "wamid.B", #""type":"document","document":{"id":"901","mime_type":"image/jpeg"}"#))
        try await fixture.running { try await fixture.wait(until: 1, Self.decided) }
        #expect(try await fixture.number("SELECT count(*) AS n FROM photo WHERE reasons LIKE '%media-too-large%'") == 1)
    }

    @Test("What is in memory at once is bounded; who asks for more waits in line, and nobody overtakes")
    func space() async throws {
        let space = MediaSpace(bytes: 20)
        let done = LogBook()
        @Sendable func file(_ name: String, _ bytes: Int) -> Task<Void, Never> {
            Task {
                await space.take(bytes)
                done.add(name)
            }
        }
        await space.take(15)
        let document = file("document", 10)
        try await Task.sleep(for: .milliseconds(200))
        let photo = file("photo", 5)
        try await Task.sleep(for: .milliseconds(200))
        #expect(done.lines.isEmpty)
        space.give(15)
        await document.value
        await photo.value
        #expect(Set(done.lines) == ["document", "photo"])
        // Five are left: ten wait until the document gives back.
        let late = file("late", 10)
        try await Task.sleep(for: .milliseconds(200))
        #expect(done.lines.count == 2)
        space.give(10)
        await late.value
    }

    @Test("Bytes that are not those announced are not taken, nor more than the channel's own limit")
    func wrongBytes() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try await fixture.receive(
            IntakeFixture.message(
                "wamid.A",
                #""type":"image","image":{"id":"900","sha256":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}"#))
        try await fixture.running {
            try await fixture.wait(until: 1, "SELECT attempts AS n FROM job WHERE queue = 'fetch'")
        }
        try graph.next(["path": "/bytes/901", "bytes": (5 << 20) + 1])
        try await fixture.receive(IntakeFixture.photo("wamid.B", media: "901"))
        try await fixture.running { try await fixture.wait(until: 1, Self.decided) }
        #expect(try await fixture.number("SELECT count(*) AS n FROM photo WHERE reasons LIKE '%media-too-large%'") == 1)
    }
}
