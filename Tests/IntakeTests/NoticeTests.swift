import Foundation
import Intake
import Storage
import Testing

@Suite("A privacy notice that reaches nobody", .serialized, .timeLimit(.minutes(5)))
struct NoticeTests {
    private static let busy = """
        SELECT (SELECT count(*) FROM job WHERE state <> 'dead') + (SELECT count(*) FROM photo WHERE state = 'waiting')
            AS number
        """
    private static let reasons = #"["notice-not-delivered"]"#

    /// Runs a service on the house, whose Graph answers as it is told, until nothing is left to do.
    private func work(_ house: PhotoHouse, _ graph: WhatsAppGraphServer, _ webhook: String? = nil) async throws {
        var settings = house.settings
        settings.graph = try #require(URL(string: graph.address))
        let service = IntakeService(
            settings: settings, store: house.store, blobs: house.blobs, now: { house.now }, steps: .none,
            logger: LogBook().logger)
        if let webhook { try await service.receive(Array(webhook.utf8)) }
        let run = Task { try await service.run() }
        let end = ContinuousClock.now + .seconds(60)
        while try await house.number(Self.busy) > 0, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(20))
        }
        run.cancel()
        _ = await run.result
        #expect(try await house.number(Self.busy) == 0)
    }

    private func text(_ id: String) -> String {
        #"{"entry":[{"changes":[{"field":"messages","value":\#(IntakeFixture.text(id, from: #""from_user_id":"TR.1""#))}]}]}"#
    }

    @Test(
        "Refused for good, the photos go to a person unread; when the customer writes it is sent again, and they are read for the person only",
        arguments: [(131_026, "failed"), (132_001, "dead")])
    func refused(code: Int, state: String) async throws {
        let graph = try WhatsAppGraphServer()
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1", hasNotice: false)
        let photos = [try await house.photo(from: sender, mark: 1), try await house.photo(from: sender, mark: 2)]
        try graph.next(["path": "/messages", "status": 400, "error": code])
        try await work(house, graph)
        #expect(try await house.number("SELECT count(*) AS number FROM outbox WHERE state = '\(state)'") == 1)
        for photo in photos {
            #expect(
                try await house.state(of: photo)
                    == PhotoState(state: "decided", outcome: "review", reasons: Self.reasons, invoice: nil))
        }
        #expect(
            try await house.desk.queue(limit: 10).map(\.reasons) == [
                ["notice-not-delivered"], ["notice-not-delivered"],
            ])
        #expect(try graph.messages().count == 1)

        try await work(house, graph, text("wamid.T"))
        #expect(
            try await house.number("SELECT count(*) AS number FROM outbox WHERE purpose = 'notice' AND taken_at > 0")
                == 1)
        for photo in photos {
            #expect(
                try await house.state(of: photo)
                    == PhotoState(state: "decided", outcome: "review", reasons: Self.reasons, invoice: nil))
            #expect(
                try await house.number(
                    "SELECT count(*) AS number FROM outbox WHERE photo = \(photo) AND purpose = 'answer'") == 1)
        }
        #expect(try await house.number("SELECT count(*) AS number FROM photo WHERE reading IS NOT NULL") == 2)
        #expect(try await house.number("SELECT count(*) AS number FROM reading WHERE photo IS NOT NULL") == 0)
    }

    @Test("A photo that waits for a notice which is not on its way is found at the start")
    func sweep() async throws {
        let graph = try WhatsAppGraphServer()
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1", hasNotice: false)
        let photo = try await house.photo(from: sender)
        _ = try await house.store.write { try $0.run("UPDATE job SET state = 'dead' WHERE queue = 'send'") }
        try await work(house, graph)
        #expect(try await house.state(of: photo).reasons == Self.reasons)
        #expect(try await house.number("SELECT count(*) AS number FROM outbox WHERE state = 'dead'") == 1)
    }
}
