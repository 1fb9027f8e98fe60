import Billing
import Quantities
import Testing
import Trials

@Suite("Files for Legal")
struct LegalFileTests {
    private let terms = LateFeeTerms(clause: .publicClaimRate)

    private func number() throws -> SubscriberNumber { try SubscriberNumber("4100012345") }

    private func debt(_ reference: String, _ due: String, _ lira: String) throws -> LegalFile.Debt {
        try LegalFile.Debt(reference: reference, due: DebtSample.day(due), principal: DebtSample.lira(lira))
    }

    private func file(policy: LegalPolicy = .shipped) throws -> LegalFile {
        try LegalFile(
            of: number(), debts: [debt("B", "2026-02-20", "400.00"), debt("A", "2026-01-20", "500.00")],
            handedOver: DebtSample.day("2026-03-25"), terms: terms, policy: policy)
    }

    @Test(
        "The debts stand by due day with their fees up to the hand-over, and interest runs on where the policy says so")
    func claim() throws {
        let file = try file()
        #expect(file.debts.map(\.reference) == ["A", "B"])
        // A: 500 × 3.7 % × (2 + 5/30) = 40.08, KDV 8.02. B: 400 × 3.7 % × (1 + 5/30) = 17.27, KDV 3.45.
        #expect(file.claim.fees.map(\.total.description) == ["48.10", "20.72"])
        #expect(file.claim.principal.description == "900.00" && file.claim.total.description == "968.82")
        #expect(file.derivation.last?.result == file.claim.total.figure)
        // A month later. A: 500 × 3.7 % × (3 + 5/30) = 58.58 + 11.72. B: 400 × 3.7 % × (2 + 5/30) = 32.07 + 6.41.
        let later = try DebtSample.day("2026-04-25")
        #expect(try file.claim(on: later).total.description == "1008.78")
        let standing = try self.file(policy: LegalPolicy(version: "test", doesInterestRun: false))
        #expect(try standing.claim(on: later).total.description == "968.82")
        #expect(throws: DebtError.daysReversed(first: file.handedOver, last: DebtSample.start)) {
            try file.claim(on: DebtSample.start)
        }
    }

    @Test("What was charged before is not charged again: the fee goes on from its last day")
    func chargedBefore() throws {
        let debt = try LegalFile.Debt(
            reference: "A", due: DebtSample.day("2026-01-20"), principal: DebtSample.lira("500.00"),
            feeOwed: DebtSample.lira("22.20"), feeThrough: DebtSample.day("2026-02-20"))
        let file = try LegalFile(
            of: number(), debts: [debt], handedOver: DebtSample.day("2026-03-25"), terms: terms)
        // 500 × 3.7 % × (1 + 5/30) = 21.58, KDV 4.32: 25.90; 500.00 + 22.20 + 25.90.
        #expect(file.claim.fee.description == "48.10" && file.claim.total.description == "548.10")
    }

    @Test("A broken plan brings what is unpaid of each part; a kept one is refused")
    func plan() throws {
        func file(_ missed: InstalmentPolicy.MissedPart, paid: [(String, String)]) throws -> LegalFile {
            let policy = InstalmentPolicy(version: "test", count: 4, remainder: .first, missedPart: missed)
            let plan = try InstalmentPlan(
                amount: DebtSample.lira("1000.00"), from: DebtSample.day("2026-01-05"),
                workingDays: WorkingDays(holidays: []), policy: try #require(policy))
            return try LegalFile(
                of: number(), plan: plan, reference: "P7",
                payments: try paid.map {
                    .init(day: try DebtSample.day($0.0), amount: try DebtSample.lira($0.1))
                }, handedOver: DebtSample.day("2026-02-20"), terms: terms)
        }
        let paid = [("2026-01-05", "250.00"), ("2026-02-05", "100.00")]
        // 1000 − 350: 150 of the second part, and the third and fourth, which fell due with it on 5 February.
        let broken = try file(.restFallsDue, paid: paid)
        #expect(broken.debts.map(\.reference) == ["P7/2", "P7/3", "P7/4"])
        #expect(broken.debts.map(\.principal.description) == ["150.00", "250.00", "250.00"])
        #expect(broken.debts.allSatisfy { $0.due.description == "2026-02-05" })
        #expect(broken.brokenPlan?.state.left.description == "650.00")
        let others = try file(.othersKeepTheirDays, paid: paid)
        #expect(others.debts.map(\.principal.description) == ["150.00"])
        #expect(throws: DebtError.planKept) {
            try file(.restFallsDue, paid: [("2026-01-05", "250.00"), ("2026-02-05", "250.00")])
        }
    }

    @Test("Nothing owed, a debt twice and one that is not overdue make no file")
    func refused() throws {
        let day = try DebtSample.day("2026-03-25")
        #expect(throws: DebtError.nothingOwed) {
            try LegalFile(of: number(), debts: [], handedOver: day, terms: terms)
        }
        #expect(throws: DebtError.invoiceTwice) {
            try LegalFile(
                of: number(), debts: [debt("A", "2026-01-20", "1"), debt("A", "2026-02-20", "1")], handedOver: day,
                terms: terms)
        }
        #expect(throws: DebtError.notOverdue(reference: "A")) {
            try LegalFile(of: number(), debts: [debt("A", "2026-03-25", "1")], handedOver: day, terms: terms)
        }
        #expect(throws: DebtError.outOfBounds(.principal)) { try debt("A", "2026-01-20", "0") }
    }

    @Test("While the file is with Legal no reminder goes out, before and after it one does")
    func dunningRests() throws {
        let file = try file()
        for (day, isSent) in [("2026-03-24", true), ("2026-03-25", false), ("2026-05-01", false), ("2026-06-01", true)]
        {
            var facts = ReminderDecision.Facts(
                due: try DebtSample.day("2026-01-20"), balance: Money(kurus: 1), day: try DebtSample.day(day), hour: 10)
            facts.consider(file, returned: try DebtSample.day("2026-06-01"))
            let decision = ReminderDecision(facts, policy: .shipped)
            #expect(decision.reasons == (isSent ? [] : [.inLegal]), "\(day)")
        }
    }

    @Test("A file holds all that is unpaid of a plan, its total is its parts, and running interest never falls")
    func random() {
        forAll("legal file", seed: 19) { generator in
            let amount = Money(kurus: generator.integer(in: 1...1_000_000))
            let start = CivilDate(shipped: 2024, 1, 8)
            let plan = try InstalmentPlan(
                amount: amount, from: start, workingDays: WorkingDays(holidays: []), policy: .downPaymentAndThree)
            let payments = try (0..<generator.count(in: 0...3)).map { _ in
                InstalmentPlan.Payment(
                    day: try DebtSample.day(&generator, after: start, within: 200),
                    amount: Money(kurus: generator.integer(in: 0...amount.kurus / 2)))
            }
            let day = try start.advanced(byDays: generator.count(in: 1...300))
            generator.note("plan, payments, day", (amount, payments, day))
            let state = try plan.state(on: day, payments: payments)
            let owner = try number()
            let file: LegalFile
            do throws(DebtError) {
                file = try LegalFile(
                    of: owner, plan: plan, reference: "P", payments: payments, handedOver: day, terms: terms)
            } catch {
                try holdEqual(error, .planKept)
                try hold(state.suspendsDunning, "refused without reason")
                return
            }
            try holdEqual(file.claim.principal, state.left, "all that is left")
            let fees = file.claim.fees.reduce(Int64(0)) { $0 + $1.total.kurus }
            try holdEqual(file.claim.total.kurus, state.left.kurus + fees)
            let later = try day.advanced(byDays: generator.count(in: 0...200))
            try hold(try file.claim(on: later).total >= file.claim.total, "interest fell")
        }
    }
}
