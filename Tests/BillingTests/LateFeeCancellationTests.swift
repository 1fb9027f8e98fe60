import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Late fees on an over-estimate")
struct LateFeeCancellationTests {
    private let terms = LateFeeTerms(clause: .publicClaimRate)

    private func fee(_ lira: String, paid: String = "2026-03-11") throws -> LateFee {
        try terms.fee(
            on: DebtSample.lira(lira), due: DebtSample.day("2026-02-24"), through: DebtSample.day(paid))
    }

    /// The figures of so many m3 at 1.20 TL, KDV among it.
    private func figures(_ cubicMetres: Int64) throws -> InvoiceFigures {
        try InvoiceFigures(
            measuredVolume: MeterVolume(litres: cubicMetres * 1_000),
            correctionFactor: CorrectionFactor(hundredThousandths: 100_000),
            calorificValue: GrossCalorificValue(tenThousandths: 8_604_200),
            averagePrice: UnitPrice(hundredMillionths: 100_000_000), valueAddedTaxRate: Sample.twentyPercent,
            rounding: .standard)
    }

    private func settlement(
        _ cubicMetres: Int64, _ billed: [(String, [LateFee])], policy: EstimateSettlement.Policy = .shipped
    ) throws -> EstimateSettlement {
        try EstimateSettlement(
            figures: figures(cubicMetres),
            estimated: try billed.map { .init(volume: .zero, billed: try DebtSample.lira($0.0), lateFees: $0.1) },
            policy: policy)
    }

    // Mutation tried: the whole fee cancelled; this fails.
    @Test("The fee on what was never owed is cancelled with its KDV, the fee on what was owed stays")
    func whole() throws {
        // 1200.00 billed, 750 m3 × 1.20 = 900.00 owed. 1200 × 3.7 % × 15/30 = 22.20 + 4.44; 900: 16.65 + 3.33.
        let settlement = try settlement(750, [("1200.00", [fee("1200.00")])])
        #expect(settlement.settlement.description == "-300.00")
        let cancellation = try #require(settlement.cancellations.first)
        #expect(cancellation.fee.description == "5.55" && cancellation.valueAddedTax.description == "1.11")
        #expect(settlement.lateFeeCancelled.description == "6.66")
        #expect(settlement.derivation.last?.result.description == "6.66")
        #expect(cancellation.owed.principal.description == "900.00")
        let kept = try self.settlement(
            750, [("1200.00", [fee("1200.00")])], policy: .init(version: "test", cancelsLateFees: false))
        #expect(kept.cancellations.isEmpty && kept.lateFeeCancelled == .zero)
        // Too low an estimate cancels nothing.
        #expect(try self.settlement(1_250, [("1200.00", [fee("1200.00")])]).cancellations.isEmpty)
    }

    @Test("What was paid first went to what was owed: the part paid last is the one that was not")
    func parts() throws {
        // 700 in time, 200 on 11 March, 300 on 26 March: the last 300 were never owed.
        // 300 × 3.7 % × (1 + 2/30) = 11.84; KDV 2.368 = 2.37.
        let settlement = try settlement(750, [("1200.00", [fee("200.00"), fee("300.00", paid: "2026-03-26")])])
        #expect(settlement.cancellations.map(\.charged.principal.description) == ["300.00"])
        #expect(settlement.lateFeeCancelled.description == "14.21")
        // 500 too many: 300 of the last, 200 of the one before; 200 × 3.7 % × 15/30 = 3.70 + 0.74.
        let more = try self.settlement(
            583, [("1199.60", [fee("200.00"), fee("300.00", paid: "2026-03-26")])])
        #expect(more.settlement.description == "-500.00")
        #expect(more.lateFeeCancelled.description == "18.65")
    }

    @Test("Several invoices share the over-estimate by what each was billed")
    func shared() throws {
        // 1000.00 billed, 900.00 owed: 60 and 40. 600 − 60 = 540: 60 × 3.7 % × 0.5 = 1.11; KDV 0.22 (2.22 − 2.00).
        let settlement = try settlement(750, [("600.00", [fee("600.00")]), ("400.00", [])])
        #expect(settlement.cancellations.map(\.owed.principal.description) == ["540.00"])
        // 600: 11.10 + 2.22; 540: 9.99 + 2.00.
        #expect(settlement.lateFeeCancelled.description == "1.33")
        #expect(throws: EstimateError.outOfBounds(.principal)) {
            try self.settlement(750, [("1200.00", [fee("1200.01")])])
        }
    }

    @Test("The ledger takes the fee, its KDV and the claim back; what was paid of it is the customer's credit")
    func ledger() throws {
        let owner = try SubscriberNumber("4100012345")
        let fee = try fee("1200.00")
        let cancellation = try #require(try settlement(750, [("1200.00", [fee])]).cancellations.first)
        var ledger = Ledger()
        try ledger.post(.lateFee(of: owner, fee, key: LedgerKey(.decision, "1"), on: fee.paid))
        // Of the 6.66 that are cancelled 2.00 are still open.
        try ledger.post(
            .lateFeeCancelled(
                of: owner, cancellation, open: DebtSample.lira("2.00"), key: LedgerKey(.decision, "2"), on: fee.paid))
        let holder = LedgerHolder.subscriber(owner)
        #expect(ledger.balance(of: .lateFees, holder).description == "24.64")  // 26.64 − 2.00
        #expect(ledger.balance(of: .customerCredit, holder).description == "-4.66")
        #expect(ledger.balance(of: .lateFeeIncome, .company).description == "-16.65")  // 22.20 − 5.55
        #expect(ledger.balance(of: .valueAddedTax, .company).description == "-3.33")
        #expect(throws: LedgerError.exceeds(.lateFees)) {
            try LedgerTransaction.lateFeeCancelled(
                of: owner, cancellation, open: DebtSample.lira("6.67"), key: LedgerKey(.decision, "3"), on: fee.paid)
        }
    }

    @Test("After the settlement late fees are what they would have been on the true amounts, to the kuruş")
    func random() {
        var cancelled = 0
        forAll("late fee cancelled", seed: 150) { generator in
            let due = CivilDate(shipped: 2024, 3, 1)
            var (invoices, late): ([LateFeeCancellation.Charged], Int64) = ([], 0)
            for _ in 0..<generator.count(in: 1...4) {
                let billed = DebtSample.amount(&generator)
                var (left, fees): (Int64, [LateFee]) = (billed.kurus, [])
                for _ in 0..<generator.count(in: 0...3) {
                    let part = generator.oneIn(3) ? left : generator.integer(in: 0...left)
                    left -= part
                    fees.append(
                        try terms.fee(
                            on: Money(kurus: part), due: due,
                            through: try DebtSample.day(&generator, after: due, within: 700)))
                    late += part
                }
                invoices.append(.init(billed: billed, lateFees: fees))
            }
            let sum = invoices.reduce(Int64(0)) { $0 + $1.billed.kurus }
            let over = generator.integer(in: -100...max(sum, 1) + 1_000)
            generator.note("invoices, over", (invoices, over))
            let cancellations = try LateFeeCancellation.cancellations(of: invoices, overEstimate: Money(kurus: over))
            cancelled += cancellations.isEmpty ? 0 : 1
            var reduced: Int64 = 0
            for cancellation in cancellations {
                let (charged, owed) = (cancellation.charged, cancellation.owed)
                reduced += charged.principal.kurus - owed.principal.kurus
                try hold(owed.principal >= .zero && cancellation.fee >= .zero && cancellation.valueAddedTax >= .zero)
                try hold(cancellation.total > .zero && cancellation.total <= charged.total)
                // Charged − cancelled is the fee that the same terms give on what was owed.
                let anew = try terms.fee(on: owed.principal, due: charged.due, through: charged.paid)
                try holdEqual(charged.total.kurus - cancellation.total.kurus, anew.total.kurus)
                try holdEqual(charged.fee.kurus - cancellation.fee.kurus, anew.fee.kurus)
            }
            try hold(reduced <= max(0, over), "more reduced than was too high")
            if over >= sum {
                try hold(
                    late == 0
                        || cancellations.reduce(0) { $0 + $1.total.kurus }
                            == invoices.flatMap(\.lateFees).reduce(0) { $0 + $1.total.kurus },
                    "all of it")
            }
            if over <= 0 { try hold(cancellations.isEmpty, "an under-estimate") }
        }
        #expect(cancelled > 3_000, "\(cancelled) with a cancellation")
    }
}
