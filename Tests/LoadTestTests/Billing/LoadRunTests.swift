import Billing
import LoadTest
import Quantities
import Testing

@Suite("A fleet billed beside its truth")
struct LoadRunTests {
    private func score(_ fleet: SyntheticFleet, threads: Int = 1, perShard: Int = 40) throws -> LoadScore {
        try LoadRun(fleet, try CoreBilling(), LoadSettings(threads: threads, metersPerShard: perShard)).run().score
    }

    @Test("Without faults no meter and no month differs from the truth by a kuruş", arguments: [UInt64(1), 2, 3])
    func faultless(seed: UInt64) throws {
        var fleet = SyntheticFleet()
        (fleet.seed, fleet.count, fleet.months, fleet.prepaidEvery, fleet.correctorEvery) = (seed, 120, 12, 5, 7)
        fleet.openings = [3: 99_700, 10: 99_900]
        let score = try score(fleet)
        #expect(score.faultless.isEmpty)
        #expect(score.faulty.isEmpty)
        #expect(score.counts.lost == 0 && score.counts.double == 0)
        #expect(score.counts.billed == 120 * 12)
        #expect(score.ledger.sumKurus == 0)
        for (_, row) in score.money { #expect(row.billedKurus == row.trueKurus && row.billedKurus > 0) }
    }

    @Test("Any number of threads gives the same score")
    func threads() throws {
        var fleet = SyntheticFleet()
        (fleet.count, fleet.prepaidEvery) = (200, 4)
        fleet.faults = [
            SyntheticFault(meter: 33, kind: .stuck, from: day("2026-01-20"), through: day("2026-05-01")),
            SyntheticFault(meter: 77, kind: .duplicate, from: day("2026-01-01"), through: day("2026-06-30")),
        ]
        let one = try score(fleet)
        #expect(try score(fleet, threads: 2) == one)
        #expect(try score(fleet, threads: 5) == one)
    }

    @Test("Every reading has an outcome, whatever comes")
    func nothingLost() throws {
        var fleet = SyntheticFleet()
        fleet.count = 100
        let kinds: [SyntheticFault.Kind] = [
            .duplicate, .checksum, .float32, .wrongSerial, .unreadable, .swapped, .misread(place: 4), .reverse, .stuck,
        ]
        fleet.faults = kinds.enumerated().map { place, kind in
            SyntheticFault(meter: place * 10, kind: kind, from: day("2026-01-01"), through: day("2026-04-30"))
        }
        let counts = try score(fleet).counts
        #expect(counts.lost == 0)
        #expect(counts.double == 0)
        #expect(
            counts.given
                == counts.billed + counts.putOff + counts.held + counts.refused + counts.repeated)
        #expect(counts.repeated == 4)
        #expect(counts.secondLooks > 0)
    }

    @Test(
        "Faults that registers tell are flagged, and nobody else's",
        arguments: [
            (SyntheticFault.Kind.duplicate, MeterFault.transport), (.missing, .transport), (.checksum, .corruptRecord),
            (.float32, .corruptRecord), (.wrongSerial, .wrongMeter), (.unreadable, .wrongMeter),
            (.exchange, .wrongMeter), (.reverse, .reverseFlow), (.stuck, .stuckIndex), (.sealBroken, .sealBroken),
        ])
    func flagged(kind: SyntheticFault.Kind, fault: MeterFault) throws {
        var fleet = SyntheticFleet()
        fleet.count = 80
        fleet.faults = [
            SyntheticFault(meter: 42, kind: kind, from: day("2026-01-10"), through: day("2026-04-20"))
        ]
        let score = try score(fleet)
        let found = try #require(score.faults[fault])
        #expect(found.met == 1 && found.found == 1)
        #expect(found.flags > 0 && found.right == found.flags)
        #expect(score.faultless.isEmpty)
    }

    @Test(
        "Faults of converters are flagged by their registers",
        arguments: [
            (SyntheticFault.Kind.disturbedPressure, MeterFault.pressureSensor), (.pulseLoss, .pulses),
            (.divergence, .conversionFactor),
        ])
    func converters(kind: SyntheticFault.Kind, fault: MeterFault) throws {
        var fleet = SyntheticFleet()
        (fleet.count, fleet.correctorEvery) = (40, 2)
        fleet.faults = [
            SyntheticFault(meter: 21, kind: kind, from: day("2026-02-01"), through: day("2026-02-28"))
        ]
        let found = try #require(try score(fleet).faults[fault])
        #expect(found.met == 1 && found.found == 1)
    }

    @Test("A counter that passes its largest number is billed and flagged, and no other is")
    func rollover() throws {
        var fleet = SyntheticFleet()
        fleet.openings = [5: 99_800, 30: 99_950]
        let score = try score(fleet)
        let found = try #require(score.faults[.rollover])
        #expect([found.truths, found.met, found.found, found.flags, found.right] == [2, 2, 2, 2, 2])
        #expect(score.faultless.isEmpty)
    }

    @Test("A wheel that slips for a winter is found by use, and its neighbours are not accused")
    func slipping() throws {
        var fleet = SyntheticFleet()
        (fleet.count, fleet.months) = (200, 12)
        fleet.faults = (0..<10).map { place in
            SyntheticFault(
                meter: place * 20 + 3, kind: .slipping(permille: 600), from: day("2026-01-02"),
                through: day("2026-04-15"))
        }
        let score = try score(fleet)
        #expect(score.curve.faults == 10)
        #expect(score.curve.flagged >= 8)
        #expect(score.curve.wrongFlags == 0)
        #expect(score.curve.found == score.curve.found.sorted())
        #expect(score.curve.wrong == score.curve.wrong.sorted())
    }

    @Test("What a stuck counter does not count is missing from the money of its kind, and from nobody else's")
    func money() throws {
        var fleet = SyntheticFleet()
        fleet.faults = [
            SyntheticFault(meter: 7, kind: .stuck, from: day("2026-01-01"), through: day("2026-06-30"))
        ]
        let score = try score(fleet)
        let stuck = try #require(score.money[MoneyKey(kind: .mechanical, load: .one(1))])
        #expect(stuck.meters == 1)
        #expect(stuck.billedKurus < stuck.trueKurus)
        #expect(stuck.absoluteKurus == stuck.trueKurus - stuck.billedKurus)
        let others = try #require(score.money[MoneyKey(kind: .mechanical, load: .faultless)])
        #expect(others.differing == 0 && others.absoluteKurus == 0)
        #expect(score.worst.map { $0.meter } == [7])
    }

    @Test("The worst meters are shown with what was billed, what was true, and how it was computed")
    func worstCases() throws {
        var fleet = SyntheticFleet()
        fleet.faults = [
            SyntheticFault(
                meter: 7, kind: .slipping(permille: 500), from: day("2026-01-01"), through: day("2026-06-30"))
        ]
        let outcome = try LoadRun(fleet, try CoreBilling(), LoadSettings(threads: 1, metersPerShard: 40)).run()
        let worst = try #require(outcome.cases.first)
        #expect(worst.meter.meter == 7)
        #expect(worst.billed.count == 6 && worst.truth.count == 6)
        #expect(worst.billed.allSatisfy { !$0.derivation.isEmpty })
        #expect(worst.faults.map { $0.cause } == [.fault(.slippingWheel)])
    }
}
