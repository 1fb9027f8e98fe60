import Billing
import Foundation
import LoadTest
import Quantities
import Testing
import Wording

@Suite("The report of a load test")
struct LoadReportTests {
    private func report(threads: Int = 1, in language: Language = .english, name: String = "synthetic") throws -> String
    {
        var fleet = SyntheticFleet()
        (fleet.name, fleet.prepaidEvery) = (name, 5)
        fleet.faults = [
            SyntheticFault(meter: 7, kind: .stuck, from: day("2026-01-01"), through: day("2026-05-30"))
        ]
        let run = LoadRun(fleet, try CoreBilling(), LoadSettings(threads: threads, metersPerShard: 40))
        let outcome = try run.run()
        return LoadReport(
            ResultFile(outcome, of: run, traits: PlanFleet.traits), cases: outcome.cases, in: language
        ) { steps, _ in
            steps.map { LoadReport.Line(name: "\($0.code)", formula: "", result: "\($0.result)") }
        }.html()
    }

    @Test("The same seed gives the same report but for its times")
    func sameBytes() throws {
        let texts = try [report(), report(threads: 3)].map { text in
            text[..<(text.range(of: "<section id=\"times\">")?.lowerBound ?? text.startIndex)]
        }
        #expect(!texts[0].isEmpty)
        #expect(texts[0] == texts[1])
    }

    @Test("It needs nothing but itself, and runs nothing", arguments: Language.allCases)
    func selfContained(language: Language) throws {
        let text = try report(in: language)
        for outside in ["<script", "http:", "https:", "<link", "<img", "url(", "@import"] {
            #expect(!text.contains(outside), "\(outside)")
        }
        #expect(text.contains("<html lang=\"\(language.rawValue)\">"))
        // Every place that a link names is there.
        for id in ["run", "counts", "money", "faults", "use", "cases", "times", "content"] {
            #expect(text.contains("href=\"#\(id)\"") && text.contains("id=\"\(id)\""))
        }
        // Every fault says in that language how it is told, or why it cannot be.
        for fault in MeterFault.allCases {
            let words = FaultEvidenceWords.words(fault.rawValue, in: language)
            #expect(!words.isEmpty && text.contains(words.replacingOccurrences(of: "'", with: "&#39;")))
        }
        // No code was left without words.
        #expect(!text.contains("load."))
        #expect(!text.contains("cause.") && !text.contains("sign."))
    }

    @Test("What a scenario writes stays text")
    func escaped() throws {
        let text = try report(name: "<b onload='x'>&\"")
        #expect(!text.contains("<b onload"))
        #expect(text.contains("&lt;b onload=&#39;x&#39;&gt;&amp;&quot;"))
    }

    @Test("What was sold on a card stands below the corrections of a worst case, so that the rows make its difference")
    func sales() throws {
        var fleet = SyntheticFleet()
        (fleet.count, fleet.prepaidEvery) = (20, 5)
        let run = LoadRun(
            fleet, BrokenBilling(bug: .cashAsDebt, core: try CoreBilling()),
            LoadSettings(threads: 1, metersPerShard: 20))
        let outcome = try run.run()
        let worst = try #require(outcome.cases.first)
        let sold = worst.trueSales.reduce(0) { $0 + $1.paidKurus - $1.debtKurus }
        #expect(worst.meter.kind == .prepaid && worst.sales.count == worst.trueSales.count && sold > 0)
        let made = worst.sales.reduce(0) { $0 + $1.paidKurus - $1.debtKurus }
        let corrections = [worst.billed, worst.truth].map { $0.reduce(0) { $0 + $1.payableKurus } }
        #expect(worst.meter.differenceKurus == made - sold + corrections[0] - corrections[1])
        let file = ResultFile(outcome, of: run, traits: [])
        let text = LoadReport(file, cases: outcome.cases, in: .english) { _, _ in [] }.html()
        #expect(text.contains("card sales: \(worst.trueSales.count) true, \(worst.sales.count) made"))
    }

    @Test("A stuck meter is the worst case, with its derivation and what really was")
    func worst() throws {
        let text = try report()
        #expect(text.contains("Meter 7 · mechanical"))
        #expect(text.contains("consumptionCharge"))
        #expect(text.contains(FaultWords.words(1, in: .english)))
    }
}
