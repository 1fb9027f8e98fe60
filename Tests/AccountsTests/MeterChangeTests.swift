import Accounts
import Billing
import Quantities
import Storage
import Testing

@Suite("Meters that are changed")
struct MeterChangeTests {
    /// Subscriber 0's meter comes off at 01060 on 5 December, and a new one is put on at 0.
    static func change(
        line: Int = 2, subscriber: Int = 0, day: String = "2026-12-05", removed: Int64 = 1_060, start: Int64 = 0,
        serial: String = "NEW1", pressure: Int = 21, multiplier: Int64 = 1_000
    ) throws -> ImportedMeterChange {
        ImportedMeterChange(
            line: line, subscriber: try SampleBooks.number(subscriber), date: try CivilDate(iso8601: day),
            removedAt: try Index(printed: "\(removed)"),
            meter: Meter(
                serial: try MeterSerial(serial), gClass: "G4", pressureMillibar: pressure,
                multiplier: MeterMultiplier(thousandths: multiplier), wheels: 5, decimals: 3),
            start: try Index(value: start, digits: 5))
    }

    private func take(
        _ books: SampleBooks, _ changes: [ImportedMeterChange], on day: String = "2026-12-06"
    ) async throws -> MeterChangeCounts {
        try await books.store.write {
            try $0.importMeterChanges(changes, sha256: "", actor: .command, at: at(day))
        }
    }

    @Test("The next invoice bills both meters, and the one after it the new one alone")
    func bothParts() async throws {
        let books = try await SampleBooks()
        try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        #expect(try await take(books, [try Self.change(multiplier: 2_000)]).added == 1)
        #expect(try await take(books, [try Self.change(multiplier: 2_000)]).unchanged == 1)
        // 18 m3 on the old one, 12 times 2 on the new one.
        let both = try await books.bill(try books.candidate(0, 12, "2026-12-20", origin: .photo(2)))
        #expect(both.invoice.figures.measuredVolume.description == "42.000")
        #expect(both.invoice.meter.serial?.text == "NEW1" && both.invoice.meterChanges[0].removedAt.value == 1_060)
        #expect(both.invoice.firstReading.index.value == 1_042)
        let later = try await books.bill(try books.candidate(0, 22, "2027-01-19", origin: .photo(3)))
        #expect(later.invoice.meterChanges.isEmpty && later.invoice.firstReading.index.value == 12)
    }

    @Test("Three meters in a period: each by its own indexes and multiplier, once through zero, and billed again alike")
    func severalChanges() async throws {
        let books = try await SampleBooks()
        // 18 m3 on the first; 20 times 2 on the second, which passes zero; 12 on the third.
        let changes = [
            try Self.change(day: "2026-11-02", removed: 1_018, start: 99_990, serial: "NEW1", multiplier: 2_000),
            try Self.change(line: 3, day: "2026-11-12", removed: 10, start: 5, serial: "NEW2"),
        ]
        #expect(try await take(books, changes, on: "2026-11-13").added == 2)
        #expect(try await take(books, changes, on: "2026-11-14").unchanged == 2)
        let stored = try await books.bill(try books.candidate(0, 17, "2026-11-21"))
        #expect(stored.invoice.figures.measuredVolume.description == "70.000")
        #expect(stored.invoice.meterChanges.map(\.date.description) == ["2026-11-02", "2026-11-12"])
        #expect(stored.invoice.meter.serial?.text == "NEW2")
        #expect(try await books.store.read { try $0.invoice(stored.number) } == stored)
        let order = ReversalOrder(stored.number, reason: .price, clerk: "Deniz", replacement: .sameReading)
        let again = try await books.store.write { try $0.reverse(order, at: at("2026-11-23")) }
        #expect(again.difference == .zero && again.replacement?.invoice.meterChanges.count == 2)
        // Between the two that are known no other one fits.
        await #expect {
            try await take(books, [try Self.change(day: "2026-11-05", removed: 5, serial: "NEW3")], on: "2026-11-24")
        } throws: { error in
            let day = try CivilDate(iso8601: "2026-11-21")
            return (error as? MeterChangeRefusal)?.problems.map(\.reason) == [.beforeReading(day)]
        }
    }

    @Test("A second change is held against what the meter showed when it was put on")
    func secondChange() async throws {
        let books = try await SampleBooks()
        _ = try await take(books, [try Self.change(day: "2026-11-02", removed: 1_018, start: 500)])
        for (change, reason) in [
            (
                try Self.change(day: "2026-11-05", removed: 400, serial: "NEW2"),
                MeterChangeReason.removedLower(
                    try Index(printed: "00500"), on: try CivilDate(iso8601: "2026-11-02"))
            ),
            (
                try Self.change(day: "2026-11-01", removed: 510, serial: "NEW2"),
                .changedLater(try CivilDate(iso8601: "2026-11-02"))
            ),
        ] {
            await #expect {
                try await take(books, [change])
            } throws: { error in
                (error as? MeterChangeRefusal)?.problems.map(\.reason) == [reason]
            }
        }
    }

    @Test("A period with a change is billed again over both meters, from another index and from the same one")
    func reversed() async throws {
        let books = try await SampleBooks()
        _ = try await take(books, [try Self.change(day: "2026-11-05", removed: 1_018)])
        let wrong = try await books.bill(try books.candidate(0, 30, "2026-11-21"))
        #expect(wrong.invoice.figures.measuredVolume.description == "48.000")
        let right = try books.candidate(0, 20, "2026-11-21", origin: .corrected(by: "Deniz", photo: 1))
        var order = ReversalOrder(wrong.number, reason: .index, clerk: "Deniz", replacement: .reading(right))
        let first = try await books.store.write { [order] in try $0.reverse(order, at: at("2026-11-22")) }
        let new = try #require(first.replacement)
        #expect(new.invoice.figures.measuredVolume.description == "38.000" && new.invoice.meterChanges.count == 1)
        order = ReversalOrder(new.number, reason: .price, clerk: "Deniz", replacement: .sameReading)
        let second = try await books.store.write { [order] in try $0.reverse(order, at: at("2026-11-23")) }
        #expect(second.difference == .zero)
        order = ReversalOrder(
            try #require(second.replacement).number, reason: .other, clerk: "Deniz", replacement: .none)
        _ = try await books.store.write { [order] in try $0.reverse(order, at: at("2026-11-24")) }
        let third = try await books.bill(try books.candidate(0, 20, "2026-11-24", origin: .photo(4)))
        #expect(third.invoice.figures.measuredVolume.description == "38.000")
    }

    @Test("An invoice before a change can be replaced as far as the removed index")
    func beforeChange() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        _ = try await take(books, [try Self.change()])
        let above = try books.candidate(0, 1_061, "2026-11-21", origin: .corrected(by: "Deniz", photo: 1))
        await #expect(
            throws: ReversalRefusal.aboveRemoved(try Index(printed: "01060"), on: try CivilDate(iso8601: "2026-12-05"))
        ) {
            try await books.store.write {
                try $0.reverse(
                    ReversalOrder(stored.number, reason: .index, clerk: "Deniz", replacement: .reading(above)),
                    at: at("2026-12-07"))
            }
        }
        let right = try books.candidate(0, 1_050, "2026-11-21", origin: .corrected(by: "Deniz", photo: 1))
        let done = try await books.store.write {
            try $0.reverse(
                ReversalOrder(stored.number, reason: .index, clerk: "Deniz", replacement: .reading(right)),
                at: at("2026-12-07"))
        }
        #expect(done.replacement?.invoice.meterChanges.isEmpty == true)
        let next = try await books.bill(try books.candidate(0, 12, "2026-12-20", origin: .photo(2)))
        #expect(next.invoice.figures.measuredVolume.description == "22.000")
    }

    @Test("Every wrong line is named, and nothing of the file is taken")
    func refused() async throws {
        let books = try await SampleBooks(subscribers: 6)
        let changes = [
            try Self.change(line: 2), try Self.change(line: 3, day: "2026-12-06", removed: 99_000, serial: "NEW1"),
            try Self.change(line: 4, subscriber: 9), try Self.change(line: 5, subscriber: 1, day: "2026-12-07"),
            try Self.change(line: 6, subscriber: 2, day: "2026-10-20"),
            try Self.change(line: 7, subscriber: 3, removed: 123_456),
            try Self.change(line: 8, subscriber: 4, removed: 900),
        ]
        await #expect {
            try await take(books, changes)
        } throws: { error in
            guard let refusal = error as? MeterChangeRefusal else { return false }
            return refusal.problems.map(\.line) == [3, 4, 5, 6, 7, 8]
        }
        // Line 2 was right: it is not taken either.
        #expect(try await books.store.read { try $0.subscription(try SampleBooks.number(0)) }?.meter.serial == nil)
    }

    @Test("A file of subscribers after a change leaves the period where it was")
    func subscribersAfter() async throws {
        let books = try await SampleBooks()
        _ = try await take(books, [try Self.change(day: "2026-11-05", removed: 1_018)])
        let record = try SampleBooks.record(0, serial: "NEW1")
        _ = try await books.store.write {
            try $0.importSubscribers([record], sha256: "", actor: .command, at: at("2026-12-06"))
        }
        let stored = try await books.bill(try books.candidate(0, 20, "2026-11-21"))
        #expect(stored.invoice.figures.measuredVolume.description == "38.000")
    }

    @Test("A change that was written down wrong is put right once the invoice of it is taken back")
    func putRight() async throws {
        let books = try await SampleBooks()
        let wrong = try Self.change(removed: 1_160)
        #expect(try await take(books, [wrong]).added == 1)
        let stored = try await books.bill(try books.candidate(0, 12, "2026-12-20", origin: .photo(2)))
        #expect(stored.invoice.figures.measuredVolume.description == "172.000")
        let right = try Self.change(removed: 1_060)
        // A reading of the new meter stands: nothing is put right under an invoice.
        await #expect(throws: MeterChangeRefusal.self) { try await take(books, [right], on: "2026-12-21") }
        _ = try await books.store.write { transaction in
            try transaction.reverse(
                ReversalOrder(stored.number, reason: .meter, clerk: "Deniz", replacement: .none), at: at("2026-12-21"))
        }
        let counts = try await take(books, [right], on: "2026-12-21")
        #expect(counts.corrected == 1 && counts.added == 0)
        #expect(try await take(books, [right], on: "2026-12-21").unchanged == 1)
        let new = try await books.bill(try books.candidate(0, 12, "2026-12-20", origin: .photo(3)))
        #expect(new.invoice.figures.measuredVolume.description == "72.000")
        #expect(new.invoice.meterChanges.map(\.removedAt.value) == [1_060])
    }
    @Test("A meter that stays takes another multiplier at one index, and each part of the period has its own")
    func sameMeter() async throws {
        let books = try await SampleBooks(subscribers: 0)
        let record = try SampleBooks.record(0, serial: "OLD1")
        _ = try await books.store.write {
            try $0.importSubscribers([record], sha256: "", actor: .command, at: at("2026-10-22"))
        }
        func reason(_ change: ImportedMeterChange) async throws -> MeterChangeReason? {
            do {
                _ = try await take(books, [change])
                return nil
            } catch let error as MeterChangeRefusal {
                return error.problems[0].reason
            }
        }
        let day = "2026-11-05"
        #expect(
            try await reason(try Self.change(day: day, removed: 1_018, start: 1_018, serial: "OLD1")) == .sameSerial)
        #expect(
            try await reason(
                try Self.change(day: day, removed: 1_018, start: 0, serial: "OLD1", multiplier: 2_000))
                == .otherIndex(try Index(printed: "01018")))
        let right = try Self.change(day: day, removed: 1_018, start: 1_018, serial: "OLD1", multiplier: 2_000)
        #expect(try await take(books, [right]).added == 1)
        #expect(try await take(books, [right]).unchanged == 1)
        // 18 m3, and 24 times 2.
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        #expect(stored.invoice.figures.measuredVolume.description == "66.000")
        #expect(stored.invoice.meter.multiplier.thousandths == 2_000)
    }
}
