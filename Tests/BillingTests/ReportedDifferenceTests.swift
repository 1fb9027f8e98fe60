import Billing
import Quantities
import Testing
import Trials

@Suite("Reports of minus and excess gas")
struct ReportedDifferenceTests {
    private func meter() throws -> MeterSerial { try MeterSerial("39210145") }

    private func reading(_ index: String, _ day: String) throws -> MeterReading {
        MeterReading(index: try Index(printed: index), date: try Sample.day(day))
    }

    private func report(
        _ reporter: ExternalReport.Reporter, _ number: String, _ index: String, _ day: String = "2026-02-10"
    ) throws -> ExternalReport {
        try ExternalReport(
            reporter: reporter, number: number, meter: meter(), reading: reading(index, day), photo: nil)
    }

    private func difference(
        _ reports: [ExternalReport], bought: String, settled: (String, String) = ("01000", "2026-01-01")
    ) throws -> ReportedDifference {
        try ReportedDifference(
            of: meter(), settled: reading(settled.0, settled.1), reports: reports, bought: Sample.volume(bought),
            wheels: 5, limit: Sample.volume("500"))
    }

    // Mutation tried: a key of the report's number; the debt was posted twice.
    @Test("Two reports of one event, of two reporters, make one debt")
    func minus() throws {
        let alfagaz = try report(.alfagaz, "A-17", "01080")
        let emergency = try report(.emergency187, "187/4", "01080")
        let first = try difference([alfagaz], bought: "50")
        // 1080 − 1000 = 80 used, 50 bought.
        #expect(try first.difference == .minus(Sample.volume("30")))
        let second = try difference([emergency, alfagaz, emergency], bought: "50")
        #expect(second.reports == [emergency, alfagaz] && second.difference == first.difference)
        var ledger = Ledger()
        for told in [first, second] {
            let posting = InvoicePosting(
                subscriber: try SubscriberNumber("4100012345"), payable: Money(kurus: 3_600), gas: Money(kurus: 3_000),
                valueAddedTax: Money(kurus: 600))
            try ledger.post(.invoice(posting, key: told.key, on: Sample.day("2026-02-11")))
        }
        #expect(ledger.transactions.count == 1)
        // Settled with that reading: the other report has nothing new, a later one brings only what came since.
        #expect(throws: ReportError.settledBefore(through: try Sample.day("2026-02-10"))) {
            try difference([emergency], bought: "0", settled: ("01080", "2026-02-10"))
        }
        let later = try difference(
            [emergency, report(.team, "E-2", "01085", "2026-03-01")], bought: "0", settled: ("01080", "2026-02-10"))
        #expect(try later.difference == .minus(Sample.volume("5")) && later.key != first.key)
    }

    @Test("Missing gas that two report is loaded once")
    func excess() throws {
        let reports = [try report(.alfagaz, "A-17", "01080"), try report(.emergency187, "187/4", "01080")]
        let order = try LoadOrder(for: try difference([reports[0]], bought: "100"), settled: [])
        // 100 bought, 80 delivered.
        #expect(try order.volume == Sample.volume("20") && order.evidence == "alfagaz/A-17")
        #expect(throws: PrepaidError.settledBefore(key: order.key)) {
            try LoadOrder(for: try difference([reports[1]], bought: "100"), settled: [order.key])
        }
        #expect(throws: PrepaidError.nothingMissing) {
            try LoadOrder(for: try difference(reports, bought: "80"), settled: [])
        }
    }

    @Test("Reports that disagree, of another meter, without a number or with an index that held are a person's")
    func refused() throws {
        let report = try report(.alfagaz, "A-17", "01080")
        #expect(throws: ReportError.noReport) { try difference([], bought: "50") }
        #expect(throws: ReportError.numberMissing) { try self.report(.alfagaz, "", "01080") }
        for other in [try self.report(.emergency187, "1", "01081"), try self.report(.alfagaz, "A-17", "01081")] {
            #expect(throws: ReportError.reportsDisagree(on: report.reading.date)) {
                try difference([report, other], bought: "50")
            }
        }
        let lower = try self.report(.alfagaz, "A-18", "00990")
        #expect(throws: ReportError.indexHeld(first: try Index(printed: "01000"), last: lower.reading.index)) {
            try difference([lower], bought: "50")
        }
        let foreign = try ExternalReport(
            reporter: .team, number: "9", meter: MeterSerial("1"), reading: report.reading, photo: nil)
        #expect(throws: ReportError.otherMeter(report: "9")) { try difference([foreign], bought: "50") }
    }

    @Test("However many report an event, in whatever order, difference and key are the same")
    func random() {
        forAll("reports", seed: 22) { generator in
            let used = generator.integer(in: 0...500)
            let day = try Sample.day("2026-01-02").advanced(byDays: generator.count(in: 0...60)).description
            let index = try Index(value: (99_800 + used) % 100_000, digits: 5).description
            let reports = try (0..<generator.count(in: 1...4)).map { number in
                try report(generator.element(of: ExternalReport.Reporter.allCases), "\(number)", index, day)
            }
            let bought = "\(generator.integer(in: 0...600))"
            generator.note("used, bought, reports", (used, bought, reports.count))
            let one = try difference([reports[0]], bought: bought, settled: ("99800", "2026-01-01"))
            let all = try difference(
                (reports + reports).shuffled(using: &generator), bought: bought, settled: ("99800", "2026-01-01"))
            try holdEqual(all.key, one.key)
            try holdEqual(all.difference, one.difference)
            try holdEqual(all.reports.count, reports.count)
            try holdEqual(all.used.litres, used * 1_000)
        }
    }
}
