import Accounts
import Foundation
import Intake
import Logging
import Storage
import Testing

/// Who asks for a person gets one, with the photo that they mean.
@Suite("A person is asked for", .serialized)
struct PersonAskedTests {
    @Test("The words below a photo, and what a message replies to, are read from the webhook")
    func parsed() throws {
        let body = #"""
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[
            {"from":"905551112233","id":"wamid.1","timestamp":"1","type":"image","context":{"id":"wamid.0"},
             "image":{"id":"1","mime_type":"image/jpeg","caption":"itiraz ediyorum, yetkili baksın"}},
            {"from":"905551112233","id":"wamid.2","timestamp":"1","type":"text","text":{"body":"x"},
             "context":{"forwarded":true}}]}}]}]}
            """#
        let messages = try WebhookBody(Array(body.utf8)).messages
        #expect(messages.map(\.caption) == ["itiraz ediyorum, yetkili baksın", nil])
        #expect(messages.map(\.repliesTo) == ["wamid.0", nil])
    }

    @Test("The inbox hears a wish below a photo, and takes an objection to the photo that it replies to")
    func inbox() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .critical
        let now = house.now
        let service = IntakeService(
            settings: house.settings, store: house.store, blobs: house.blobs, now: { now }, steps: .none,
            logger: logger)
        let from = #""from_user_id":"TR.1","timestamp":"1795262000""#
        let parts = [
            #"\#(from),"id":"wamid.A","type":"image","image":{"id":"1","mime_type":"image/jpeg"}"#,
            #"\#(from),"id":"wamid.B","type":"image","image":{"id":"2","mime_type":"image/jpeg","caption":"endeks"}"#,
            #"\#(from),"id":"wamid.C","type":"image","image":{"id":"3","caption":"İTİRAZ EDİYORUM"}"#,
            #"\#(from),"id":"wamid.D","type":"text","text":{"body":"itiraz"},"context":{"id":"wamid.A"}"#,
        ]
        let messages = parts.map { "{\($0)}" }.joined(separator: ",")
        try await service.receive(
            Array(
                #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[\#(messages)]}}]}]}"#
                    .utf8))
        let run = Task { try await service.run() }
        for _ in 0..<400 {
            let open = "SELECT count(*) AS number FROM job WHERE queue = 'inbox' AND state <> 'dead'"
            if try await house.number(open) == 0 { break }
            try await Task.sleep(for: .milliseconds(25))
        }
        run.cancel()
        _ = await run.result
        let asked = try await house.store.read { view in
            try view.rows(
                """
                SELECT message.external_id FROM photo JOIN message ON message.id = photo.message
                WHERE asks_person ORDER BY photo.id
                """
            ).map { try $0.text("external_id") }
        }
        #expect(asked == ["wamid.A", "wamid.C"])
    }

    @Test("A photo with a wish goes to review with what was read, and nothing is billed")
    func caption() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender, asksPerson: true)
        try await house.work()
        let state = try await house.state(of: photo)
        #expect(state.outcome == "review")
        #expect(state.reasons.hasPrefix(#"["objection""#))
        #expect(try await house.desk.claim(photo, clerk: "Ayşe", session: "a").reading?.index == "01042")
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)
    }

    @Test("The same bytes sent again with a wish bring the first photo to a person")
    func repeatedBytes() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let first = try await house.photo(from: sender)
        try await house.work()
        _ = try await house.photo(from: sender, asksPerson: true)
        #expect(try await house.state(of: first).outcome == "review")
        #expect(try await house.state(of: first).reasons.hasPrefix(#"["objection""#))
    }

    @Test("An objection that replies to an invoice, or to a photo, is about that photo and not about the newest")
    func replies() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let stranger = try await house.sender("TR.9")
        var photos: [Int64] = []
        for mark in 1...3 {
            photos.append(try await house.photo(from: sender, mark: mark))
            house.pass(.seconds(60))
        }
        try await house.work()
        let asked = photos
        let names = try await house.store.write { transaction -> [String] in
            try transaction.run(
                "UPDATE outbox SET external_id = 'wamid.ANSWER' WHERE photo = ? AND purpose = 'answer'", asked[0])
            return try asked.compactMap { photo in
                try transaction.row(
                    """
                    SELECT external_id FROM message JOIN photo ON photo.message = message.id WHERE photo.id = ?
                    """, photo)?.text("external_id")
            }
        }
        func outcomes() async throws -> [String?] {
            var found: [String?] = []
            for photo in asked { found.append(try await house.state(of: photo).outcome) }
            return found
        }
        try #require(try await outcomes() == ["accepted", "accepted", "accepted"])
        try await house.askPerson(sender, about: "wamid.ANSWER")
        #expect(try await outcomes() == ["review", "accepted", "accepted"])
        try await house.askPerson(sender, about: names[1])
        #expect(try await outcomes() == ["review", "review", "accepted"])
        // Another one's message is none of theirs, and what nobody knows means the newest.
        try await house.askPerson(stranger, about: names[2])
        #expect(try await outcomes() == ["review", "review", "accepted"])
        try await house.askPerson(sender, about: "wamid.UNHEARD")
        #expect(try await outcomes() == ["review", "review", "review"])
    }

    @Test("A photo that two workers died of, or were not done with in time, waits for a person with words for it")
    func unread() async throws {
        let dying = try PhotoHouse(worker: Worker.script("kill -9 $$"))
        try await dying.prepare([TestSubscriber(number: "1")])
        let sender = try await dying.sender("TR.1")
        let photo = try await dying.photo(from: sender)
        try await dying.work()
        #expect(try await dying.state(of: photo).outcome == "review")
        #expect(try await dying.state(of: photo).reasons == #"["not-opened"]"#)
        #expect(try await dying.said(to: sender).count == 1)

        let slow = try PhotoHouse(worker: ["/bin/sleep", "1000"])
        try await slow.prepare([TestSubscriber(number: "1")])
        let other = try await slow.sender("TR.1")
        let late = try await slow.photo(from: other)
        let limits = WorkerLimits(addressSpace: 1 << 30, secondsAPhoto: 15, patience: .milliseconds(100))
        for _ in 0..<3 {
            try await slow.work(limits: limits)
            #expect(try await slow.state(of: late).state == "reading")
            slow.pass(.seconds(31))
        }
        try await slow.work(limits: limits)
        #expect(try await slow.state(of: late).outcome == "review")
        #expect(try await slow.state(of: late).reasons == #"["not-read-in-time"]"#)
    }
}
