import Accounts
import Quantities
import Storage
import Testing

@Suite("Older readings that are imported")
struct ReadingImportTests {
    private typealias Reason = ReadingImportReason

    private func reading(_ line: Int, _ day: String, _ index: String, of subscriber: Int = 0) throws -> ImportedReading
    {
        ImportedReading(
            line: line, subscriber: try SampleBooks.number(subscriber), index: try Index(printed: index),
            date: try CivilDate(iso8601: day))
    }

    private func importing(_ readings: [ImportedReading], into books: SampleBooks) async throws -> ReadingImportCounts {
        try await books.store.write {
            try $0.importReadings(readings, sha256: "", actor: .command, at: at("2026-10-23"))
        }
    }

    private func refusal(_ readings: [ImportedReading], into books: SampleBooks) async throws -> [Int: Reason] {
        do {
            let counts = try await importing(readings, into: books)
            Issue.record("taken: \(counts)")
            return [:]
        } catch let refusal as ReadingImportRefusal {
            return Dictionary(refusal.problems.map { ($0.line, $0.reason) }, uniquingKeysWith: { first, _ in first })
        }
    }

    @Test("Lines in any order become readings before the newest, which stays the newest; the same file changes nothing")
    func takes() async throws {
        let books = try await SampleBooks()
        let lines = [
            try reading(2, "2026-09-21", "990"), try reading(3, "2026-07-21", "00970"),
            try reading(4, "2026-08-21", "00970"), try reading(5, "2026-10-21", "01000"),
        ]
        let first = try await importing(lines, into: books)
        #expect((first.added, first.unchanged) == (3, 1))
        let again = try await importing(lines, into: books)
        #expect((again.added, again.unchanged) == (0, 4))
        let number = try SampleBooks.number(0)
        let stored = try await books.store.read { try $0.readings(of: number, last: 9) }
        #expect(stored.map(\.index.description) == ["01000", "00990", "00970", "00970"])
        #expect(stored.allSatisfy { $0.origin == .imported })
        #expect(try await books.store.read { try $0.accountCounts().readings } == 0)
    }

    @Test("Every line that does not fit is named with its reason, and none of the file is taken")
    func refuses() async throws {
        let books = try await SampleBooks()
        let day = try CivilDate(iso8601: "2026-10-21")
        let found = try await refusal(
            [
                reading(2, "2026-09-21", "00900"), reading(3, "2026-10-22", "01001"),
                reading(4, "2026-10-21", "00999"), reading(5, "2026-08-21", "01001"),
                reading(6, "2026-09-22", "00899"), reading(7, "2026-09-23", "100000"),
                reading(8, "2026-09-21", "00901"), reading(9, "2026-09-21", "00900", of: 77),
            ], into: books)
        let earlier = try CivilDate(iso8601: "2026-09-21")
        let expected: [Int: Reason] = [
            3: .laterThanNewest(day), 4: .otherIndex(try Index(printed: "01000")),
            5: .higherThan(try Index(printed: "01000"), on: day),
            6: .lowerThan(try Index(printed: "00900"), on: earlier), 7: .tooManyDigits(wheels: 5),
            8: .otherIndex(try Index(printed: "00900")), 9: .unknownSubscriber,
        ]
        #expect(found == expected)
        let number = try SampleBooks.number(0)
        #expect(try await books.store.read { try $0.readings(of: number, last: 9) }.count == 1)
    }

    @Test("A reading from before the meter was exchanged is refused, one since then is taken")
    func exchange() async throws {
        let books = try await SampleBooks()
        let exchanged = try SampleBooks.record(0, wheels: 6, index: 10, day: "2026-10-22")
        _ = try await books.store.write {
            try $0.importSubscribers([exchanged], sha256: "", actor: .command, at: at("2026-10-22"))
        }
        let found = try await refusal([reading(2, "2026-09-21", "5")], into: books)
        #expect(found == [2: .beforeExchange(try CivilDate(iso8601: "2026-10-22"))])
    }
}
