import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("A payment between debts and gas")
struct PurchaseSplitTests {
    @Test("Every row of the golden file comes out", arguments: try GoldenRow.rows("debt_split"))
    func golden(row: GoldenRow) throws {
        let split = try PurchaseSplit(
            payment: Sample.money(row["paid"]), correctionCredit: Sample.money(row["tl_credit"]),
            correctionDebt: Sample.money(row["tl_debt"]), eksiGasDebt: Sample.money(row["eksi_debt"]), rules: .cinigaz)
        #expect(try split.cap == Sample.money(row["cap"]))
        #expect(try split.toCorrectionDebt == Sample.money(row["to_tl_debt"]))
        #expect(try split.toEksiGasDebt == Sample.money(row["to_eksi_debt"]))
        #expect(try split.toGas == Sample.money(row["to_gas"]))
        #expect(try split.correctionDebtLeft == Sample.money(row["tl_debt_left"]))
        #expect(try split.eksiGasDebtLeft == Sample.money(row["eksi_debt_left"]))
    }

    // F.5, easy mistake 6, second half. Mutation tried: each debt got a cap of its own; this test, the golden row
    // `both-debts-capped` and the property failed.
    @Test("Two debts share one cap of half the payment, the correction debt first")
    func oneCap() throws {
        let split = try PurchaseSplit(
            payment: Sample.money("400"), correctionDebt: Sample.money("150"), eksiGasDebt: Sample.money("1000"),
            rules: .izgaz)
        #expect(split.toCorrectionDebt.description == "150.00")
        #expect(split.toEksiGasDebt.description == "50.00")
        #expect(split.toGas.description == "200.00")
        #expect(split.derivation.map(\.result.description) == ["200.00", "150.00", "50.00", "200.00"])
    }

    // F.4, invariant 4. Mutation tried: the cap was rounded half up instead of down; this property failed.
    @Test("At least half of any payment buys gas while there is a debt, whatever the debts are")
    func half() {
        forAll("half buys gas", seed: 4) { generator in
            let amounts = (0..<4).map { _ in Money(kurus: generator.integer(in: 0...100_001)) }
            generator.note("payment, credit, debt, Eksi Gaz", amounts)
            let split = try PurchaseSplit(
                payment: amounts[0], correctionCredit: amounts[1], correctionDebt: amounts[2], eksiGasDebt: amounts[3],
                rules: .cinigaz)
            let debts = split.toCorrectionDebt.kurus + split.toEksiGasDebt.kurus
            try hold(2 * debts <= amounts[0].kurus)
            try hold(split.toCorrectionDebt >= .zero && split.toEksiGasDebt >= .zero)
            try hold(split.correctionDebtLeft >= .zero && split.eksiGasDebtLeft >= .zero)
            try holdEqual(split.toGas.kurus, amounts[0].kurus - debts + amounts[1].kurus)
            // No kuruş is left that a debt could have had.
            try hold(debts == split.cap.kurus || (split.correctionDebtLeft.kurus + split.eksiGasDebtLeft.kurus == 0))
        }
    }

    // F.4, invariant 4, with the monthly limit: what is given back was not paid.
    @Test("Where the limit cuts the sale, half of what is kept still buys gas, and no credit is paid out")
    func halfWithLimit() {
        forAll("half of what is kept", seed: 44) { generator in
            let amounts = (0..<4).map { _ in Money(kurus: generator.integer(in: 0...100_001)) }
            let limit = MeterVolume(litres: generator.integer(in: 0...100_000))
            generator.note("payment, credit, debt, Eksi Gaz", amounts)
            generator.note("limit", limit)
            let purchase = try PrepaidPurchase(
                split: PurchaseSplit(
                    payment: amounts[0], correctionCredit: amounts[1], correctionDebt: amounts[2],
                    eksiGasDebt: amounts[3], rules: .cinigaz),
                terms: generator.terms(), valueAddedTaxRate: Sample.twentyPercent, monthlyLimit: limit)
            let debts = purchase.toCorrectionDebt.kurus + purchase.toEksiGasDebt.kurus
            let kept = amounts[0].kurus - purchase.change.kurus
            try hold(purchase.change >= .zero && purchase.cashForGas >= .zero && debts >= 0)
            try hold(2 * debts <= kept)
            try holdEqual(kept, debts + purchase.cashForGas.kurus)
            try holdEqual(purchase.cashForGas.kurus + purchase.creditUsed.kurus, purchase.sale.taken.kurus)
            try hold(purchase.creditUsed <= amounts[1])
            _ = purchase.derivation
        }
    }

    @Test("With the limit used up nothing is kept: a payment that buys no gas pays no debt")
    func limitUsedUp() throws {
        let purchase = try PrepaidPurchase(
            split: PurchaseSplit(payment: Sample.money("100"), correctionDebt: Sample.money("80"), rules: .cinigaz),
            terms: Sample.plainTerms("1"), valueAddedTaxRate: Sample.twentyPercent, monthlyLimit: .zero)
        #expect(purchase.change.description == "100.00" && purchase.toCorrectionDebt == .zero)
    }

    @Test("The plan of half gas, half debt runs six months and not a day longer")
    func plan() throws {
        let plan = try EksiGasPlan(debt: Sample.money("100"), startedOn: Sample.day("2026-08-31"))
        func taken(_ day: String) throws -> Bool {
            try plan.debtTaken(on: Sample.day(day), rules: .cinigaz) == plan.debt
        }
        #expect(try !taken("2026-08-30"))
        #expect(try taken("2026-08-31"))
        // Six months after 31 August is 28 February.
        #expect(try taken("2027-02-27"))
        #expect(try !taken("2027-02-28"))
        let middle = try EksiGasPlan(debt: Sample.money("100"), startedOn: Sample.day("2026-01-15"))
        #expect(try middle.debtTaken(on: Sample.day("2026-07-14"), rules: .cinigaz) == middle.debt)
        #expect(try middle.debtTaken(on: Sample.day("2026-07-15"), rules: .cinigaz) == .zero)
    }

    @Test("Amounts below zero are refused by name")
    func refused() throws {
        let minus = Money(kurus: -1)
        #expect(throws: PrepaidError.outOfBounds(.payment)) { try PurchaseSplit(payment: minus, rules: .cinigaz) }
        #expect(throws: PrepaidError.outOfBounds(.correctionDebt)) {
            try PurchaseSplit(payment: .zero, correctionDebt: minus, rules: .cinigaz)
        }
        #expect(throws: PrepaidError.outOfBounds(.eksiGasDebt)) {
            try PurchaseSplit(payment: .zero, eksiGasDebt: minus, rules: .cinigaz)
        }
        #expect(throws: PrepaidError.outOfBounds(.correctionCredit)) {
            try PurchaseSplit(payment: .zero, correctionCredit: minus, rules: .cinigaz)
        }
        #expect(throws: PrepaidError.overflow(.toGas)) {
            try PurchaseSplit(payment: Money(kurus: .max), correctionCredit: Money(kurus: 1), rules: .cinigaz)
        }
    }
}
