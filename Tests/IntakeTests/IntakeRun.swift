import Foundation
import Intake
import Storage
import Testing

extension IntakeFixture {
    /// The time of this machine, for tests in which it must go on.
    static func now() -> Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// Keeps a webhook whose `value` this is.
    func receive(_ value: String) async throws {
        try await service.receive(
            Array(
                #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":\#(value)}]}]}"#
                    .utf8))
    }

    /// Runs the service while `body` works, and stops it afterwards.
    func running(_ body: () async throws -> Void) async throws {
        let run = Task { [service] in try await service.run() }
        do {
            try await body()
        } catch {
            run.cancel()
            _ = await run.result
            throw error
        }
        run.cancel()
        do { try await run.value } catch is CancellationError {
            // Ended before it had begun: a busy machine came to it that late.
        }
    }

    /// Waits until a number that the database gives is the expected one.
    func wait(
        until expected: Int, _ sql: String, seconds: Double = 90, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        var found = -1
        while ContinuousClock.now < end {
            found = try await number(sql)
            if found == expected { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(found == expected, "\(sql)", sourceLocation: sourceLocation)
    }

    /// The first column of the first row, which the statement calls `n`.
    func number(_ sql: String) async throws -> Int {
        try await store.read { Int(try $0.row(sql)?.integer("n") ?? 0) }
    }

    func texts(_ sql: String) async throws -> [String] {
        try await store.read { try $0.rows(sql).map { try $0.text("t") } }
    }

    /// A message of `sender`; `part` is its kind.
    static func message(
        _ id: String, from sender: String = #""from":"905551112233""#, at seconds: Int64 = 1_795_262_000, _ part: String
    ) -> String {
        #"{"messages":[{\#(sender),"id":"\#(id)","timestamp":"\#(seconds)",\#(part)}]}"#
    }

    static func text(_ id: String, from sender: String = #""from":"905551112233""#, _ words: String = "merhaba")
        -> String
    {
        message(id, from: sender, #""type":"text","text":{"body":"\#(words)"}"#)
    }

    static func photo(_ id: String, media: String, from sender: String = #""from":"905551112233""#) -> String {
        message(id, from: sender, #""type":"image","image":{"id":"\#(media)","mime_type":"image/jpeg"}"#)
    }
}
