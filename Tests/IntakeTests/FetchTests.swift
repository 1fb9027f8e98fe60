import Foundation
import Intake
import Storage
import Testing

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
        #expect(try graph.requests().count == 4)
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
