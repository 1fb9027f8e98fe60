import Accounts
import Billing
import Foundation
import Intake
import Quantities
import Storage
import Testing
import Trials

/// What a photo of a billed period says about the period's invoice.
@Suite("Beside an invoice", .serialized)
struct ReviewOutlookTests {
    /// A house whose subscriber is billed, with the sender.
    private func billed(
        reading index: String = "01042", last: String = "01021"
    ) async throws -> (house: PhotoHouse, sender: Int64, photo: Int64) {
        let house = try PhotoHouse(reading: index)
        try await house.prepare([TestSubscriber(number: "1", lastIndex: last)])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        try await house.work()
        try #require(try await house.state(of: photo).outcome == "accepted")
        return (house, sender, photo)
    }

    private func kind(_ house: PhotoHouse, _ photo: Int64, _ index: String) async throws -> String {
        switch try await house.desk.preview(photo, index: index) {
        case .invoice: "invoice"
        case .invoiceStands: "stands"
        case .nextInvoice: "next"
        case .earlier: "earlier"
        case .correction(_, .noted): "noted"
        case .correction: "correction"
        case .nothingNow(let code): code
        case .problem(let code): code
        }
    }

    @Test(
        "A counter goes forward: earlier and not higher, later and not lower leave the invoice as it is",
        arguments: [
            (days: -2, index: "01040", kind: "earlier"), (days: -2, index: "01042", kind: "stands"),
            (days: -2, index: "01050", kind: "correction"), (days: 2, index: "01040", kind: "correction"),
            (days: 2, index: "01042", kind: "stands"), (days: 2, index: "01050", kind: "next"),
        ])
    func forward(days: Int, index: String, kind expected: String) async throws {
        let (house, sender, _) = try await billed()
        // A photo of two days ago comes late; one of the day after tomorrow comes then.
        if days > 0 { house.pass(.seconds(days * 86_400)) }
        let other = try await house.arrival(from: sender, sentBefore: .seconds(max(0, -days) * 86_400))
        #expect(try await kind(house, other, index) == expected)
    }

    @Test("On the same day the time at which the photos were sent counts")
    func sameDay() async throws {
        let (house, sender, _) = try await billed()
        let earlier = try await house.arrival(from: sender, sentBefore: .seconds(3600))
        house.pass(.seconds(3600))
        let later = try await house.arrival(from: sender)
        #expect(try await kind(house, earlier, "01040") == "earlier")
        #expect(try await kind(house, earlier, "01043") == "correction")
        #expect(try await kind(house, later, "01043") == "next")
        #expect(try await kind(house, later, "01040") == "correction")
    }

    @Test("A counter that passed zero contradicts no invoice, before it or after it")
    func rollover() async throws {
        let (house, sender, _) = try await billed(reading: "99998", last: "99980")
        house.pass(.seconds(86_400))
        let later = try await house.arrival(from: sender)
        #expect(try await kind(house, later, "00004") == "next")
        // No meter counts that much: somebody has to look further.
        #expect(try await kind(house, later, "50000") == "noted")

        let (over, owner, _) = try await billed(reading: "00004", last: "99980")
        let earlier = try await over.arrival(from: owner, sentBefore: .seconds(86_400))
        #expect(try await kind(over, earlier, "99998") == "earlier")
        #expect(try await kind(over, earlier, "50000") == "noted")
    }

    @Test("An index of the meter that hung there before is compared with none of the new one")
    func exchanged() async throws {
        let (house, sender, photo) = try await billed()
        let day = house.now.civilDate.description
        try await house.prepare([
            TestSubscriber(number: "1", serial: "555", wheels: 5, lastIndex: "00000", lastDate: day)
        ])
        house.pass(.seconds(2 * 86_400))
        let later = try await house.photo(from: sender, mark: 2)
        #expect(try await kind(house, later, "00003") == "next")
        // The same digits on another meter are no repeated photo: a person looks.
        try await house.work()
        #expect(try await house.state(of: later).reasons.hasPrefix(#"["period-billed""#))
        // The photo of the invoice itself is that of the old meter, and is compared with what was billed of it.
        #expect(try await kind(house, photo, "01040") == "correction")
        #expect(try await kind(house, photo, "01042") == "stands")
    }

    @Test("An earlier photo that a clerk takes leaves the invoice as it is, and the customer hears so")
    func takesEarlier() async throws {
        let (house, sender, _) = try await billed()
        let late = try await house.photo(from: sender, mark: 2, sentBefore: .seconds(2 * 86_400), asksPerson: true)
        try await house.work()
        try await house.decide(late, .correct(index: "01040"))
        #expect(try await house.state(of: late).outcome == "accepted")
        #expect(try await house.desk.corrections(limit: 10).isEmpty)
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 1)
        let said = try #require(try await house.said(to: sender).last)
        #expect(said.words.contains("01040"))
        #expect(said.words.contains("geçerli"))
    }

    @Test("A photo that was billed to one meter and shows the other corrects its own invoice, and is billed once")
    func otherMeter() async throws {
        let house = try PhotoHouse(certainty: .review)
        try await house.prepare([
            TestSubscriber(number: "1"), TestSubscriber(number: "2", serial: "39210146", lastIndex: "01030"),
        ])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        try await house.work()
        try await house.decide(photo, .accept, subscriber: "1")
        try #require(try await house.state(of: photo).invoice == "OGZ2026000000001")
        try await house.askPerson(sender)
        let two = try SubscriberNumber("2")
        guard
            case .correction(let shown, .amount(let amount)) = try await house.desk.preview(
                photo, index: "01042", subscriber: two)
        else {
            Issue.record("a correction of its own invoice")
            return
        }
        #expect(shown.number.text == "OGZ2026000000001")
        try await house.decide(photo, .accept, subscriber: "2")
        #expect(try await house.state(of: photo).outcome == "accepted")
        let (old, reversal, new) = try await house.store.read { view in
            (
                try view.owedNow(by: try SubscriberNumber("1")),
                try view.reversal(of: try InvoiceNumber("OGZ2026000000001")), try view.invoice(madeFromPhoto: photo)
            )
        }
        #expect(old == .zero && reversal?.reason == .subscriber)
        #expect(new?.subscriber == two && new?.invoice.figures.payable == amount.payable)
        #expect(try await house.state(of: photo).invoice == "OGZ2026000000003")
        #expect(try await house.desk.corrections(limit: 10).isEmpty)
        #expect(try await house.said(to: sender).last?.words.contains("OGZ2026000000001") == true)
        #expect(try await house.number("SELECT count(*) AS number FROM job WHERE queue = 'decision'") == 0)
    }

    @Test("Where the other meter has its invoice already, the wrong one is only taken back")
    func otherMeterBilled() async throws {
        let house = try PhotoHouse(certainty: .review)
        try await house.prepare([
            TestSubscriber(number: "1"), TestSubscriber(number: "2", serial: "39210146", lastIndex: "01030"),
        ])
        let sender = try await house.sender("TR.1")
        let wrong = try await house.photo(from: sender, mark: 1)
        let right = try await house.photo(from: sender, mark: 2)
        try await house.work()
        try await house.decide(wrong, .accept, subscriber: "1")
        try await house.decide(right, .accept, subscriber: "2")
        try await house.askPerson(sender, about: try await house.messageID(of: wrong))
        guard
            case .correction(_, .reversalAlone) = try await house.desk.preview(
                wrong, index: "01042", subscriber: try SubscriberNumber("2"))
        else {
            Issue.record("taken back alone")
            return
        }
        try await house.decide(wrong, .accept, subscriber: "2")
        #expect(try await house.store.read { try $0.owedNow(by: try SubscriberNumber("1")) } == .zero)
        #expect(try await house.state(of: wrong).invoice == nil)
        let last = try await house.said(to: sender).last
        // The reversal's own paper goes with the words.
        #expect(last?.words.contains("iptal edildi") == true && last?.document != nil)
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 2)
    }

    @Test(
        "A reading is of the day on which its photo was sent, not later than it came, and not a week before",
        arguments: [
            (hours: 72, day: "2026-11-18"), (hours: 20 * 24, day: "2026-11-14"), (hours: -48, day: "2026-11-21"),
        ])
    func dayOfReading(hours: Int, day: String) async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender, sentBefore: .seconds(hours * 3600))
        try await house.work()
        #expect(try await house.state(of: photo).outcome == "accepted")
        let readings = try await house.store.read { try $0.readings(of: try SubscriberNumber("1"), last: 1) }
        #expect(readings.map(\.date.description) == [day])
    }
}
