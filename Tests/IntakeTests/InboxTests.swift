import Foundation
import Intake
import Storage
import Testing

@Suite("The inbox", .timeLimit(.minutes(5)))
struct InboxTests {
    private static let open = "SELECT count(*) AS n FROM job WHERE queue = 'inbox' AND state <> 'dead'"

    @Test("A body that comes again is the same row and no second job; the same message in another body is nothing new")
    func repeated() async throws {
        let fixture = try IntakeFixture()
        for _ in 0..<3 { try await fixture.receive(IntakeFixture.text("wamid.A")) }
        #expect(try await fixture.number("SELECT times AS n FROM inbox") == 3)
        #expect(try await fixture.number(Self.open) == 1)
        try await fixture.receive(IntakeFixture.text("wamid.A", "another body"))
        try await fixture.receive(IntakeFixture.photo("wamid.P", media: "1"))
        try await fixture.receive(IntakeFixture.photo("wamid.P", media: "2"))
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.number("SELECT count(*) AS n FROM message") == 2)
        #expect(try await fixture.number("SELECT count(*) AS n FROM photo") == 1)
        #expect(try await fixture.number("SELECT count(*) AS n FROM outbox WHERE photo IS NULL") == 1)
    }

    @Test("A signed body that is no JSON, cut, too deep or binary, is kept as unreadable and holds up nothing")
    func unreadable() async throws {
        let fixture = try IntakeFixture()
        let bodies: [[UInt8]] = [
            Array(#"{"entry":[{"changes":[{"#.utf8), Array(repeating: UInt8(ascii: "["), count: 3_000_000),
            [0, 255, 7], [],
        ]
        for body in bodies { try await fixture.service.receive(body) }
        try await fixture.receive(IntakeFixture.text("wamid.A"))
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.number("SELECT count(*) AS n FROM inbox WHERE state = 'unreadable'") == 4)
        #expect(try await fixture.number("SELECT count(*) AS n FROM message") == 1)
        #expect(try await fixture.number("SELECT count(*) AS n FROM job WHERE state = 'dead'") == 0)
    }

    @Test("A body with hundreds of messages is stored whole, each once")
    func many() async throws {
        let fixture = try IntakeFixture()
        let messages = (0..<300).map { number in
            #"{"from":"9055500\#(10000 + number % 200)","id":"wamid.\#(number)","timestamp":"1795262000","type":"reaction"}"#
        }
        let statuses = (0..<100).map { #"{"id":"wamid.OUT\#($0)","status":"sent","timestamp":1}"# }
        try await fixture.receive(
            "{\"statuses\":[\(statuses.joined(separator: ","))],\"messages\":[\(messages.joined(separator: ","))]}")
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.number("SELECT count(*) AS n FROM message") == 300)
        #expect(try await fixture.number("SELECT count(*) AS n FROM sender") == 200)
        #expect(try await fixture.number("SELECT count(*) AS n FROM message_status") == 100)
    }

    @Test("A message that the tables refuse hides neither its neighbours nor the statuses beside it")
    func refusedByTable() async throws {
        let fixture = try IntakeFixture()
        // A trigger stands for whatever a later mistake of ours may refuse.
        _ = try await fixture.store.write {
            try $0.run(
                """
                CREATE TRIGGER refuse BEFORE INSERT ON message WHEN NEW.external_id = 'wamid.BAD'
                BEGIN SELECT RAISE(ABORT, 'refused'); END
                """)
        }
        let messages = ["wamid.1", "wamid.BAD", "wamid.2"].map {
            #"{"from":"905551112233","id":"\#($0)","timestamp":"1795262000","type":"reaction"}"#
        }
        try await fixture.receive(
            "{\"messages\":[\(messages.joined(separator: ","))],\"statuses\":[{\"id\":\"x\",\"status\":\"sent\"}]}")
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.texts("SELECT external_id AS t FROM message ORDER BY id") == ["wamid.1", "wamid.2"])
        #expect(try await fixture.number("SELECT count(*) AS n FROM message_status") == 1)
    }

    @Test("A sender is found by the business-scoped id first; a number alone is joined to its id when both come")
    func identities() async throws {
        let fixture = try IntakeFixture()
        let senders = [
            #""from":"905551112233""#, #""from":"905551112233","from_user_id":"TR.1""#, #""from_user_id":"TR.1""#,
            #""from":"905559998877","from_user_id":"TR.1""#, #""from":"905559998877","from_user_id":"TR.2""#,
            #""from":"905559998877""#,
        ]
        for (place, sender) in senders.enumerated() {
            try await fixture.receive(
                IntakeFixture.message(
                    "wamid.\(place)", from: sender, at: 1_795_262_000 + Int64(place), #""type":"reaction""#))
            try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        }
        let found = try await fixture.store.read { view in
            try view.rows("SELECT sender FROM message ORDER BY sent_at").map { try $0.integer("sender") }
        }
        #expect(found == [1, 1, 1, 1, 2, 2])
        #expect(
            try await fixture.texts("SELECT phone AS t FROM sender ORDER BY id") == ["905559998877", "905559998877"])
    }

    @Test("The 24 hours run from the newest message, in whatever order they come, and never from the future")
    func window() async throws {
        let fixture = try IntakeFixture()
        for (id, seconds) in [("a", Int64(1_795_262_000)), ("b", 1_795_000_000), ("c", 1_999_999_999)] {
            try await fixture.receive(IntakeFixture.message(id, at: seconds, #""type":"reaction""#))
            if id == "b" {
                try await fixture.running { try await fixture.wait(until: 0, Self.open) }
                #expect(try await fixture.number("SELECT last_message_at AS n FROM sender") == 1_795_262_000_000)
            }
        }
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(
            try await fixture.number("SELECT last_message_at AS n FROM sender") == Int(IntakeFixture.start.milliseconds)
        )
    }

    @Test("An older message that brings the sender's id does not move the 24 hours back")
    func olderWithID() async throws {
        let fixture = try IntakeFixture()
        for (id, seconds) in [("a", Int64(1_795_262_000)), ("b", 1_795_000_000)] {
            let sender = #""from":"905551112233""# + (id == "b" ? #","from_user_id":"TR.1""# : "")
            try await fixture.receive(IntakeFixture.message(id, from: sender, at: seconds, #""type":"reaction""#))
            try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        }
        #expect(try await fixture.texts("SELECT business_scoped_id AS t FROM sender") == ["TR.1"])
        #expect(try await fixture.number("SELECT last_message_at AS n FROM sender") == 1_795_262_000_000)
    }

    @Test("What is told of another number is kept, and nothing is done about it")
    func otherNumber() async throws {
        let fixture = try IntakeFixture()
        for (id, number) in [("a", "310000000000001"), ("b", "310000000000009")] {
            let message = IntakeFixture.text("wamid.\(id)").dropFirst()
            try await fixture.receive(#"{"metadata":{"phone_number_id":"\#(number)"},"# + message)
        }
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.texts("SELECT external_id AS t FROM message") == ["wamid.a"])
        #expect(try await fixture.number("SELECT count(*) AS n FROM inbox WHERE state = 'parsed'") == 2)
    }

    @Test("The answer to who asks for a person quotes the message that asked")
    func personQuoted() async throws {
        let fixture = try IntakeFixture()
        try await fixture.receive(IntakeFixture.text("wamid.P", "YETKİLİ"))
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.texts("SELECT coalesce(quotes, '-') AS t FROM outbox") == ["wamid.P"])
    }

    @Test("Other kinds are answered kindly, reactions are not, and nobody gets more than ten an hour")
    func kinds() async throws {
        let fixture = try IntakeFixture()
        try await fixture.receive(IntakeFixture.message("r", #""type":"reaction""#))
        for number in 0..<14 {
            try await fixture.receive(IntakeFixture.message("a\(number)", #""type":"audio","audio":{"id":"1"}"#))
        }
        try await fixture.running { try await fixture.wait(until: 0, Self.open) }
        #expect(try await fixture.number("SELECT count(*) AS n FROM outbox") == 10)
    }
}
