import Accounts
import Foundation
import Intake
import Storage
import Testing
import Trials

@Suite("From a photo to its answer", .serialized)
struct PhotoDecisionStepTests {
    @Test("An accepted photo becomes reading, invoice, postings and one document with its amount")
    func accepted() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        try await house.work()
        let state = try await house.state(of: photo)
        #expect(state.outcome == "accepted", "\(state)")
        #expect(state.invoice == "OGZ2026000000001")
        let counts = try await house.store.read { try $0.accountCounts() }
        #expect(counts.readings == 1)
        #expect(counts.invoices == 1)
        #expect(try await house.number("SELECT sum(kurus) AS number FROM ledger_line") == 0)
        let said = try await house.said(to: sender)
        #expect(said.count == 1)
        // 21 m³ at K 1 and 10.64 kWh/m³ are 223.44…; the caption holds what the PDF's text holds.
        let caption = said[0].words
        #expect(caption.hasPrefix("Endeksiniz 01042 m³. Kasım faturanız "))
        #expect(caption.contains("son ödeme 07.12.2026"))
        #expect(caption.contains("YETKİLİ"))
        #expect(caption.contains("seri numarası"))
        let pdf = try await house.blobs.get(try #require(said[0].document))
        #expect(pdf.starts(with: Array("%PDF".utf8)))
    }

    @Test("The same bytes under a new id get the first answer again, and nothing is read or billed twice")
    func sameBytes() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let first = try await house.photo(from: sender)
        // Before the first one has its answer, and after.
        let early = try await house.photo(from: sender)
        try await house.work()
        let late = try await house.photo(from: sender)
        try await house.work()
        let said = try await house.said(to: sender)
        #expect(Set(said.compactMap(\.photo)) == [first, early, late])
        #expect(said.count == 3)
        #expect(Set(said.map(\.document)).count == 1)
        #expect(said[0].document != nil)
        for photo in [early, late] {
            let state = try await house.state(of: photo)
            #expect(state.outcome == "refused")
            #expect(state.reasons == #"["same-bytes"]"#)
        }
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 1)
    }

    @Test("A later photo of the period with the same index gets the period's invoice, byte for byte")
    func samePeriod() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let first = try await house.photo(from: sender, mark: 1)
        try await house.work()
        house.pass(.seconds(86_400))
        let second = try await house.photo(from: sender, mark: 2)
        try await house.work()
        #expect(try await house.state(of: second).outcome == "accepted")
        #expect(try await house.state(of: second).invoice == (try await house.state(of: first).invoice))
        let said = try await house.said(to: sender)
        #expect(said.map(\.photo) == [first, second])
        #expect(said[0].document == said[1].document)
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 1)
    }

    @Test(
        "What a machine must not bill waits for a person, and the customer is told that we are checking",
        arguments: [
            (index: "01020", reason: "index-lower-than-last"),
            // G4 lets 6 m³ an hour through: in 31 days 10 % of that are 446 m³.
            (index: "02021", reason: "use-implausible"),
        ])
    func review(index: String, reason: String) async throws {
        let house = try PhotoHouse(reading: index)
        try await house.prepare([TestSubscriber(number: "1", language: "en")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        try await house.work()
        let state = try await house.state(of: photo)
        #expect(state.outcome == "review")
        #expect(state.reasons.hasPrefix("[\"\(reason)\""), "\(state)")
        let said = try await house.said(to: sender)
        #expect(said.count == 1)
        #expect(said[0].words.contains("is checking"))
        #expect(said[0].words.contains("PERSON"))
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)
        // Which rule, with which figures and of which edition, is in the audit log.
        let held = try await house.store.read { view in
            try view.row("SELECT details FROM audit WHERE action = 'photo.held'")?.text("details") ?? ""
        }
        #expect(
            held.contains(#""limits":"plausibility-2026.2""#) && held.contains("firstIndex 1021") == (index == "01020"))
        #expect(
            held.contains("R3 review: measuredVolume 1000, days 31, highestUse 446.4") == (index == "02021"), "\(held)")
    }

    @Test("Several meters and no legible serial wait for a person; the reader's refusal is a tip")
    func severalAndRefused() async throws {
        let house = try PhotoHouse()
        try await house.prepare([
            TestSubscriber(number: "1"), TestSubscriber(number: "2", serial: "39210146"),
        ])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        try await house.work()
        #expect(try await house.state(of: photo).reasons.hasPrefix(#"["several-meters""#))

        let unsure = try PhotoHouse(certainty: .refuse)
        try await unsure.prepare([TestSubscriber(number: "1")])
        let other = try await unsure.sender("TR.1")
        let refused = try await unsure.photo(from: other)
        try await unsure.work()
        #expect(try await unsure.state(of: refused).outcome == "refused")
        #expect(try await unsure.said(to: other)[0].words.contains("?"))
    }

    @Test("A name that no page can hold keeps nobody waiting: the customer gets the figures in words")
    func undrawable() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1", language: "en", name: "漢字")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        try await house.work()
        #expect(try await house.state(of: photo).outcome == "accepted")
        let said = try await house.said(to: sender)
        #expect(said.count == 1)
        #expect(said[0].document == nil)
        #expect(said[0].words.contains("Your November invoice is TL "))
    }

    @Test("A file that is no photo is refused with a tip, and the worker goes on")
    func noPhoto() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let bad = try await house.photo(from: sender, bytes: Array("<html>".utf8))
        let good = try await house.photo(from: sender)
        try await house.work()
        #expect(try await house.state(of: bad).reasons == #"["not-a-jpeg"]"#)
        #expect(try await house.state(of: good).outcome == "accepted")
    }

    @Test("Who asks for a person after the invoice gets one: accepted moves to review, answered kindly once")
    func objection() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        try await house.work()
        let (now, settings) = (house.now, house.settings)
        for _ in 0..<2 {
            try await house.store.write { try $0.personRequested(by: sender, at: now, settings: settings) }
        }
        let state = try await house.state(of: photo)
        #expect(state.outcome == "review")
        #expect(state.reasons.hasPrefix(#"["objection""#))
        #expect(try await house.said(to: sender).count == 2)
        let counts = try await house.store.read { try $0.intakeCounts() }
        #expect(counts.review == 1)
        #expect(counts.accepted == 0)
    }

    @Test("Who asks for a person before the photo is read gets one too, and nothing is billed")
    func objectionBefore() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        let (now, settings) = (house.now, house.settings)
        try await house.store.write { try $0.personRequested(by: sender, at: now, settings: settings) }
        try await house.work()
        #expect(try await house.state(of: photo).outcome == "review")
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)
    }
}
