import Billing
import GasPhysics
import Quantities
import Testing

@Suite("The end of a prepaid meter")
struct PrepaidClosingTests {
    /// Lots of 100 m3 at 1 TL and 80 m3 at 2 TL; 130 m3 used at 1.5 TL.
    private func correction() throws -> TLCorrection {
        try TLCorrection(
            lots: [
                Sample.lot(1, "2026-01-05", "100", Sample.plainTerms("1")),
                Sample.lot(2, "2026-02-05", "80", Sample.plainTerms("2")),
            ],
            periods: [
                Sample.period("2026-01-20", "2026-02-19", "90", Sample.plainTerms("1.5")),
                Sample.period("2026-02-19", "2026-03-05", "40", Sample.plainTerms("1.5")),
            ],
            rules: .cinigaz)
    }

    @Test("At termination the correction comes first, then remaining gas is refunded for what was paid, then debts")
    func termination() throws {
        let closing = try PrepaidClosing(
            reason: .termination, correction: correction(), pendingCorrections: Sample.money("-12.00"),
            eksiGasDebt: Sample.money("30.00"), valueAddedTaxRate: Sample.twentyPercent)
        // 90 × 0.5 = 45 → 54 with KDV; 10 × 0.5 − 30 × 0.5 = −10 → −12; 50 m3 left at 2 TL = 100 → 120 with KDV.
        #expect(closing.correctionGross.description == "42.00")
        #expect(closing.remainingVolume.description == "50.000")
        #expect(closing.gasRefundNet.description == "100.00")
        #expect(closing.gasRefund.description == "120.00")
        #expect(closing.balance.description == "-60.00")  // −12 + 42 + 30 − 120
        let steps = closing.derivation
        #expect(steps.suffix(3).map(\.code) == [.gasRefund, .valueAddedTax, .prepaidBalance])
        #expect(steps.last?.result.description == "-60.00")
    }

    @Test("A switch to billing needs the customer's wish, costs no meter, and asks for the deposit")
    func switchToBilled() throws {
        let closing = try PrepaidClosing(
            reason: .switchToBilled, correction: correction(), valueAddedTaxRate: Sample.twentyPercent)
        let reading = MeterReading(index: try Index(printed: "00000"), date: try Sample.day("2026-03-05"))
        let moved = try SwitchToBilled(
            requestedOn: Sample.day("2026-03-01"), closing: closing, firstReading: reading,
            depositDue: Sample.money("4135.00"))
        #expect(moved.meterFee == .zero)
        #expect(moved.openingBalance.description == "4057.00")  // 42 − 120 + 4135
        #expect(throws: PrepaidError.notRequested) {
            try SwitchToBilled(requestedOn: nil, closing: closing, firstReading: reading, depositDue: .zero)
        }
        #expect(throws: PrepaidError.notRequested) {
            try SwitchToBilled(
                requestedOn: Sample.day("2026-03-06"), closing: closing, firstReading: reading, depositDue: .zero)
        }
        let ended = try PrepaidClosing(
            reason: .termination, correction: correction(), valueAddedTaxRate: Sample.twentyPercent)
        #expect(throws: PrepaidError.notRequested) {
            try SwitchToBilled(
                requestedOn: Sample.day("2026-03-01"), closing: ended, firstReading: reading, depositDue: .zero)
        }
    }

    @Test("A faulty meter goes to a mechanical one where it may; else its last use is corrected, and its lots live on")
    func faultyMeter() throws {
        let last = MeterReading(index: try Index(printed: "00990"), date: try Sample.day("2026-02-19"))
        let removal = MeterReading(index: try Index(printed: "01010"), date: try Sample.day("2026-03-05"))
        let fault = try FaultyPrepaidMeter(
            isMechanicalExchangeDue: false, lastReading: last, removal: removal, wheels: 5,
            limit: MeterVolume(litres: 500_000))
        #expect(fault.course == .informAndCorrect)
        #expect(fault.use.description == "20.000")
        let before = try correction()
        let after = try TLCorrection(
            lots: before.remainingLots,
            periods: [
                UsePeriod(
                    interval: BillingInterval(first: Sample.day("2026-03-05"), last: removal.date.advanced(byDays: 3)),
                    volume: fault.use, terms: Sample.plainTerms("1.5"), valueAddedTaxRate: Sample.twentyPercent)
            ],
            rules: .cinigaz)
        #expect(after.remainingLots.map(\.left.description) == ["30.000"])
        #expect(after.remainingLots[0].terms == before.lots[1].terms)
        let due = try FaultyPrepaidMeter(
            isMechanicalExchangeDue: true, lastReading: last, removal: removal, wheels: 5, limit: nil)
        #expect(due.course == .exchangeToMechanical)
        #expect(throws: PrepaidError.indexHeld(first: removal.index, last: last.index)) {
            try FaultyPrepaidMeter(
                isMechanicalExchangeDue: true,
                lastReading: MeterReading(index: removal.index, date: last.date),
                removal: MeterReading(index: last.index, date: removal.date), wheels: 5, limit: nil)
        }
    }

    @Test("A customer hears what arose and what may arise for the gas unused, old lots left out")
    func forecast() throws {
        let lots = try [
            Sample.lot(1, "2018-07-28", "60", Sample.plainTerms("1")),
            Sample.lot(2, "2026-01-05", "100", Sample.plainTerms("1"), left: "40"),
            Sample.lot(3, "2026-02-05", "80", Sample.plainTerms("2")),
        ]
        let forecast = try CorrectionForecast(
            arisen: Sample.money("42.00"), lots: lots, expected: Sample.plainTerms("1.5"),
            valueAddedTaxRate: Sample.twentyPercent, rules: .cinigaz)
        #expect(forecast.mayAriseNet.description == "-20.00")  // 40 × 0.5 − 80 × 0.5
        #expect(forecast.mayArise.description == "-24.00")
        #expect(forecast.volume.description == "120.000")
        #expect(forecast.policy == "tl-correction-cinigaz-2018.1")
    }
}

@Suite("A correction settled as gas")
struct CorrectionVolumeTests {
    @Test("Debit and credit come to the m3 that they buy, never more, and the rest stays money")
    func volumes() throws {
        func settled(_ gross: String) throws -> CorrectionVolume {
            try CorrectionVolume(
                of: Sample.money(gross), terms: Sample.plainTerms("3"), valueAddedTaxRate: Sample.twentyPercent)
        }
        let debit = try settled("10.00")  // 3.60 TL a m3: 2.777 m3 are 9.9972 TL
        #expect(debit.volume.description == "2.777" && debit.settled.description == "10.00")
        let credit = try settled("-10.00")
        #expect(credit.volume.description == "-2.777" && credit.settled.description == "-10.00")
        #expect(try settled("0.00").volume == .zero)
        // A kuruş buys 2.777 litres: two litres, 0.0072 TL, which are a kuruş again.
        #expect(try settled("0.01").settled.description == "0.01")
        #expect(throws: PrepaidError.overflow(.correction)) {
            try CorrectionVolume(of: Money(kurus: .min), terms: Sample.plainTerms("3"), valueAddedTaxRate: .zero)
        }
    }
}

@Suite("Cards and loads that nobody pays for")
struct PrepaidCardTests {
    @Test("A lost card's unloaded credit goes to the new card once, and the old card never loads again")
    func lostCard() throws {
        let card = try PrepaidCard(number: "A1", unloaded: Sample.volume("12.345"))
        let loss = try card.lost(newNumber: "A2", declaration: "2026/17", fee: Sample.money("50"), settled: [])
        #expect(loss.blocked.unloaded == .zero && loss.blocked.replacedBy == "A2")
        #expect(loss.replacement.unloaded == .zero)
        let order = try #require(loss.order)
        #expect(try order.volume == Sample.volume("12.345"))
        #expect(throws: PrepaidError.cardBlocked) {
            try loss.blocked.lost(newNumber: "A3", declaration: "2026/18", fee: .zero, settled: [])
        }
        #expect(throws: PrepaidError.settledBefore(key: LedgerKey(.loadOrder, "lost-card/2026/17"))) {
            try card.lost(newNumber: "A2", declaration: "2026/17", fee: .zero, settled: [order.key])
        }
        #expect(throws: PrepaidError.evidenceMissing) {
            try card.lost(newNumber: "A2", declaration: "", fee: .zero, settled: [])
        }
        let empty = PrepaidCard(number: "B1", unloaded: .zero)
        #expect(try empty.lost(newNumber: "B2", declaration: "2026/19", fee: .zero, settled: []).order == nil)
    }

    @Test("Missing gas needs its report and is loaded once")
    func missingGas() throws {
        let order = try LoadOrder(reason: .missingGas, volume: Sample.volume("5"), evidence: "187/4", settled: [])
        #expect(order.key == LedgerKey(.loadOrder, "missing-gas/187/4"))
        #expect(throws: PrepaidError.settledBefore(key: order.key)) {
            try LoadOrder(reason: .missingGas, volume: Sample.volume("5"), evidence: "187/4", settled: [order.key])
        }
        #expect(throws: PrepaidError.evidenceMissing) {
            try LoadOrder(reason: .missingGas, volume: Sample.volume("5"), evidence: "", settled: [])
        }
    }

    @Test("Gas carried to another place keeps its money, or its volume where the policy says so")
    func transfer() throws {
        let correction = try TLCorrection(
            lots: [Sample.lot(1, "2026-01-05", "50", Sample.plainTerms("2"))], periods: [], rules: .cinigaz)
        let closing = try PrepaidClosing(
            reason: .termination, correction: correction, valueAddedTaxRate: Sample.twentyPercent)
        let byMoney = try GasTransfer(
            of: closing, to: Sample.plainTerms("3"), valueAddedTaxRate: Sample.twentyPercent)
        #expect(byMoney.worth.description == "120.00")
        #expect(byMoney.volumeHere.description == "33.333")
        let byVolume = try GasTransfer(
            of: closing, to: Sample.plainTerms("3"), valueAddedTaxRate: Sample.twentyPercent, basis: .volume)
        #expect(byVolume.volumeHere.description == "50.000")
    }
}
