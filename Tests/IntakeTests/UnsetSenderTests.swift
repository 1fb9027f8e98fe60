import Intake
import Storage
import Testing

@Suite("A service that does not know its own number", .serialized, .timeLimit(.minutes(5)))
struct UnsetSenderTests {
    private func post(_ fixture: IntakeFixture) async throws {
        try await fixture.store.write { transaction in
            try transaction.run(
                "INSERT INTO sender (phone, last_message_at) VALUES ('905551112233', ?)", IntakeFixture.start)
            try transaction.post(
                .text("Merhaba"), to: transaction.lastInsertedKey, purpose: .answer, photo: nil, quotes: "wamid.IN",
                at: IntakeFixture.start)
        }
    }

    @Test("Calls nobody, keeps the message as it is, and a reload does not change that")
    func waits() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address, phoneNumberID: nil)
        try await post(fixture)
        try await fixture.running {
            try await Task.sleep(for: .milliseconds(500))
            fixture.service.resume()
            try await Task.sleep(for: .milliseconds(500))
        }
        #expect(try graph.requests().isEmpty)
        #expect(try await fixture.texts("SELECT state AS t FROM outbox") == ["queued"])
        #expect(try await fixture.number("SELECT count(*) AS n FROM job WHERE queue = 'send' AND state <> 'dead'") == 1)
    }

    @Test("Sends what waited once the number is known")
    func sends() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try await post(fixture)
        try await fixture.running {
            try await fixture.wait(until: 1, "SELECT count(*) AS n FROM outbox WHERE taken_at IS NOT NULL")
        }
    }
}
