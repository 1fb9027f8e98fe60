import Accounts
import Billing
import Quantities
import Storage
import Testing

@Suite("What the plausibility rules let the books take")
struct PlausibilityTests {
    private func assessment(_ candidate: ReadingCandidate, in books: SampleBooks) async throws
        -> PlausibilityAssessment?
    {
        do {
            try await books.bill(candidate)
            return nil
        } catch AccountsError.notPlausible(let assessment) {
            return assessment
        }
    }

    private func details(_ books: SampleBooks) async throws -> String {
        try await books.store.read {
            try $0.row("SELECT details FROM audit WHERE action = 'invoice.issued'")?.text("details") ?? ""
        }
    }

    @Test(
        "What a machine bills is stored with the policy's version; what a clerk confirmed with the rule and its figures"
    )
    func audited() async throws {
        let machine = try await SampleBooks()
        try await machine.bill(try machine.candidate(0, 1_042, "2026-11-21"))
        #expect(try await details(machine).contains(#""limits":"plausibility-2026.2""#))
        #expect(try await !details(machine).contains("rules"))
        let clerk = try await SampleBooks()
        try await clerk.bill(try clerk.candidate(0, 1_447, "2026-11-21", origin: .clerk(name: "Deniz", photo: 1)))
        let kept = try await details(clerk)
        #expect(kept.contains("R3 review: measuredVolume 447, days 31, highestUse 446.4"), "\(kept)")
    }

    @Test("What no meter lets through is billed by nobody")
    func impossible() async throws {
        let books = try await SampleBooks()
        // G4: 6 m3/h × 24 h × 32 days = 4,608 m3.
        let clerk = ReadingOrigin.clerk(name: "Deniz", photo: 1)
        let above = try await assessment(try books.candidate(0, 5_609, "2026-11-21", origin: clerk), in: books)
        #expect(above?.zone == .refuse && above?.codes == "R3")
        #expect(try await assessment(try books.candidate(0, 5_608, "2026-11-21", origin: clerk), in: books) == nil)
    }

    @Test("Where last year is known, a machine bills what is like it, and a clerk confirms what is not")
    func lastYear() async throws {
        let books = try await SampleBooks()
        let last = [("2025-10-21", "00700"), ("2025-11-21", "00800"), ("2025-12-21", "00900")]
        let readings = try (0...1).flatMap { subscriber in
            try last.enumerated().map { line, reading in
                ImportedReading(
                    line: line + 2, subscriber: try SampleBooks.number(subscriber),
                    index: try Index(printed: reading.1), date: try CivilDate(iso8601: reading.0))
            }
        }
        _ = try await books.store.write {
            try $0.importReadings(readings, sha256: "", actor: .command, at: at("2026-10-23"))
        }
        // 100 m3 a year ago: 40 to 160.
        let high = try await assessment(try books.candidate(0, 1_161, "2026-11-21"), in: books)
        #expect(
            high?.summary == "R4 review: measuredVolume 161, expectedUse 100, lowestUse 40, highestUse 160",
            "\(high?.summary ?? "")")
        #expect(try await assessment(try books.candidate(0, 1_160, "2026-11-21"), in: books) == nil)
        #expect(try await assessment(try books.candidate(1, 1_039, "2026-11-21"), in: books)?.codes == "R4")
        let clerk = ReadingOrigin.clerk(name: "Deniz", photo: 7)
        #expect(try await assessment(try books.candidate(1, 1_039, "2026-11-21", origin: clerk), in: books) == nil)
        // Of the third nothing is known: nobody need look.
        #expect(try await assessment(try books.candidate(2, 1_161, "2026-11-21", origin: .photo(3)), in: books) == nil)
    }

    @Test("Nothing used in more than thirty days of winter, and a reading two days after the last, are for a person")
    func winter() async throws {
        let books = try await SampleBooks()
        #expect(try await assessment(try books.candidate(0, 1_000, "2026-12-02"), in: books)?.codes == "R5")
        #expect(try await assessment(try books.candidate(0, 1_000, "2026-11-21"), in: books) == nil)
        #expect(try await assessment(try books.candidate(1, 1_002, "2026-10-23"), in: books)?.codes == "R7")
    }
}
