import Foundation
import Intake
import Storage
import Testing

@Suite("What the channel took and could not deliver", .serialized, .timeLimit(.minutes(5)))
struct LateFailureTests {
    private static let taken = "SELECT count(*) AS n FROM outbox WHERE taken_at IS NOT NULL"
    private static let open = "SELECT count(*) AS n FROM job WHERE state <> 'dead'"
    private static let row = "SELECT state || ' ' || coalesce(external_id, '-') AS t FROM outbox"

    private func post(_ fixture: IntakeFixture, document: BlobID? = nil) async throws {
        try await fixture.store.write { transaction in
            try transaction.run(
                "INSERT INTO sender (phone, last_message_at) VALUES ('905551112233', ?)", IntakeFixture.start)
            let message: OutgoingMessage =
                if let document { .document(blob: document, fileName: "fatura.pdf", caption: "x") } else { .text("x") }
            try transaction.post(
                message, to: transaction.lastInsertedKey, purpose: .answer, photo: nil, quotes: nil,
                at: IntakeFixture.start)
        }
    }

    private func status(_ id: String, _ status: String, code: Int? = nil, callback: String? = nil) -> String {
        let errors = code.map { #","errors":[{"code":\#($0)}]"# } ?? ""
        let data = callback.map { #","biz_opaque_callback_data":"\#($0)""# } ?? ""
        return #"{"statuses":[{"id":"\#(id)","status":"\#(status)","timestamp":"1795262401"\#(errors)\#(data)}]}"#
    }

    /// Lets the send job run that waits for its minute.
    private func hurry(_ fixture: IntakeFixture) async throws {
        try await fixture.store.write { try $0.enqueue(.send, subject: 1, at: Moment(milliseconds: 0)) }
    }

    @Test("A passing fault sends it again, once; the second is final, and staff are told by our own row number")
    func temporary() async throws {
        let graph = try WhatsAppGraphServer()
        let book = LogBook()
        let fixture = try IntakeFixture(graph: graph.address, logger: book.logger)
        try await post(fixture)
        try await fixture.running {
            try await fixture.wait(until: 0, Self.open)
            try await fixture.receive(status("wamid.OUT1", "failed", code: 131_000))
            try await fixture.wait(until: 1, "SELECT requeues AS n FROM outbox WHERE state = 'queued'")
            try await hurry(fixture)
            try await fixture.wait(until: 0, Self.open)
            #expect(try await fixture.texts(Self.row) == ["accepted wamid.OUT2"])
            #expect(!book.lines.contains { $0.hasPrefix("error") })
            try await fixture.receive(status("wamid.OUT2", "failed", code: 131_000))
            try await fixture.wait(until: 0, Self.open)
        }
        #expect(try graph.messages().count == 2)
        #expect(try await fixture.texts(Self.row) == ["failed wamid.OUT2"])
        #expect(book.lines.contains("error: the channel could not deliver a message [code=131000 outbox=1]"))
        #expect(!book.lines.contains { $0.contains("wamid") })
    }

    @Test("A document that is gone is uploaded anew; a customer who cannot be reached is a line of the log")
    func uploadAgainAndUndeliverable() async throws {
        let graph = try WhatsAppGraphServer()
        let book = LogBook()
        let fixture = try IntakeFixture(graph: graph.address, logger: book.logger)
        try await post(fixture, document: try await fixture.blobs.put(Array("%PDF".utf8)))
        try await fixture.running {
            try await fixture.wait(until: 0, Self.open)
            try await fixture.receive(status("wamid.OUT2", "failed", code: 131_053))
            try await fixture.wait(until: 1, "SELECT requeues AS n FROM outbox WHERE state = 'queued'")
            try await hurry(fixture)
            try await fixture.wait(until: 0, Self.open)
            try await fixture.receive(status("wamid.OUT4", "failed", code: 130_497))
            try await fixture.wait(until: 0, Self.open)
        }
        #expect(
            try graph.requests().map { $0.path.split(separator: "/").last } == [
                "media", "messages", "media", "messages",
            ])
        #expect(try await fixture.texts(Self.row) == ["failed wamid.OUT4"])
        #expect(book.lines.contains("error: the channel could not deliver a message [code=130497 outbox=1]"))
    }

    @Test("A refusal that overtakes our own 200 sends the template all the same, and the 200 settles nothing")
    func overtaken() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address, template: "fatura_hazir")
        try graph.next(["path": "/messages", "delay": 1.5])
        try await post(fixture)
        try await fixture.running {
            try await fixture.wait(until: 1, "SELECT count(*) AS n FROM outbox WHERE state = 'sending'")
            while try graph.requests().isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            try await fixture.receive(status("wamid.OUT1", "failed", code: 131_047, callback: "answer:1"))
            try await fixture.wait(until: 1, "SELECT as_template AS n FROM outbox")
            try await fixture.wait(until: 0, Self.open)
        }
        #expect(try graph.messages().compactMap { $0["type"] as? String } == ["text", "template"])
        #expect(try await fixture.texts(Self.row) == ["accepted wamid.OUT2"])
    }

    @Test("A refusal that is known before our 200 leaves the message a job of its own")
    func knownBefore() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address, template: "fatura_hazir")
        try await fixture.receive(status("wamid.OUT1", "failed", code: 131_047))
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        try await post(fixture)
        try await fixture.running {
            try await fixture.wait(until: 1, "SELECT as_template AS n FROM outbox")
            try await fixture.wait(until: 0, Self.open)
        }
        #expect(try graph.messages().compactMap { $0["type"] as? String } == ["text", "template"])
        #expect(try await fixture.texts(Self.row) == ["accepted wamid.OUT2"])
    }

    @Test("What is told later of the message that was given up settles nothing")
    func abandoned() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address, template: "fatura_hazir")
        try await post(fixture)
        try await fixture.running {
            try await fixture.wait(until: 0, Self.open)
            try graph.next(["path": "/messages", "status": 500, "error": 131_016])
            try await fixture.receive(status("wamid.OUT1", "failed", code: 131_047, callback: "answer:1"))
            try await fixture.wait(until: 1, "SELECT attempts AS n FROM job WHERE queue = 'send'")
            try await fixture.receive(status("wamid.OUT1", "delivered", callback: "answer:1"))
            try await fixture.wait(until: 2, "SELECT count(*) AS n FROM message_status")
            #expect(try await fixture.texts(Self.row) == ["queued -"])
            try await hurry(fixture)
            try await fixture.wait(until: 0, Self.open)
        }
        #expect(try await fixture.texts(Self.row) == ["accepted wamid.OUT3"])
    }

    @Test("130497 is about one customer: the next one gets their message")
    func country() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(["path": "/messages", "status": 400, "error": 130_497])
        try await post(fixture)
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        try await post(fixture)
        try await fixture.running { try await fixture.wait(until: 1, Self.taken) }
        #expect(try await fixture.texts("SELECT state AS t FROM outbox ORDER BY id") == ["failed", "accepted"])
    }

    @Test("At the start whatever waits without a job gets one, with a line in the log")
    func sweep() async throws {
        let graph = try WhatsAppGraphServer()
        let book = LogBook()
        let fixture = try IntakeFixture(graph: graph.address, logger: book.logger)
        try await post(fixture)
        try await fixture.store.write { transaction in
            let now = IntakeFixture.start
            try transaction.run(
                "INSERT INTO inbox (body_hash, body, received_at, state) VALUES (x'00', x'00', ?, 'parsed')", now)
            try transaction.run(
                """
                INSERT INTO message (external_id, sender, kind, sent_at, received_at, inbox)
                VALUES ('wamid.A', 1, 'image', ?, ?, 1)
                """, now, now)
            try transaction.run(
                "INSERT INTO photo (message, sender, media_id, received_at) VALUES (1, 1, '900', ?)", now)
            try transaction.run(
                """
                INSERT INTO review_decision (photo, clerk, session, decision, decided_at, takes_effect_at)
                VALUES (1, 'a', 'b', '{}', ?, ?)
                """, now, now)
            try transaction.run("DELETE FROM job")
        }
        try await fixture.running {
            // The message, and the answer to a stranger's photo.
            try await fixture.wait(until: 2, Self.taken)
            try await fixture.wait(until: 0, Self.open)
        }
        #expect(try await fixture.texts("SELECT state AS t FROM photo") == ["decided"])
        for queue in ["send", "fetch", "decision"] {
            #expect(book.lines.contains("error: something waited without a job [queue=\(queue) row=1]"))
        }
    }
}
