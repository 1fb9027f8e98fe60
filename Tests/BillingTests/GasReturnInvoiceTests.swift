import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("The gas return invoice")
struct GasReturnInvoiceTests {
    private func number() throws -> InvoiceNumber { try InvoiceNumber("OGZ2026000000068") }

    private func document(
        _ closing: PrepaidClosing, closedOn: String = "2026-03-05", date: String = "2026-03-06",
        correctedThrough: String? = nil
    ) throws -> GasReturnInvoice {
        try GasReturnInvoice(
            number: number(), date: Sample.day(date), subscriber: try SubscriberNumber("4100012345"),
            closedOn: Sample.day(closedOn), closing: closing,
            correctedThrough: try correctedThrough.map { try Sample.day($0) })
    }

    /// 100 m3 at 1 TL and 50 m3 at 1.10 TL, of which 60 m3 were used at 1.20 TL.
    private func closing(debt: String = "0", used: String = "60", periods: Bool = true) throws -> PrepaidClosing {
        let correction = try TLCorrection(
            lots: [
                Sample.lot(1, "2026-01-05", "100", Sample.plainTerms("1")),
                Sample.lot(2, "2026-02-05", "50", Sample.plainTerms("1.10")),
            ],
            periods: periods
                ? [Sample.period("2026-02-19", "2026-03-05", used, Sample.plainTerms("1.20"))] : [], rules: .cinigaz)
        return try PrepaidClosing(
            reason: .termination, correction: correction, eksiGasDebt: Sample.money(debt),
            valueAddedTaxRate: Sample.twentyPercent)
    }

    @Test("Each sale's rest is a line at what was paid for it; debts and the correction are taken off what is paid out")
    func document() throws {
        let document = try document(closing())
        // 40 × 1.00 = 40.00, 50 × 1.10 = 55.00; KDV 19.00.
        #expect(document.lines.map(\.sale) == [1, 2])
        #expect(document.lines.map(\.volume.description) == ["40.000", "50.000"])
        #expect(document.lines.map(\.amount.description) == ["40.00", "55.00"])
        #expect(document.net.description == "95.00" && document.total.description == "114.00")
        // The correction first: 60 × (1.20 − 1.00) = 12.00, with KDV 14.40.
        #expect(document.paidOut.description == "99.60" && document.setOff.description == "14.40")
        #expect(document.derivation.map(\.code) == [.gasRefund, .gasRefund, .valueAddedTax, .total])
        let indebted = try self.document(closing(debt: "500"))
        #expect(indebted.paidOut == .zero && indebted.setOff == indebted.total)
    }

    // Mutation tried: the check of the closing day left out; this fails.
    @Test("Without the correction up to the closing day, without gas, or before the closing there is none")
    func refused() throws {
        let day = try Sample.day("2026-03-07")
        #expect(throws: GasReturnError.correctionMissing(through: day)) {
            try document(closing(), closedOn: "2026-03-07", date: "2026-03-08")
        }
        #expect(throws: GasReturnError.correctionMissing(through: try Sample.day("2026-03-05"))) {
            try document(closing(periods: false))
        }
        // Not used since the last correction, which was on the closing day.
        #expect(try document(closing(periods: false), correctedThrough: "2026-03-05").net.description == "155.00")
        #expect(throws: GasReturnError.nothingLeft) { try document(closing(used: "150")) }
        #expect(throws: GasReturnError.beforeClosing(try Sample.day("2026-03-05"))) {
            try document(closing(), date: "2026-03-04")
        }
    }

    @Test("Every document recomputes from its lines, and paid out and set off are its total")
    func random() {
        var made = 0
        forAll("gas return", seed: 68) { generator in
            let lots = try generator.lots(isOldToo: false)
            let day = try Sample.day("2019-03-05")
            let period = UsePeriod(
                interval: try BillingInterval(first: Sample.day("2019-01-01"), last: day),
                volume: MeterVolume(litres: generator.integer(in: 0...400_000)), terms: generator.terms(),
                valueAddedTaxRate: Sample.twentyPercent)
            let closing = try PrepaidClosing(
                reason: .termination,
                correction: try TLCorrection(lots: lots, periods: [period], rules: .cinigaz),
                pendingCorrections: Money(kurus: generator.integer(in: -100_000...100_000)),
                eksiGasDebt: DebtSample.amount(&generator), valueAddedTaxRate: Sample.twentyPercent)
            generator.note("lots, period", (lots, period))
            let (number, owner) = (try number(), try SubscriberNumber("4100012345"))
            let document: GasReturnInvoice
            do throws(GasReturnError) {
                document = try GasReturnInvoice(
                    number: number, date: day, subscriber: owner, closedOn: day, closing: closing)
            } catch {
                try holdEqual(error, .nothingLeft)
                try hold(closing.remainingVolume == .zero, "gas is left")
                return
            }
            made += 1
            for line in document.lines {
                // K × d × price × litres in 10⁻¹⁶ × 86042 kuruş, the long way.
                let terms = line.terms
                let exact =
                    Int128(terms.correctionFactor.hundredThousandths) * Int128(terms.calorificValue.tenThousandths)
                    * Int128(terms.price.hundredMillionths) * Int128(line.volume.litres)
                try holdEqual(
                    line.amount.kurus, DebtSample.rounded(exact, over: 86_042 * 10_000_000_000_000_000))
            }
            try holdEqual(document.net.kurus, document.lines.reduce(0) { $0 + $1.amount.kurus })
            try holdEqual(document.valueAddedTax.kurus, DebtSample.rounded(Int128(document.net.kurus), over: 5))
            try holdEqual(document.total.kurus, document.net.kurus + document.valueAddedTax.kurus)
            try holdEqual(document.paidOut.kurus + document.setOff.kurus, document.total.kurus)
            try hold(document.paidOut >= .zero && document.setOff >= .zero, "below zero")
            let volume = document.lines.reduce(Int64(0)) { $0 + $1.volume.litres }
            try holdEqual(volume, max(0, lots.reduce(0) { $0 + $1.left.litres } - period.volume.litres), "what is left")
        }
        #expect(made > 3_000, "\(made) documents")
    }
}
