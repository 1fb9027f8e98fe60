import Accounts
import Billing
import Quantities
import Storage
import Testing

@Suite("Subscriptions")
struct SubscriptionTests {
    private func put(_ books: SampleBooks, _ records: [ImportedSubscriber]) async throws -> SubscriberImportCounts {
        try await books.store.write {
            try $0.importSubscribers(records, sha256: "", actor: .command, at: at("2026-10-22"))
        }
    }

    @Test("A sender is found by the scoped id first, by the phone where that finds none")
    func senders() async throws {
        let books = try await SampleBooks(subscribers: 0)
        _ = try await put(
            books,
            [
                try SampleBooks.record(0, phone: "905550000001", scoped: "TR.1"),
                try SampleBooks.record(1, phone: "905550000001"), try SampleBooks.record(2, phone: "905550000002"),
                try SampleBooks.record(3, scoped: "TR.1"),
            ])
        func found(_ scoped: String?, _ phone: String?) async throws -> [SubscriberNumber] {
            try await books.store.read { view in
                try view.subscriptions(businessScopedID: scoped, phone: phone).map(\.subscriber.number)
            }
        }
        let numbers = try (0..<4).map { try SampleBooks.number($0) }
        #expect(try await found("TR.1", "905550000002") == [numbers[0], numbers[3]])
        #expect(try await found("TR.9", "905550000002") == [numbers[2]])
        // The number has changed hands: the one who had it with another id is not this sender.
        #expect(try await found("TR.9", "905550000001") == [numbers[1]])
        #expect(try await found(nil, "905550000001") == [numbers[0], numbers[1]])
        #expect(try await found("TR.9", nil).isEmpty)
        #expect(try await found(nil, nil).isEmpty)
    }

    @Test("A known subscriber is updated and keeps the readings; the same file again changes nothing")
    func update() async throws {
        let books = try await SampleBooks(subscribers: 0)
        #expect(try await put(books, [try SampleBooks.record(0)]).added == 1)
        try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let counts = try await put(books, [try SampleBooks.record(0, phone: "905550000001")])
        #expect(counts.updated == 1 && counts.added == 0 && counts.readings == 0)
        let number = try SampleBooks.number(0)
        let readings = try await books.store.read { try $0.readings(of: number, last: 9) }
        #expect(readings.map(\.index.value) == [1_042, 1_000])
    }

    @Test("A later last reading begins the next period, a lower one is refused with its line, and nothing is changed")
    func later() async throws {
        let books = try await SampleBooks(subscribers: 2)
        #expect(try await put(books, [try SampleBooks.record(0, index: 1_100, day: "2026-11-10")]).readings == 1)
        let stored = try await books.bill(try books.candidate(0, 1_142, "2026-12-10"))
        #expect(stored.invoice.firstReading.index.value == 1_100)
        await #expect {
            _ = try await put(
                books,
                [
                    try SampleBooks.record(0, phone: "905550000001"),
                    try SampleBooks.record(1, index: 900, day: "2026-11-10"),
                ])
        } throws: { error in
            guard let refusal = error as? SubscriberImportRefusal, refusal.problems.count == 1 else { return false }
            guard case .indexLower = refusal.problems[0].reason else { return false }
            return refusal.problems[0].line == 3
        }
        let found = try await books.store.read { try $0.subscriptions(businessScopedID: nil, phone: "905550000001") }
        #expect(found.isEmpty)
    }

    @Test("Another serial is another meter, whose first reading begins the next period")
    func exchange() async throws {
        let books = try await SampleBooks(subscribers: 0)
        _ = try await put(books, [try SampleBooks.record(0, serial: "111")])
        _ = try await put(books, [try SampleBooks.record(0, serial: "222", index: 3, day: "2026-11-01")])
        let stored = try await books.bill(try books.candidate(0, 45, "2026-11-30"))
        #expect(stored.invoice.meter.serial?.text == "222")
        #expect(stored.invoice.figures.measuredVolume.description == "42.000")
    }
    @Test("The multiplier and the pressure that a meter was billed by are not written over: they change from a day on")
    func billedMeter() async throws {
        func record(multiplier: Int64 = 1_000, pressure: Int = 21) throws -> ImportedSubscriber {
            let record = try SampleBooks.record(0)
            let (known, meter) = (record.subscription, record.subscription.meter)
            return ImportedSubscriber(
                line: 2,
                subscription: Subscription(
                    subscriber: known.subscriber,
                    meter: Meter(
                        serial: meter.serial, gClass: meter.gClass, pressureMillibar: pressure,
                        multiplier: MeterMultiplier(thousandths: multiplier), wheels: meter.wheels,
                        decimals: meter.decimals), region: known.region, tariff: known.tariff,
                    language: known.language),
                whatsapp: nil, businessScopedID: nil, lastReading: record.lastReading)
        }
        func refusal(_ record: ImportedSubscriber, _ books: SampleBooks) async throws -> SubscriberImportReason? {
            do {
                _ = try await put(books, [record])
                return nil
            } catch let error as SubscriberImportRefusal {
                return error.problems[0].reason
            }
        }
        let books = try await SampleBooks(subscribers: 1)
        // Nothing was billed by it yet: a slip is put right.
        #expect(try await refusal(record(multiplier: 10_000), books) == nil)
        #expect(try await refusal(record(), books) == nil)
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let known = MeterMultiplier(thousandths: 1_000)
        #expect(try await refusal(record(multiplier: 10_000), books) == .multiplierChanges(from: known))
        #expect(try await refusal(record(pressure: 300), books) == .pressureChanges(fromMillibar: 21))
        #expect(try await refusal(record(), books) == nil)
        // Taken back, nothing is billed by it any more.
        _ = try await books.store.write {
            try $0.reverse(
                ReversalOrder(stored.number, reason: .meter, clerk: "Deniz", replacement: .none), at: at("2026-11-22"))
        }
        #expect(try await refusal(record(multiplier: 10_000), books) == nil)
        // What a change of meters says is not written over by an older file either.
        let change = try MeterChangeTests.change(multiplier: 2_000)
        _ = try await books.store.write {
            try $0.importMeterChanges([change], sha256: "", actor: .command, at: at("2026-12-06"))
        }
        #expect(
            try await refusal(record(), books) == .multiplierChanges(from: MeterMultiplier(thousandths: 2_000)))
    }
}
