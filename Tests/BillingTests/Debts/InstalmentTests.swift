import Billing
import Quantities
import Testing
import Trials

@Suite("Instalments")
struct InstalmentTests {
    private let everyDay = WorkingDays(holidays: [])

    // Invariant 5 of the domain's list.
    @Test("Parts add up to the amount, and all but one are equal", arguments: InstalmentPolicy.Remainder.allCases)
    func sums(remainder: InstalmentPolicy.Remainder) {
        forAll("instalments", seed: 5) { generator in
            let amount = Money(kurus: max(0, generator.extremeInt64()))
            let count = generator.count(in: 1...48)
            generator.note("amount and count", (amount, count))
            let parts = try amount.instalments(count: count, remainder: remainder)
            try holdEqual(parts.count, count)
            try holdEqual(parts.reduce(Int128(0)) { $0 + Int128($1.kurus) }, Int128(amount.kurus))
            let odd = remainder == .first ? 0 : count - 1
            let others = parts.indices.filter { $0 != odd }.map { parts[$0] }
            try hold(others.allSatisfy { $0 == others[0] && $0 <= parts[odd] }, "equal parts, none above the odd one")
            let over = parts[odd].kurus - (others.first ?? parts[odd]).kurus
            try hold(over < Int64(count), "less than a kuruş a part over")
        }
    }

    @Test("A negative amount and a count out of bounds are refused")
    func refused() throws {
        #expect(throws: DebtError.outOfBounds(.amount)) {
            try Money(kurus: -1).instalments(count: 4, remainder: .first)
        }
        for count in [0, -1, InstalmentPolicy.mostParts + 1] {
            #expect(throws: DebtError.partCount(count)) {
                try Money(kurus: 100).instalments(count: count, remainder: .first)
            }
            #expect(InstalmentPolicy(version: "x", count: count, remainder: .first) == nil)
        }
    }

    @Test("Parts fall due months apart by date, on working days")
    func days() throws {
        // 31/1/2026 is a Saturday, 28/2 too, 31/3 a Tuesday, 30/4 a Thursday.
        let plan = try InstalmentPlan(
            amount: DebtSample.lira("1000.01"), from: DebtSample.day("2026-01-31"), workingDays: everyDay,
            policy: .downPaymentAndThree)
        #expect(plan.parts.map(\.due.description) == ["2026-02-02", "2026-03-02", "2026-03-31", "2026-04-30"])
        #expect(plan.parts.map(\.amount.description) == ["250.01", "250.00", "250.00", "250.00"])
        #expect(
            plan.derivation.map(\.result.description) == ["250.00", "250.01"]
                && plan.derivation.allSatisfy { $0.policy == "instalments-1+3-2026.1" })
        #expect(throws: DebtError.outOfBounds(.amount)) {
            try InstalmentPlan(
                amount: .zero, from: DebtSample.start, workingDays: everyDay, policy: .downPaymentAndThree)
        }
    }

    private func plan(_ missedPart: InstalmentPolicy.MissedPart = .restFallsDue) throws -> InstalmentPlan {
        let policy = InstalmentPolicy(version: "test", count: 4, remainder: .first, missedPart: missedPart)
        return try InstalmentPlan(
            amount: DebtSample.lira("400.00"), from: DebtSample.day("2026-03-02"), workingDays: everyDay,
            policy: try #require(policy))
    }

    private func paid(_ payments: [(String, String)]) throws -> [InstalmentPlan.Payment] {
        try payments.map { .init(day: try DebtSample.day($0.0), amount: try DebtSample.lira($0.1)) }
    }

    @Test("A plan that is kept suspends dunning until the end of each last day")
    func kept() throws {
        let plan = try plan()
        let payments = try paid([("2026-03-02", "100.00"), ("2026-03-20", "150.00")])
        let onLastDay = try plan.state(on: DebtSample.day("2026-04-02"), payments: payments)
        #expect(onLastDay.standing == .kept && onLastDay.suspendsDunning && onLastDay.overdue == .zero)
        let early = try plan.state(on: DebtSample.day("2026-05-04"), payments: payments)
        #expect(early.standing == .kept)
        #expect(early.left.description == "150.00")
        // The third part fell due on 4 May, a Monday, and 50.00 of it are missing.
        let missed = try plan.state(on: DebtSample.day("2026-05-05"), payments: payments)
        #expect(missed.standing == .broken(since: try DebtSample.day("2026-05-04")) && !missed.suspendsDunning)
        #expect(missed.overdue.description == "150.00")
    }

    @Test("A missed part breaks the plan for good, or until it is paid, as the policy says")
    func broken() throws {
        let late = try paid([("2026-03-03", "100.00")])
        let day = try DebtSample.day("2026-03-10")
        let strict = try plan().state(on: day, payments: late)
        #expect(strict.standing == .broken(since: try DebtSample.day("2026-03-02")))
        #expect(strict.overdue.description == "300.00")
        let mild = try plan(.othersKeepTheirDays)
        #expect(try mild.state(on: day, payments: late).standing == .kept)
        let unpaid = try mild.state(on: day, payments: [])
        #expect(unpaid.standing == .broken(since: try DebtSample.day("2026-03-02")))
        #expect(unpaid.overdue.description == "100.00")
    }

    @Test("What is unpaid at the end of the plan goes to Legal; what is paid is finished")
    func end() throws {
        let plan = try plan()
        let day = try DebtSample.day("2026-06-03")
        let most = try paid([("2026-03-02", "399.99")])
        let unpaid = try plan.state(on: day, payments: most)
        #expect(unpaid.standing == .unpaidAtEnd(since: try DebtSample.day("2026-06-02")))
        #expect(!unpaid.suspendsDunning)
        let all = try paid([("2026-03-02", "399.99"), ("2026-06-03", "0.02")])
        #expect(try plan.state(on: day, payments: all).standing == .finished)
        // Tomorrow's payment does not count today.
        #expect(try plan.state(on: DebtSample.day("2026-06-02"), payments: all).standing == .kept)
    }
}
