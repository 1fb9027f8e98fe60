import FleetSimulator
import MeterCore
import Quantities
import Testing

@Suite("The index of any meter at any hour")
struct MeterCurveTests {
    @Test("Volume never falls from hour to hour, over the end of a year as well", arguments: DemandClass.allCases)
    func monotone(demand: DemandClass) throws {
        let mould = SampleFleet.mould(demand)
        let start = try SampleFleet.hour("2025-12-20")
        for number in 0..<20 {
            let curve = MeterCurve(number, of: mould, since: start)
            var before = curve.millilitres(at: start)
            #expect(before == 0)
            for hour in 1...24 * 25 {
                let now = curve.millilitres(at: start.advanced(byHours: hour))
                #expect(now >= before)
                before = now
            }
            #expect(before > 0)
        }
    }

    @Test("The hours of a year sum to its volume, and years follow each other without a gap")
    func exact() throws {
        for demand in DemandClass.allCases {
            let mould = SampleFleet.mould(demand)
            let start = try SampleFleet.hour("2025-01-01")
            for number in 0..<5 {
                let curve = MeterCurve(number, of: mould, since: start)
                var years: UInt64 = 0
                for year in 2025...2027 {
                    let table = mould.tables.table(ofYear: year)
                    let volume = curve.meter.demand.millilitres(inYear: year, days: table.days.span)
                    years += volume
                    let end = FleetHour(try CivilDate(year: year + 1, month: 1, day: 1))
                    #expect(curve.millilitres(at: end) == Int64(years))
                    // The day before the last midnight leaves exactly the year's last day.
                    let last = curve.millilitres(at: end) - curve.millilitres(at: end.advanced(byHours: -24))
                    let hours = (1...24).map {
                        curve.millilitres(at: end.advanced(byHours: $0 - 24))
                            - curve.millilitres(at: end.advanced(byHours: $0 - 25))
                    }
                    #expect(hours.reduce(0, +) == last)
                }
            }
        }
    }

    @Test("A volume counts from the fleet's beginning, whichever day that is")
    func differences() throws {
        let mould = SampleFleet.mould(.household)
        let early = MeterCurve(3, of: mould, since: try SampleFleet.hour("2025-01-01"))
        let late = MeterCurve(3, of: mould, since: try SampleFleet.hour("2026-05-17", 9))
        let hour = try SampleFleet.hour("2027-02-03", 17)
        #expect(
            late.millilitres(at: hour)
                == early.millilitres(at: hour) - early.millilitres(at: try SampleFleet.hour("2026-05-17", 9)))
        #expect(late.millilitres(at: try SampleFleet.hour("2026-05-17", 9)) == 0)
    }

    @Test("The tree splits exactly: the two sides of every node sum to it, with and without absence")
    func nodes() {
        let mould = SampleFleet.mould(.household)
        let table = mould.tables.table(ofYear: 2026)
        for number in 0..<200 {
            let meter = mould.meter(number)
            let spells = meter.demand.spells(inYear: 2026)
            var open = [(start: 0, end: 365, total: meter.demand.millilitres(inYear: 2026, days: table.days.span))]
            var leaves: UInt64 = 0
            var days = 0
            while let node = open.popLast() {
                guard node.end - node.start > 1 else {
                    leaves += node.total
                    days += 1
                    continue
                }
                let left = DemandTree.left(
                    of: node.total, node.start, node.end, year: 2026, noise: meter.demand.noise, spells: spells,
                    days: table.days.span)
                #expect(left <= node.total)
                let middle = (node.start + node.end) / 2
                open.append((node.start, middle, left))
                open.append((middle, node.end, node.total - left))
            }
            #expect(days == 365)
            #expect(leaves == meter.demand.millilitres(inYear: 2026, days: table.days.span))
        }
    }

    @Test("A share never leaves nothing to all, at any weights, amplitude and chance")
    func shares() {
        var dice = Dice(11)
        for _ in 0..<20_000 {
            let whole = UInt32(dice.roll(UInt64(UInt32.max) - 1)) + 1
            let weight = UInt32(dice.roll(UInt64(whole) + 1))
            let node = DemandTree.node(weight: weight, of: whole, amplitude: UInt16(dice.roll(65_536)))
            let total = dice.roll(1 << 48)
            let least = DemandTree.left(of: total, least: node.least, range: node.range, fraction: 0)
            let most = DemandTree.left(of: total, least: node.least, range: node.range, fraction: 65_535)
            #expect(least <= most && most <= total)
            // By exact arithmetic the mean of both ends is the weight's share.
            let share = Double(weight) / Double(whole) * Double(total)
            let middle = (Double(least) + Double(most)) / 2
            #expect(abs(middle - share) <= Double(total) / 131_072 + 2)
        }
    }

    @Test("A volume of 48 bits is split as by arithmetic of 128 bits")
    func wide() {
        var dice = Dice(12)
        for _ in 0..<20_000 {
            let total = dice.roll(1 << 48)
            let least = UInt32(dice.roll(1 << 31))
            let range = UInt32(dice.roll(1 << 31))
            let fraction = UInt32(dice.roll(65_536))
            let share = UInt128(least) + ((UInt128(range) * UInt128(fraction)) >> 16)
            let expected = UInt64((UInt128(total) * share) >> 32)
            #expect(DemandTree.left(of: total, least: least, range: range, fraction: fraction) == expected)
            let weight = UInt32(dice.roll(1 << 32))
            let year = UInt64((UInt128(total) * UInt128(weight)) >> 30)
            #expect(DemandTree.yearVolume(weight: weight, mean: total) == year)
        }
    }

    @Test("The index is its start and the volume with the meter's error, wrapped with the wheels")
    func index() throws {
        let start = try SampleFleet.hour("2025-01-01")
        let hour = try SampleFleet.hour("2025-07-01", 12)
        let mould = SampleFleet.mould(.household, startIndex: 99_900...99_999)
        var wrapped = 0
        for number in 0..<300 {
            let curve = MeterCurve(number, of: mould, since: start)
            // A meter whose seven errors are all the one: the register of MeterCore steps, this one does not.
            let error = curve.meter.partsPerMillion
            #expect(error == Int(ErrorCurve(size: .g4, seed: 8, meter: UInt64(number)).points[3]))
            let flat = ErrorCurve(size: .g4, points: InlineArray(repeating: Int32(error)))
            var register = DiaphragmMeter(
                plate: DiaphragmPlate(size: .g4), curve: flat, millilitres: curve.index(at: start))
            #expect(register.millilitres >= 99_900_000_000)
            var passed: Int64 = 0
            for day in 1...181 {
                let until = curve.millilitres(at: start.advanced(byHours: day * 24 + (day == 181 ? 12 : 0)))
                _ = register.pass(millilitres: UInt64(until - passed), litresPerHour: 2_000)
                passed = until
            }
            #expect(register.millilitres == curve.index(at: hour))
            if register.millilitres < 99_900_000_000 { wrapped += 1 }
        }
        #expect(wrapped > 250)
    }

    @Test("No customer burns more than the meter lets through, and most are left as they are")
    func largestYear() throws {
        let mould = SampleFleet.mould(.institution)
        let start = try SampleFleet.hour("2026-01-01")
        let most = Int64(DiaphragmSize.g25.maximumFlow) * 24 * 1_000
        var capped = 0
        for number in 0..<3_000 {
            let curve = MeterCurve(number, of: mould, since: start)
            if curve.meter.demand.meanYear == mould.largestYear { capped += 1 }
            for month in 0..<12 {
                let days = Int64(30)
                let (from, to) = (start.advanced(byHours: month * 720), start.advanced(byHours: (month + 1) * 720))
                let use = curve.millilitres(at: to) - curve.millilitres(at: from)
                #expect(use <= most * days, "\(number) \(month)")
            }
        }
        #expect((1..<300).contains(capped), "\(capped)")
    }
}

@Suite("Numbers of meters")
struct MeterNumberTests {
    @Test("No two meters share a serial or an installation, and other seeds number them otherwise")
    func unique() {
        var serials = Set<Int>()
        var installations = Set<Int>()
        for meter in 0..<100_000 {
            serials.insert(MeterNumbers.serial(of: meter, seed: 8))
            installations.insert(MeterNumbers.installation(of: meter, seed: 8))
        }
        #expect(serials.count == 100_000 && installations.count == 100_000)
        #expect(serials.allSatisfy { (0..<100_000_000).contains($0) })
        #expect(installations.allSatisfy { (4_000_000_000..<4_100_000_000).contains($0) })
        #expect(MeterNumbers.serial(of: 5, seed: 8) != MeterNumbers.serial(of: 5, seed: 9))
        #expect((0..<MeterNumbers.capacity).contains(MeterNumbers.serial(of: MeterNumbers.capacity - 1, seed: 1)))
    }
}

/// Seeded dice for a property.
struct Dice {
    private let seed: UInt64
    private var thrown: UInt64 = 0

    init(_ seed: UInt64) { self.seed = seed }

    /// A number from 0 to below `bound`.
    mutating func roll(_ bound: UInt64) -> UInt64 {
        thrown += 1
        return MeterRandom.bits(seed: seed, meter: 0, time: thrown, purpose: 0xD1CE) % bound
    }
}
