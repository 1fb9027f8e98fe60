import Accounts
import Billing
import Foundation
import Intake
import Quantities
import Storage
import Testing
import Trials

/// A photo in review, and its house.
private func waiting(
    reading index: String = "01042", subscribers: [TestSubscriber] = [TestSubscriber(number: "1")]
) async throws -> (house: PhotoHouse, sender: Int64, photo: Int64) {
    let house = try PhotoHouse(reading: index, certainty: .review)
    try await house.prepare(subscribers)
    let sender = try await house.sender("TR.1")
    let photo = try await house.photo(from: sender)
    try await house.work()
    return (house, sender, photo)
}

@Suite("The review desk", .serialized)
struct ReviewDeskTests {
    @Test("A case shows the photo, the meter, its last readings and why it waits; looking at it is in the audit log")
    func shows() async throws {
        let (house, _, photo) = try await waiting()
        let lines = try await house.desk.queue(limit: 10)
        #expect(lines.map(\.id) == [photo])
        #expect(lines[0].index == "01042")
        let found = try #require(try await house.desk.claimNext(clerk: "Ayşe", session: "a"))
        #expect(found.id == photo)
        #expect(found.reading?.index == "01042")
        #expect(found.meters.map(\.id.text) == ["1"])
        #expect(found.chosen?.text == "1")
        #expect(found.meters[0].readings.map(\.index.description) == ["01021"])
        #expect(found.windowEnds == PhotoHouse.start + .seconds(86_400))
        #expect(!found.reasons.isEmpty)
        #expect(found.hasImage)
        let image = try #require(try await house.desk.image(photo, kind: .cleaned, clerk: "Ayşe", session: "a"))
        #expect(image.starts(with: [0xFF, 0xD8]))
        #expect(try await house.number("SELECT count(*) AS number FROM audit WHERE action = 'photo.opened'") == 1)
        let summary = try await house.desk.summary()
        #expect(summary.open == 1)
        #expect(summary.lastPhotoAt == PhotoHouse.start)
    }

    @Test("The amount while typing is that of the invoice to come; nothing is stored")
    func previews() async throws {
        let (house, sender, photo) = try await waiting()
        guard case .invoice(let amount) = try await house.desk.preview(photo, index: "01042") else {
            Issue.record("no amount")
            return
        }
        #expect(amount.cubicMetres == 21)
        #expect(amount.days == 31)
        #expect(amount.dueDate.description == "2026-12-07")
        #expect(amount.since.index.description == "01021")
        #expect(!amount.isImplausible)
        #expect(try await house.desk.preview(photo, index: "01020") == .problem(code: "index-lower-than-last"))
        #expect(try await house.desk.preview(photo, index: "1042") == .problem(code: "not-an-index"))
        #expect(try await house.desk.preview(photo, index: "") == .problem(code: "not-an-index"))
        guard case .invoice(let high) = try await house.desk.preview(photo, index: "02042") else {
            Issue.record("a clerk may confirm a high use")
            return
        }
        #expect(high.isImplausible)
        #expect(high.reasons == ["use-implausible"])
        // Qmax of G4 for 32 days is 4,608 m3: nobody can confirm more.
        #expect(try await house.desk.preview(photo, index: "09042") == .problem(code: "use-impossible"))
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)

        _ = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        _ = try await house.desk.decide(photo, .accept, clerk: "Ayşe", session: "a")
        house.pass(.seconds(10))
        try await house.work()
        let said = try await house.said(to: sender)
        let printed = "\(amount.payable)".replacingOccurrences(of: ".", with: ",")
        #expect(said.last?.words.contains(printed) == true, "\(printed): \(said.last?.words ?? "")")
    }

    @Test("A decision takes effect after ten seconds, and only then are invoice and postings made")
    func takesEffect() async throws {
        let (house, sender, photo) = try await waiting()
        _ = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        let pending = try await house.desk.decide(photo, .correct(index: "01043"), clerk: "Ayşe", session: "a")
        #expect(pending.takesEffectAt == house.now + .seconds(10))
        #expect(try await house.desk.queue(limit: 10).isEmpty)
        house.pass(.milliseconds(9_900))
        try await house.work()
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)
        house.pass(.milliseconds(100))
        try await house.work()
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 1)
        #expect(try await house.state(of: photo).outcome == "accepted")
        let said = try await house.said(to: sender)
        #expect(said.map(\.purpose) == ["answer", "verdict"])
        #expect(said[1].document != nil)
        #expect(said[1].words.contains("01043"))
        let actions = try await house.store.read { view in
            try view.rows("SELECT action, name FROM audit WHERE subject_kind = 'photo' ORDER BY id").map {
                try $0.text("action") + " " + ($0.optionalText("name") ?? "")
            }
        }
        #expect(actions == ["photo.opened Ayşe", "photo.decided Ayşe", "photo.decision-taken Ayşe"])
        #expect(try await house.desk.summary().doneToday == 1)
    }

    @Test("A job that a clock put back has brought forward leaves the clerk the ten seconds")
    func keepsSeconds() async throws {
        let (house, _, photo) = try await waiting()
        _ = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        _ = try await house.desk.decide(photo, .correct(index: "01043"), clerk: "Ayşe", session: "a")
        let now = house.now
        _ = try await house.store.write { try $0.run("UPDATE job SET run_at = ? WHERE queue = 'decision'", now) }
        try await house.work()
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)
        try await house.desk.undo(photo, session: "a")
        _ = try await house.desk.decide(photo, .correct(index: "01043"), clerk: "Ayşe", session: "a")
        house.pass(.seconds(10))
        try await house.work()
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 1)
    }

    @Test("Undo withdraws a decision within ten seconds, and the photo is the clerk's again; both are in the audit log")
    func undoes() async throws {
        let (house, _, photo) = try await waiting()
        _ = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        _ = try await house.desk.decide(photo, .reject(.blurred), clerk: "Ayşe", session: "a")
        house.pass(.seconds(9))
        await #expect(throws: ReviewError.tooLate) { try await house.desk.undo(photo, session: "b") }
        try await house.desk.undo(photo, session: "a")
        await #expect(throws: ReviewError.tooLate) { try await house.desk.undo(photo, session: "a") }
        house.pass(.seconds(5))
        try await house.work()
        #expect(try await house.state(of: photo).outcome == "review")
        #expect(try await house.desk.claimNext(clerk: "Ayşe", session: "a")?.id == photo)
        #expect(
            try await house.number("SELECT count(*) AS number FROM audit WHERE action = 'photo.decision-withdrawn'")
                == 1)
        _ = try await house.desk.decide(photo, .accept, clerk: "Ayşe", session: "a")
        house.pass(.seconds(10))
        await #expect(throws: ReviewError.tooLate) { try await house.desk.undo(photo, session: "a") }
    }

    @Test("A rejected photo answers the customer with the reason", arguments: RejectReason.allCases)
    func rejects(reason: RejectReason) async throws {
        let (house, sender, photo) = try await waiting()
        _ = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        _ = try await house.desk.decide(photo, .reject(reason), clerk: "Ayşe", session: "a")
        house.pass(.seconds(10))
        try await house.work()
        #expect(try await house.state(of: photo).outcome == "refused")
        let said = try await house.said(to: sender)
        #expect(said.map(\.purpose) == ["answer", "verdict"])
        #expect(said[1].words.hasSuffix("?"))
        #expect(said[1].words.contains("çalışanımız"))
    }

    @Test("A claim keeps others out for two minutes, can be renewed, and ends by itself")
    func claims() async throws {
        let (house, _, photo) = try await waiting()
        _ = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        #expect(try await house.desk.claimNext(clerk: "Can", session: "b") == nil)
        let until = house.now + .seconds(120)
        await #expect(throws: ReviewError.claimed(by: "Ayşe", until: until)) {
            try await house.desk.claim(photo, clerk: "Can", session: "b")
        }
        await #expect(throws: ReviewError.claimed(by: "Ayşe", until: until)) {
            try await house.desk.decide(photo, .accept, clerk: "Can", session: "b")
        }
        house.pass(.seconds(100))
        #expect(try await house.desk.renew(photo, session: "a") == house.now + .seconds(120))
        await #expect(throws: ReviewError.notClaimed) { try await house.desk.renew(photo, session: "b") }
        // A page that was hidden for a while: nobody took the photo meanwhile.
        house.pass(.seconds(121))
        #expect(try await house.desk.renew(photo, session: "a") == house.now + .seconds(120))
        house.pass(.seconds(121))
        #expect(try await house.desk.claimNext(clerk: "Can", session: "b")?.id == photo)
        await #expect(throws: ReviewError.self) {
            try await house.desk.decide(photo, .accept, clerk: "Ayşe", session: "a")
        }
        try await house.desk.release(photo, session: "b")
        #expect(try await house.desk.claimNext(clerk: "Ayşe", session: "a")?.id == photo)
    }

    @Test("Thirty clerks at once decide a hundred photos, none of them twice")
    func concurrent() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        try await ReviewQueueData.fill(house.store, photos: 100, at: house.now)
        let desk = house.desk
        let decided = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for clerk in 0..<30 {
                group.addTask {
                    var own: [Int64] = []
                    while let found = try await desk.claimNext(clerk: "Clerk", session: "\(clerk)") {
                        _ = try await desk.decide(found.id, .reject(.blurred), clerk: "Clerk", session: "\(clerk)")
                        own.append(found.id)
                    }
                    return own
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(decided.count == 100)
        #expect(Set(decided).count == 100)
        #expect(try await house.number("SELECT count(*) AS number FROM review_decision") == 100)
    }

    @Test("Of several meters the clerk chooses one of the sender's, and no other")
    func chooses() async throws {
        let (house, _, photo) = try await waiting(subscribers: [
            TestSubscriber(number: "1"), TestSubscriber(number: "2", serial: "39210146", lastIndex: "01030"),
            TestSubscriber(number: "3", businessScopedID: "TR.3"),
        ])
        let found = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        #expect(found.meters.map(\.id.text) == ["1", "2"])
        #expect(found.chosen == nil)
        await #expect(throws: ReviewError.meterNotChosen) {
            try await house.desk.decide(photo, .accept, clerk: "Ayşe", session: "a")
        }
        await #expect(throws: ReviewError.meterNotChosen) {
            try await house.desk.decide(
                photo, .accept, subscriber: try SubscriberNumber("3"), clerk: "Ayşe", session: "a")
        }
        _ = try await house.desk.decide(
            photo, .accept, subscriber: try SubscriberNumber("2"), clerk: "Ayşe", session: "a")
        house.pass(.seconds(10))
        try await house.work()
        let invoice = try await house.store.read { view in
            try view.invoice(of: try SubscriberNumber("2"), periodOf: try CivilDate(iso8601: "2026-11-21"))
        }
        #expect(invoice?.invoice.lastReading.index.description == "01042")
    }

    @Test("An index that cannot be taken is told at once, and nothing is written down")
    func refusesIndex() async throws {
        let (house, _, photo) = try await waiting()
        _ = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        await #expect(throws: ReviewError.problem(code: "index-lower-than-last")) {
            try await house.desk.decide(photo, .correct(index: "01020"), clerk: "Ayşe", session: "a")
        }
        await #expect(throws: ReviewError.problem(code: "not-an-index")) {
            try await house.desk.decide(photo, .correct(index: "'; DROP"), clerk: "Ayşe", session: "a")
        }
        #expect(try await house.number("SELECT count(*) AS number FROM review_decision") == 0)
    }
}

@Suite("After an objection", .serialized)
struct ObjectionTests {
    /// An accepted photo whose customer asked for a person, claimed by a clerk.
    private func objected() async throws -> (house: PhotoHouse, sender: Int64, photo: Int64) {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        try await house.work()
        let (now, settings) = (house.now, house.settings)
        try await house.store.write { try $0.personRequested(by: sender, at: now, settings: settings) }
        _ = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        return (house, sender, photo)
    }

    private func decide(_ decision: ReviewDecision, _ house: PhotoHouse, _ photo: Int64) async throws {
        _ = try await house.desk.decide(photo, decision, clerk: "Ayşe", session: "a")
        house.pass(.seconds(10))
        try await house.work()
    }

    @Test("A clerk who confirms says that the invoice stands, and sends it again")
    func confirms() async throws {
        let (house, sender, photo) = try await objected()
        guard case .invoiceStands = try await house.desk.preview(photo, index: "01042") else {
            Issue.record("the invoice stands")
            return
        }
        try await decide(.accept, house, photo)
        let said = try await house.said(to: sender)
        #expect(said.map(\.purpose) == ["answer", "answer", "verdict"])
        #expect(said[2].document == said[0].document)
        #expect(said[2].words.contains("geçerli"))
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 1)
        #expect(try await house.state(of: photo).outcome == "accepted")
    }

    @Test("A correction takes the invoice back: the customer gets the one in its place, and hears both amounts")
    func corrects() async throws {
        let (house, sender, photo) = try await objected()
        guard case .correction(let old, .amount(let new)) = try await house.desk.preview(photo, index: "01040") else {
            Issue.record("a correction")
            return
        }
        #expect(old.number.text == "OGZ2026000000001" && new.payable < old.payable && new.cubicMetres == 19)
        try await decide(.correct(index: "01040"), house, photo)
        let (stored, reversal, owed) = try await house.store.read { view in
            (
                try view.invoice(madeFromPhoto: photo), try view.reversal(of: old.number),
                try view.owedNow(by: try SubscriberNumber("1"))
            )
        }
        #expect(stored?.number.text == "OGZ2026000000003" && stored?.invoice.replaces == old.number)
        #expect(stored?.invoice.figures.payable == new.payable && owed == new.payable)
        #expect(reversal?.number.text == "OGZ2026000000002" && reversal?.clerk == "Ayşe" && reversal?.reason == .index)
        #expect(try await house.desk.summary().openCorrections == 0)
        let said = try await house.said(to: sender)
        #expect(said.last?.purpose == "verdict" && said.last?.document != said.first?.document)
        for words in ["01040", "OGZ2026000000001", "OGZ2026000000003", "iptal edildi"] {
            #expect(said.last?.words.contains(words) == true)
        }
        let state = try await house.state(of: photo)
        #expect(state.outcome == "accepted" && state.invoice == "OGZ2026000000003")
    }

    @Test("Where a later invoice stands on it, the correction is written down until somebody reverses the invoice")
    func noted() async throws {
        let (house, _, photo) = try await objected()
        house.pass(.seconds(30 * 86_400))
        let (issuer, now) = (house.settings.issuer, house.now)
        let later = ReadingCandidate(
            subscriber: try SubscriberNumber("1"), index: try Index(printed: "01080"), date: now.civilDate,
            origin: .clerk(name: "Can", photo: 999))
        let second = try await house.store.write { try $0.bill(later, issuer: issuer, at: now) }
        guard case .correction(_, .noted) = try await house.desk.preview(photo, index: "01040") else {
            Issue.record("written down")
            return
        }
        _ = try await house.desk.claim(photo, clerk: "Ayşe", session: "a")
        try await decide(.correct(index: "01040"), house, photo)
        #expect(try await house.desk.corrections(limit: 10).map(\.invoice.text) == ["OGZ2026000000001"])
        let first = try InvoiceNumber("OGZ2026000000001")
        let end = house.now
        let isTold = try await house.store.write { transaction in
            _ = try transaction.reverse(
                ReversalOrder(second.number, reason: .other, clerk: "Can", replacement: .none), at: end)
            let right = ReadingCandidate(
                subscriber: later.subscriber, index: try Index(printed: "01040"),
                date: try CivilDate(iso8601: "2026-11-21"), origin: .corrected(by: "Can", photo: photo))
            let done = try transaction.reverse(
                ReversalOrder(first, reason: .index, clerk: "Can", replacement: .reading(right)), at: end)
            return try transaction.tellCustomer(of: done, at: end)
        }
        #expect(isTold)
        #expect(try await house.desk.corrections(limit: 10).isEmpty)
        try await house.work()
        #expect(try await house.state(of: photo).invoice == "OGZ2026000000005")
    }

    @Test("A use below the minimum bill is no invoice now: the machine says so, and a clerk may")
    func belowMinimum() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")], minimumBill: MeterVolume(litres: 30_000))
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        try await house.work()
        let state = try await house.state(of: photo)
        #expect(state.outcome == "accepted" && state.invoice == nil && state.reasons == #"["below-minimum"]"#)
        #expect(try await house.said(to: sender).last?.words.contains("30 m³") == true)
        try await house.askPerson(sender)
        guard case .nothingNow("below-minimum") = try await house.desk.preview(photo, index: "01050") else {
            Issue.record("nothing now")
            return
        }
        try await house.decide(photo, .correct(index: "01050"))
        #expect(try await house.said(to: sender).last?.words.contains("01050") == true)
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)
        // Nothing is lost: the period goes on from where it began.
        #expect(try await house.store.read { try $0.readings(of: try SubscriberNumber("1"), last: 5) }.count == 1)
    }

    @Test("A rejected photo leaves its invoice as it is, and says so")
    func rejects() async throws {
        let (house, sender, photo) = try await objected()
        try await decide(.reject(.blurred), house, photo)
        #expect(try await house.state(of: photo).outcome == "accepted")
        #expect(try await house.said(to: sender).last?.words.contains("OGZ2026000000001") == true)
    }

    @Test("A second objection gets a second verdict")
    func again() async throws {
        let (house, sender, photo) = try await objected()
        try await decide(.accept, house, photo)
        house.pass(.seconds(3600))
        let (now, settings) = (house.now, house.settings)
        try await house.store.write { try $0.personRequested(by: sender, at: now, settings: settings) }
        _ = try await house.desk.claim(photo, clerk: "Can", session: "a")
        try await decide(.reject(.otherMeter), house, photo)
        let said = try await house.said(to: sender)
        #expect(said.count(where: { $0.purpose == "verdict" }) == 2)
        #expect(said.last?.words.contains("kayıtlı sayacınız değil") == true)
    }

    @Test("A later photo of a billed period with a higher index is taken for the next invoice")
    func nextInvoice() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        _ = try await house.photo(from: sender, mark: 1)
        try await house.work()
        house.pass(.seconds(86_400))
        let later = try await house.photo(from: sender, mark: 2)
        let (now, settings) = (house.now, house.settings)
        try await house.store.write { try $0.personRequested(by: sender, at: now, settings: settings) }
        try await house.work()
        _ = try await house.desk.claim(later, clerk: "Ayşe", session: "a")
        guard case .nextInvoice = try await house.desk.preview(later, index: "01050") else {
            Issue.record("for the next invoice")
            return
        }
        try await decide(.correct(index: "01050"), house, later)
        #expect(try await house.store.read { try $0.accountCounts() }.invoices == 1)
        #expect(try await house.desk.corrections(limit: 10).isEmpty)
        #expect(try await house.said(to: sender).last?.words.contains("bir sonraki") == true)
    }
}
