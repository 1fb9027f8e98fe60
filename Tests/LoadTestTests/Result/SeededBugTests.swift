import Billing
import Foundation
import LoadTest
import Quantities
import Testing

@Suite("Seven seeded bugs and the gate")
struct SeededBugTests {
    /// Prepaid meters over a price rise, counters that turn over, a reading that comes twice, a KDV that changes.
    private func fleet() -> SyntheticFleet {
        var fleet = SyntheticFleet()
        (fleet.count, fleet.months, fleet.prepaidEvery, fleet.correctorEvery) = (80, 8, 4, 9)
        fleet.openings = [5: 99_800, 22: 99_950]
        fleet.faults = [
            SyntheticFault(meter: 41, kind: .duplicate, from: day("2026-02-01"), through: day("2026-05-30")),
            SyntheticFault(meter: 61, kind: .stuck, from: day("2026-01-01"), through: day("2026-08-30")),
        ]
        fleet.laterTax = (day("2026-05-14"), 180_000)
        return fleet
    }

    private func result(_ billing: some BillingUnderTest, threads: Int = 1) throws -> ResultFile {
        let run = LoadRun(fleet(), billing, LoadSettings(threads: threads, metersPerShard: 40))
        return ResultFile(try run.run(), of: run, traits: [])
    }

    @Test(
        "Each bug is caught by the gate, and named by its cause",
        arguments: [
            (SeededBug.factorForgotten, GateReason.Part.faultless, "factor"),
            (.rolloverAsNegative, .faultless, "rollover"), (.lotsReversed, .faultless, "lots"),
            (.taxByWrongDate, .faultless, "tax"), (.duplicateBilled, .counts, "double"),
            (.taxInCharge, .faultless, "split"), (.cashAsDebt, .faultless, "sale"),
        ])
    func caught(bug: SeededBug, part: GateReason.Part, field: String) throws {
        let baseline = try result(try CoreBilling())
        let broken = try result(try bug.billing())
        let reasons = LoadGate(baseline: baseline, result: broken).reasons()
        let first = try #require(reasons.first)
        #expect(first.part == part && first.field == field, "\(reasons)")
        // No other cause is blamed on faultless meters; what a wrong correction does to the next purchase is its own.
        let blamed = Set(reasons.filter { $0.part == .faultless }.map { $0.field })
        #expect(blamed.isSubset(of: bug == .lotsReversed ? [field, "sale"] : [field]), "\(reasons)")
    }

    @Test("A baseline of before kinds of use were counted is held against one that has them")
    func oldBaseline() throws {
        let now = try result(try CoreBilling())
        var before = now
        before.use.kinds = nil
        #expect(LoadGate(baseline: before, result: now).reasons().isEmpty)
        #expect(now.use.kinds?.map { $0.name } == ToldByUse.allCases.map { $0.rawValue })
        #expect(now.use.kinds?.map { $0.faults } == [1, 0, 0, 0])
    }

    @Test("The core library passes its own gate, on any number of threads")
    func passes() throws {
        let (one, two) = (try result(try CoreBilling()), try result(try CoreBilling(), threads: 3))
        #expect(LoadGate(baseline: one, result: two).reasons().isEmpty)
        #expect(one.faultless.allSatisfy { $0.periods == 0 && $0.kurus == 0 })
    }

    @Test("The same seed gives the same bytes but for the times")
    func sameBytes() throws {
        let (one, two) = (try result(try CoreBilling()), try result(try CoreBilling(), threads: 2))
        let texts = try [one, two].map { try $0.encoded() }
        let exact = texts.map { $0[..<($0.range(of: "\n  \"times\"")?.lowerBound ?? $0.startIndex)] }
        #expect(exact[0] == exact[1])
        #expect(!exact[0].isEmpty)
        #expect(try ResultFile(json: Data(texts[0].utf8), named: "one") == one)
    }

    @Test("A slower result fails only where speed is asked for, and by more than was allowed")
    func speed() throws {
        let baseline = try result(try CoreBilling())
        var slow = baseline
        slow.times.readingsPerSecond = baseline.times.readingsPerSecond * 0.85
        #expect(LoadGate(baseline: baseline, result: slow).reasons().isEmpty)
        #expect(LoadGate(baseline: baseline, result: slow, slowerPermille: 200).reasons().isEmpty)
        #expect(LoadGate(baseline: baseline, result: slow, slowerPermille: 100).reasons().map { $0.part } == [.speed])
    }

    @Test("Results of different fleets are not compared")
    func differentFleets() throws {
        let baseline = try result(try CoreBilling())
        var other = baseline
        other.run.seed = "2"
        other.counts.billed = 0
        #expect(
            LoadGate(baseline: baseline, result: other).reasons().map { "\($0)" } == ["run.seed: 1 -> 2"])
    }

    @Test(
        "What is no result says so, with the field",
        arguments: [
            ("{}", "b: no result of a load test"), ("x", "b: no result of a load test"),
            (#"{"schema":9}"#, "b: schema 9, this endeks reads 1"), (#"{"schema":1}"#, "b: no run"),
        ])
    func notAResult(text: String, words: String) {
        #expect(throws: AdapterError(words)) { try ResultFile(json: Data(text.utf8), named: "b") }
    }
}
