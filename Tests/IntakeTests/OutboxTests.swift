import Foundation
import Intake
import Storage
import Synchronization
import Testing

@Suite("The outbox", .serialized, .timeLimit(.minutes(5)))
struct OutboxTests {
    private static let taken = "SELECT count(*) AS n FROM outbox WHERE taken_at IS NOT NULL"
    private static let open = "SELECT count(*) AS n FROM job WHERE state <> 'dead'"

    /// A sender who wrote just now, or at another time, and one text for them.
    private func post(
        _ fixture: IntakeFixture, to id: String? = nil, phone: String? = "905551112233", words: String = "Merhaba",
        purpose: OutgoingPurpose = .answer, at moment: Moment = IntakeFixture.start, document: BlobID? = nil
    ) async throws {
        try await fixture.store.write { transaction in
            try transaction.run(
                "INSERT INTO sender (business_scoped_id, phone, last_message_at) VALUES (?, ?, ?)", id, phone, moment)
            let message: OutgoingMessage =
                if let document { .document(blob: document, fileName: "fatura.pdf", caption: words) } else {
                    .text(words)
                }
            try transaction.post(
                message, to: transaction.lastInsertedKey, purpose: purpose, photo: nil, quotes: "wamid.IN",
                at: IntakeFixture.start)
        }
    }

    private func error(_ code: Int, status: Int = 400, path: String = "/messages") -> [String: Any] {
        ["path": path, "status": status, "error": code]
    }

    @Test("A document is uploaded once and sent with its caption, its quote and our callback data")
    func document() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        let blob = try await fixture.blobs.put(Array("%PDF-1.4 \r\n--x".utf8))
        try await post(fixture, to: "TR.1", words: "Faturanız 412,35 TL", document: blob)
        // The first send is refused for the time being: the second must not upload again.
        try graph.next(["path": "/messages", "status": 500, "error": 131016])
        try await fixture.running {
            try await fixture.wait(until: 1, "SELECT attempts AS n FROM job WHERE queue = 'send'")
            try await fixture.store.write { try $0.enqueue(.send, subject: 1, at: Moment(milliseconds: 0)) }
            try await fixture.wait(until: 1, Self.taken)
        }
        let requests = try graph.requests()
        #expect(requests.map(\.path).map { $0.split(separator: "/").last } == ["media", "messages", "messages"])
        #expect(requests.allSatisfy { $0.authorization == "Bearer bearer" })
        let upload = String(decoding: requests[0].body, as: UTF8.self)
        #expect(requests[0].type?.hasPrefix("multipart/form-data; boundary=") == true)
        #expect(upload.contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"))
        #expect(upload.contains("name=\"type\"\r\n\r\napplication/pdf\r\n"))
        #expect(upload.contains("filename=\"fatura.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4 \r\n--x\r\n"))
        let message = try #require(requests[2].json)
        #expect(message["recipient"] as? String == "TR.1" && message["to"] == nil)
        #expect((message["context"] as? NSDictionary)?["message_id"] as? String == "wamid.IN")
        #expect(message["biz_opaque_callback_data"] as? String == "answer:1")
        #expect((message["document"] as? NSDictionary)?["id"] as? String == "701")
        #expect(try await fixture.texts("SELECT external_id AS t FROM outbox") == ["wamid.OUT3"])
        #expect(try await fixture.number(Self.open) == 0)
    }

    @Test("A send that was cut off waits for its status anew after a long time away, in which none could come")
    func longAway() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try await post(fixture)
        _ = try await fixture.store.write {
            try $0.run(
                "UPDATE outbox SET state = 'sending', sending_since = ?", IntakeFixture.start - .seconds(3_600))
        }
        let pause = "SELECT run_at - \(IntakeFixture.start.milliseconds) AS n FROM job WHERE queue = 'send'"
        try await fixture.running { try await fixture.wait(until: 2_000, pause) }
        #expect(try graph.requests().isEmpty)
    }

    @Test("A channel that asks for a short pause does not use up the tries")
    func shortPause() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(["path": "/messages", "status": 429, "error": 130429, "retry": 1])
        try await post(fixture)
        try await fixture.running {
            try await fixture.wait(until: 1, "SELECT attempts AS n FROM job WHERE queue = 'send'")
        }
        let pause = "SELECT run_at - \(IntakeFixture.start.milliseconds) AS n FROM job WHERE queue = 'send'"
        #expect(try await fixture.number(pause) >= 4_000)
    }

    @Test("Statuses that come before the call has stored the id count once it has, and the ladder never goes down")
    func earlyStatuses() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        for status in ["read", "sent", "delivered"] {
            try await fixture.receive(
                #"{"statuses":[{"id":"wamid.OUT1","status":"\#(status)","timestamp":"1795262001"}]}"#)
        }
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        try await post(fixture)
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.texts("SELECT state AS t FROM outbox") == ["read"])
        try await fixture.receive(#"{"statuses":[{"id":"wamid.OUT1","status":"failed","errors":[{"code":131026}]}]}"#)
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.texts("SELECT state AS t FROM outbox") == ["read"])
        #expect(try await fixture.number("SELECT count(*) AS n FROM message_status") == 4)
    }

    @Test("A send that was cut off is settled by a status with our callback data, and is not sent again")
    func settledByStatus() async throws {
        let graph = try WhatsAppGraphServer()
        let clock = Mutex(IntakeFixture.start)
        let fixture = try IntakeFixture(graph: graph.address, now: { clock.withLock { $0 } })
        try await post(fixture)
        _ = try await fixture.store.write {
            try $0.run("UPDATE outbox SET state = 'sending', sending_since = ?", IntakeFixture.start)
        }
        try await fixture.running {
            try await fixture.wait(until: 1, "SELECT count(*) AS n FROM job WHERE queue = 'send' AND state = 'waiting'")
            try await fixture.receive(
                #"{"statuses":[{"id":"wamid.LOST","status":"delivered","biz_opaque_callback_data":"answer:1"}]}"#)
            try await fixture.wait(until: 0, Self.open)
            clock.withLock { $0 = $0 + .seconds(600) }
        }
        #expect(try graph.messages().isEmpty)
        #expect(
            try await fixture.texts("SELECT state || ' ' || external_id AS t FROM outbox") == ["delivered wamid.LOST"])
        #expect(try await fixture.number(Self.taken) == 1)
    }

    @Test(
        "Without a status it goes again when the grace is over; a connection that breaks after the request waits so too"
    )
    func graceIsOver() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address, now: { IntakeFixture.now() })
        try graph.next(["path": "/messages", "drop": true])
        try await post(fixture, at: IntakeFixture.now())
        try await fixture.running {
            try await fixture.wait(
                until: 1, "SELECT count(*) AS n FROM outbox WHERE state = 'sending' AND taken_at IS NULL")
            try await Task.sleep(for: .milliseconds(700))
            #expect(try graph.messages().count == 1)
            try await fixture.wait(until: 1, Self.taken)
        }
        #expect(try graph.messages().count == 2)
        #expect(try await fixture.number(Self.open) == 0)
    }

    @Test("131056 holds up that customer alone")
    func pairRate() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(error(131056))
        try await post(fixture)
        try await fixture.running {
            try await fixture.wait(until: 1, "SELECT attempts AS n FROM job WHERE queue = 'send' AND subject = 1")
            try await fixture.store.write {
                try $0.post(.text("2"), to: 1, purpose: .answer, photo: nil, quotes: nil, at: IntakeFixture.start)
            }
            try await post(fixture, phone: "905551112299")
            try await fixture.wait(until: 1, Self.taken)
            try await fixture.wait(
                until: 2,
                "SELECT count(*) AS n FROM job WHERE queue = 'send' AND state = 'waiting' AND run_at > \(IntakeFixture.start.milliseconds + 3000)"
            )
        }
        #expect(try graph.messages().compactMap { $0["to"] as? String } == ["905551112233", "905551112299"])
    }

    @Test("190 stops the sender until it is told to go on; nothing is lost")
    func stopped() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(error(190, status: 401))
        try await post(fixture)
        try await fixture.running {
            while try graph.requests().isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            try await fixture.wait(until: 1, "SELECT count(*) AS n FROM outbox WHERE state = 'queued'")
            try await post(fixture, phone: "905551112299")
            try await Task.sleep(for: .milliseconds(700))
            #expect(try graph.messages().count == 1)
            fixture.service.resume()
            try await fixture.wait(until: 2, Self.taken)
        }
        #expect(try await fixture.number(Self.open) == 0)
    }

    @Test("After 24 hours, and when the channel says so, a message goes as the template")
    func template() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address, template: "fatura_hazir")
        let blob = try await fixture.blobs.put(Array("%PDF".utf8))
        try await post(fixture, words: "412,35 TL", at: IntakeFixture.start - .seconds(24 * 3600 + 1), document: blob)
        try await fixture.running { try await fixture.wait(until: 1, Self.taken) }
        try graph.next(error(131047))
        try await post(fixture, phone: "905551112299")
        try await fixture.running { try await fixture.wait(until: 2, Self.taken) }
        // Told later, by a status.
        try await post(fixture, phone: "905551112277")
        try await fixture.running {
            try await fixture.wait(until: 3, Self.taken)
            let id = try await fixture.texts("SELECT external_id AS t FROM outbox WHERE id = 3")[0]
            try await fixture.receive(#"{"statuses":[{"id":"\#(id)","status":"failed","errors":[{"code":131047}]}]}"#)
            try await fixture.wait(until: 1, "SELECT as_template AS n FROM outbox WHERE id = 3")
            try await fixture.wait(until: 0, Self.open)
        }
        #expect(
            try graph.messages().compactMap { $0["type"] as? String } == [
                "template", "text", "template", "text", "template",
            ])
    }

    @Test("Without a template the channel decides whether the 24 hours are over: our clock may be wrong")
    func closedWithoutTemplate() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try await post(fixture, at: IntakeFixture.start - .seconds(25 * 3600))
        try await fixture.running { try await fixture.wait(until: 1, Self.taken) }
        #expect(try graph.messages().compactMap { $0["type"] as? String } == ["text"])
    }

    @Test("Without a template, and for faults of ours, it becomes a dead letter; one who cannot be reached does not")
    func deadLetters() async throws {
        let graph = try WhatsAppGraphServer()
        let book = LogBook()
        let fixture = try IntakeFixture(graph: graph.address, logger: book.logger)
        try graph.next(error(131047))
        try await post(fixture, at: IntakeFixture.start - .seconds(25 * 3600))
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try graph.messages().count == 1)
        #expect(book.lines.contains { $0.hasPrefix("error: a message cannot be sent") && $0.contains("131047") })
        try graph.next(error(132001))
        try await post(fixture, phone: "905551112299")
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        try graph.next(error(131026))
        try await post(fixture, phone: "905551112277")
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.texts("SELECT state AS t FROM outbox ORDER BY id") == ["dead", "dead", "failed"])
        #expect(try await fixture.number("SELECT count(*) AS n FROM job WHERE state = 'dead'") == 2)
        #expect(try await fixture.number(Self.taken) == 0)
    }

    @Test("131062 sends to the phone number, where it is known")
    func toPhone() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try graph.next(error(131062))
        try await post(fixture, to: "TR.1")
        try await fixture.running { try await fixture.wait(until: 1, Self.taken) }
        #expect(try graph.messages().map { $0["recipient"] != nil } == [true, false])
        #expect(try graph.messages().last?["to"] as? String == "905551112233")
    }

    @Test("A notice is known to its sender once the channel took it; it is posted once a version")
    func notice() async throws {
        let graph = try WhatsAppGraphServer()
        let fixture = try IntakeFixture(graph: graph.address)
        try await post(fixture, purpose: .notice)
        try await fixture.store.write {
            try $0.post(.text("x"), to: 1, purpose: .notice, photo: nil, quotes: nil, at: IntakeFixture.start)
        }
        #expect(try await fixture.number("SELECT count(*) AS n FROM outbox") == 1)
        #expect(try await fixture.number("SELECT count(*) AS n FROM sender WHERE notice_version IS NOT NULL") == 0)
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.number("SELECT count(*) AS n FROM sender WHERE notice_version IS NOT NULL") == 1)
        #expect(try graph.messages().first?["biz_opaque_callback_data"] as? String == "notice:1")
    }
}
