import FleetSimulator
import Foundation
import MeterCore
import Quantities
import Testing

@Suite("Reading a whole fleet")
struct FleetScanTests {
    /// Every seventh meter shows a tenth of a litre more than it should, and leaks a millilitre.
    struct EverySeventh: ScanFaults {
        struct Course: FaultyCourse {
            func reading(at hour: FleetHour, used: UInt64, sound: UInt64) -> (counts: UInt64, truth: UInt64) {
                (sound + 100_000_000, used + 1)
            }
        }

        func course(of meter: Int, part: Int) -> Course? { meter % 7 == 3 ? Course() : nil }
    }

    /// All classes, three places, and meters whose wheels turn over; the parts begin and end within blocks of eight.
    private static func fleet(since start: FleetHour) -> FleetScan {
        var parts: [FleetScan.Part] = []
        var first = 0
        for (place, demand) in zip(
            [Place.ankara, .adana, .erzurum, .ankara, .istanbul, .izmir, .hakkari], DemandClass.allCases)
        {
            let mould = SampleFleet.mould(demand, place, blackWheels: demand == .cngStation ? 9 : 6)
            parts.append(FleetScan.Part(mould: mould, meters: first..<first + 21))
            first += 21
        }
        let rolling = SampleFleet.mould(.household, .erzurum, startIndex: 99_700...99_999)
        parts.append(FleetScan.Part(mould: rolling, meters: first..<first + 70))
        return FleetScan(parts: parts, since: start)
    }

    /// The same readings one by one, each from nothing, in an order that has none.
    private static func digest(
        _ fleet: FleetScan, _ period: ScanPeriod, _ step: Int, _ faults: some ScanFaults, order: (Int) -> Int
    ) -> ReadingDigest {
        let meters = fleet.parts.indices.flatMap { part in fleet.parts[part].meters.map { (part, $0) } }
        let count = meters.count * period.readingsOfMeter
        var digest = ReadingDigest()
        for draw in 0..<count {
            let reading = order(draw) % count
            let (part, number) = meters[reading / period.readingsOfMeter]
            let hour = period.start.advanced(byHours: (reading % period.readingsOfMeter + 1) * step)
            let curve = MeterCurve(number, of: fleet.parts[part].mould, since: fleet.start)
            var read = (counts: curve.counts(at: hour), truth: UInt64(curve.millilitres(at: hour)))
            if let course = faults.course(of: number, part: part) {
                read = course.reading(at: hour, used: read.truth, sound: read.counts)
            }
            digest.add(meter: number, hour: hour, counts: read.counts, truth: read.truth)
        }
        return digest
    }

    @Test(
        "A scan is every reading by itself, forwards, backwards and shuffled, on one thread and on two",
        arguments: [
            // From the beginning; and from months later, over the end of a year.
            ("2026-01-01", "2026-01-01", 3), ("2025-03-05", "2025-12-30", 4), ("2025-06-30", "2026-02-27", 2),
        ])
    func same(begun: String, from: String, days: Int) throws {
        let fleet = Self.fleet(since: try SampleFleet.hour(begun))
        for (rhythm, step) in [(ScanPeriod.Rhythm.hourly, 1), (.daily, 24)] {
            let period = ScanPeriod(from: try SampleFleet.hour(from), days: days, rhythm: rhythm)
            let scan = fleet.digest(of: period, faults: EverySeventh(), threads: 1)
            #expect(scan.count == (7 * 21 + 70) * days * 24 / step)
            #expect(fleet.digest(of: period, faults: EverySeventh(), threads: 2) == scan)
            #expect(fleet.digest(of: period, faults: EverySeventh(), threads: 5) == scan)
            let count = scan.count
            #expect(Self.digest(fleet, period, step, EverySeventh()) { $0 } == scan)
            #expect(Self.digest(fleet, period, step, EverySeventh()) { count - 1 - $0 } == scan)
            // 1,000,003 is prime and no divisor of any count here, so every reading comes once.
            #expect(Self.digest(fleet, period, step, EverySeventh()) { $0 * 1_000_003 % count } == scan)
            #expect(fleet.digest(of: period, faults: NoFaults(), threads: 2).readings != scan.readings)
            #expect(fleet.digest(of: period, faults: NoFaults(), threads: 2).truth != scan.truth)
        }
    }

    @Test("A shipped plan's faults are scanned as the wheels of each meter show them")
    func planned() throws {
        let plan = try ShippedScenario.village.plan()
        let fleet = PlannedFleet(plan)
        let period = ScanPeriod(from: plan.hours.lowerBound.advanced(byHours: 24 * 100), days: 12, rhythm: .hourly)
        let scan = fleet.digest(of: period, threads: 2)
        var digest = ReadingDigest()
        var faulty = 0
        for meter in (0..<plan.count).reversed() {
            let isSound = fleet.schedule.faults(of: meter).isEmpty
            let curve = fleet.curve(of: meter)
            let wheels = fleet.wheels(of: meter)
            if !isSound { faulty += 1 }
            for reading in 1...period.readingsOfMeter {
                let hour = period.start.advanced(byHours: reading)
                let index = wheels.index(at: hour)
                // Nanolitres of a diaphragm meter, millilitres of another.
                let unit = plan.groups[plan.group(of: meter)].size == nil ? 1 : 1_000_000
                digest.add(
                    meter: meter, hour: hour,
                    counts: isSound
                        ? curve.counts(at: hour)
                        : UInt64(index.millilitres) * UInt64(unit) ^ UInt64(index.generation) << 60,
                    truth: UInt64(curve.millilitres(at: hour) + wheels.leaked(until: hour)))
            }
        }
        #expect(faulty > 10)
        #expect(digest == scan)
    }

    @Test("The same holds for fleets, beginnings and periods drawn by a seed")
    func drawn() throws {
        var dice = Dice(21)
        let first = try SampleFleet.hour("2025-01-01")
        for seed in UInt64(100)..<112 {
            let place = Place.allCases[Int(dice.roll(6))]
            let demand = [DemandClass.household, .cookingAndHotWater, .cooking][Int(dice.roll(3))]
            let mould = SampleFleet.mould(demand, place, seed: seed, years: 2025...2026)
            let begun = first.advanced(byHours: Int(dice.roll(365 * 24)))
            let from = FleetHour(number: Int32((begun.day + 1 + Int(dice.roll(300))) * 24))
            let meters = Int(dice.roll(1_000_000))
            let fleet = FleetScan(
                parts: [FleetScan.Part(mould: mould, meters: meters..<meters + 40)], since: begun)
            let period = ScanPeriod(from: from, days: 1 + Int(dice.roll(40)), rhythm: .hourly)
            let scan = fleet.digest(of: period, faults: NoFaults(), threads: 2)
            let count = scan.count
            #expect(Self.digest(fleet, period, 1, NoFaults()) { count - 1 - $0 } == scan)
        }
    }

    @Test("A fleet cut at any meter and any midnight merges to the digest of the whole")
    func merges() throws {
        let start = try SampleFleet.hour("2025-12-29")
        let mould = SampleFleet.mould(.household)
        let whole = FleetScan(parts: [FleetScan.Part(mould: mould, meters: 0..<100)], since: start)
        let all = whole.digest(
            of: ScanPeriod(from: start, days: 6, rhythm: .hourly), faults: NoFaults(), threads: 1)
        for cut in [1, 8, 37, 99] {
            var sum = ReadingDigest()
            for meters in [0..<cut, cut..<100] {
                let part = FleetScan(parts: [FleetScan.Part(mould: mould, meters: meters)], since: start)
                for (from, days) in [(0, 2), (2, 4)] {
                    let period = ScanPeriod(
                        from: start.advanced(byHours: from * 24), days: days, rhythm: .hourly)
                    sum = sum + part.digest(of: period, faults: NoFaults(), threads: 1)
                }
            }
            #expect(sum == all)
        }
    }

    @Test("A digest notices a millilitre, a nanolitre, a missing, a repeated and an exchanged reading")
    func notices() throws {
        let hour = try SampleFleet.hour("2026-01-01", 5)
        func digest(_ rows: [(Int, Int, UInt64, UInt64)]) -> ReadingDigest {
            var digest = ReadingDigest()
            for row in rows {
                digest.add(meter: row.0, hour: hour.advanced(byHours: row.1), counts: row.2, truth: row.3)
            }
            return digest
        }
        let rows: [(Int, Int, UInt64, UInt64)] = [(1, 0, 12_345_678, 12), (2, 0, 5_000_000, 7), (1, 1, 12_999_999, 13)]
        let sound = digest(rows)
        #expect(digest(rows.reversed()) == sound)
        var other = rows
        other[1].2 += 1
        #expect(digest(other).readings != sound.readings && digest(other).truth == sound.truth)
        other = rows
        other[1].3 += 1
        #expect(digest(other).truth != sound.truth)
        #expect(digest(Array(rows.dropLast())) != sound)
        #expect(digest(rows + [rows[0]]) != sound)
        other = rows
        (other[0].2, other[1].2) = (rows[1].2, rows[0].2)
        #expect(digest(other).readings != sound.readings)
        other = rows
        (other[0].2, other[2].2) = (rows[2].2, rows[0].2)
        #expect(digest(other).readings != sound.readings)
        // A carry into the high half is noticed as well.
        other = rows
        other[1].2 += 1 << 32
        #expect(digest(other).readings != sound.readings)
    }

    @Test("The digest of a fleet is the same as ever")
    func golden() throws {
        let start = try SampleFleet.hour("2026-01-01")
        let fleet = Self.fleet(since: start)
        let digest = fleet.digest(
            of: ScanPeriod(from: start, days: 10, rhythm: .hourly), faults: EverySeventh(), threads: 2)
        let line = "readings=\(String(digest.readings, radix: 16)) truth=\(String(digest.truth, radix: 16))\n"
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "Golden/fleet-digest.txt")
        if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
            try line.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == line)
    }
}
