import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Illegal and irregular use, and the contractor's pay")
struct FieldChargeTests {
    private func charge(repetition: Bool, allowed: Bool = true, litres: Int64 = 250_000) throws -> IllegalUseCharge {
        try IllegalUseCharge(
            volume: MeterVolume(litres: litres), correctionFactor: CorrectionFactor(hundredThousandths: 94_875),
            calorificValue: GrossCalorificValue(tenThousandths: 92_000_000),
            price: UnitPrice(hundredMillionths: 92_728_336), isRepetition: repetition, contractAllowsIt: allowed,
            policy: .shipped)
    }

    @Test("Illegal use costs twice the gas, twice that for a repetition, and nothing without a clause in the contract")
    func illegal() throws {
        // Domain B.16.
        #expect(try charge(repetition: false).charge.description == "4703.40")
        #expect(try charge(repetition: true).charge.description == "9406.80")
        #expect(throws: DebtError.noContractClause) { try charge(repetition: false, allowed: false) }
        #expect(throws: DebtError.outOfBounds(.measuredVolume)) { try charge(repetition: false, litres: -1) }
        let steps = try charge(repetition: true).derivation
        #expect(steps.map(\.result.description) == ["237.188", "2536.121", "2351.70", "9406.80"])
    }

    @Test("A finding repeats another up to two years after it, by date")
    func repetition() throws {
        let first = try DebtSample.day("2024-02-29")
        for (day, isRepetition) in [("2024-02-29", true), ("2026-02-28", true), ("2026-03-01", false)] {
            let found = try DebtSample.day(day)
            #expect(IllegalUsePolicy.shipped.isRepetition(on: found, earlier: [first]) == isRepetition)
        }
        #expect(!IllegalUsePolicy.shipped.isRepetition(on: first, earlier: [try DebtSample.day("2024-03-01")]))
    }

    @Test("Irregular use costs three fees, and nothing where the user had applied before")
    func irregular() throws {
        let fee = try DebtSample.lira("150.00")
        #expect(try IrregularUseCharge(openCloseFee: fee, policy: .shipped).charge.description == "450.00")
        let forgiven = try IrregularUseCharge(openCloseFee: fee, forgiveness: .appliedBefore, policy: .shipped)
        #expect(forgiven.charge == .zero && forgiven.derivation.isEmpty)
        #expect(throws: DebtError.overflow(.irregularUseCharge)) {
            try IrregularUseCharge(openCloseFee: Money(kurus: .max), policy: .shipped)
        }
    }

    @Test("Only approved work is paid, each order once, failed visits at their own price")
    func work() throws {
        let items = [
            WorkItem(order: "1", kind: "read", isApproved: true), WorkItem(order: "2", kind: "read", isApproved: true),
            WorkItem(order: "2", kind: "read", isApproved: true), WorkItem(order: "3", kind: "cut", isApproved: false),
            WorkItem(order: "4", kind: "failed-visit", isApproved: true),
            WorkItem(order: "5", kind: "read", isApproved: false), WorkItem(order: "5", kind: "read", isApproved: true),
        ]
        let prices = [
            ("cut", WorkPrice(smallestUnits: 85_000_000)), ("failed-visit", WorkPrice(smallestUnits: 500_000)),
            ("read", WorkPrice(smallestUnits: 4_200_000)),
        ]
        let lines = try WorkLine.lines(of: items, prices: prices.map { (kind: $0.0, price: $0.1) })
        #expect(lines.map(\.kind) == ["failed-visit", "read"] && lines.map(\.count) == [1, 3])
        #expect(throws: DebtError.noPrice(ofWork: "read")) { try WorkLine.lines(of: items, prices: []) }
        let payment = try ProgressPayment(lines: lines, penalties: Money(kurus: 10), policy: .shipped)
        #expect(payment.gross.description == "13.10" && payment.payable.description == "15.60")
        #expect(throws: DebtError.penaltiesExceedWork) {
            try ProgressPayment(lines: lines, penalties: Money(kurus: 1_311), policy: .shipped)
        }
    }

    @Test("What is paid, the KDV withheld and the penalties add up to the work and its KDV")
    func sums() {
        forAll("progress payment", seed: 42) { generator in
            let share = Rate(partsPerMillion: generator.integer(in: 0...10) * 100_000)
            let policy = ProgressPaymentPolicy(
                version: "test", valueAddedTaxRate: Rate(partsPerMillion: 200_000), withheldShare: share)
            let lines = try (0..<generator.count(in: 0...4)).map { number in
                try WorkLine(
                    kind: "\(number)", count: generator.integer(in: 0...20_000),
                    price: WorkPrice(smallestUnits: generator.integer(in: 0...90_000_000)))
            }
            generator.note("lines and share", (lines, share))
            let exact = lines.reduce(Int128(0)) { $0 + Int128($1.count) * Int128($1.price.microlira) }
            let gross = DebtSample.rounded(exact, over: 10_000)
            let penalties = Money(kurus: generator.integer(in: 0...max(gross, 0)))
            let payment = try ProgressPayment(
                lines: lines, penalties: penalties, policy: try #require(policy))
            try holdEqual(payment.gross.kurus, gross)
            try holdEqual(
                payment.payable.kurus + payment.withheldTax.kurus + penalties.kurus,
                gross + payment.valueAddedTax.kurus)
            try holdEqual(
                payment.valueAddedTax.kurus, DebtSample.rounded(Int128(gross - penalties.kurus), over: 5))
        }
    }
}
