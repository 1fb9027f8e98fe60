import FleetSimulator
import Foundation
import MeterCore
import Quantities

/// A slipping index on every hundredth meter: half of what passes is counted.
///
/// Stands in for the fault catalogue.
struct SlippingStandIn: ScanFaults {
    func isFaulty(_ meter: Int) -> Bool {
        MeterRandom.bits(seed: 8, meter: UInt64(meter), time: 0, purpose: 0xFA) % 100 == 0
    }
    func counts(of meter: Int, at hour: FleetHour, truth: UInt64, sound: UInt64) -> UInt64 {
        sound - min(sound, truth / 2)
    }
}

/// How many readings of a city a second this machine makes, what one reading at random costs, and the memory of it all.
///
/// `FleetRates [METERS [hourly|daily]]`: 10,000,000 meters unless told otherwise, 720 hourly and 30 daily readings each.
@main
struct FleetRates {
    static func main() throws {
        let meters = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 10_000_000 : 10_000_000
        let start = FleetHour(try CivilDate(iso8601: "2026-01-01"))
        let begun = ContinuousClock.now
        let city = try City(meters: meters, start: start)
        print("tables: \(city.fleet.parts.count) groups, made in \(milliseconds(since: begun)) ms")
        for (rhythm, name) in [(ScanPeriod.Rhythm.hourly, "hourly"), (.daily, "daily")]
        where CommandLine.arguments.count < 3 || CommandLine.arguments[2] == name {
            let period = ScanPeriod(from: start, days: 30, rhythm: rhythm)
            for threads in [1, 2] {
                let begun = ContinuousClock.now
                let used = cpuMilliseconds()
                let digest = city.fleet.digest(of: period, faults: SlippingStandIn(), threads: threads)
                let spent = milliseconds(since: begun)
                let rate = digest.count / max(spent, 1) / 1_000
                print(
                    "\(name), \(threads) threads: \(digest.count) readings in \(spent) ms, \(rate) million/s,",
                    "\(cpuMilliseconds() - used) ms of CPU,",
                    "digest readings=\(String(digest.readings, radix: 16)) truth=\(String(digest.truth, radix: 16))")
            }
        }
        random(city, meters, start)
        print("peak memory:", peakKilobytes() / 1_024, "MB")
    }

    /// One reading of one meter at any hour of the year, from nothing.
    static func random(_ city: City, _ meters: Int, _ start: FleetHour) {
        let count = 1_000_000
        var sum: UInt64 = 0
        let used = cpuMilliseconds()
        for draw in 0..<UInt64(count) {
            let bits = MeterRandom.bits(seed: 3, meter: draw, time: 0)
            let number = Int(bits % UInt64(meters))
            let hour = start.advanced(byHours: Int(bits >> 40) % 8_760)
            let part = city.part(of: number)
            sum &+= MeterCurve(number, of: part.mould, since: start).index(at: hour)
        }
        print("random reading: \((cpuMilliseconds() - used) * 1_000_000 / count) ns of CPU (sum \(sum))")
    }

    static func milliseconds(since begun: ContinuousClock.Instant) -> Int {
        let spent = begun.duration(to: .now)
        return Int(spent.components.seconds) * 1_000 + Int(spent.components.attoseconds / 1_000_000_000_000_000)
    }

    static func peakKilobytes() -> Int { usage().ru_maxrss }

    /// What all threads have used.
    static func cpuMilliseconds() -> Int {
        let used = usage()
        return Int(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1_000
            + Int(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1_000
    }

    static func usage() -> rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage
    }
}

/// A city of four groups: households with boilers, cookers, boiler rooms and some industry.
struct City {
    let fleet: FleetScan

    init(meters: Int, start: FleetHour) throws {
        let shares: [(DemandClass, DiaphragmSize?, Int, Int)] = [
            (.household, .g4, 5, 9_400), (.cookingAndHotWater, .g2_5, 5, 450), (.cooking, .g1_6, 5, 120),
            (.boilerRoom, .g25, 6, 20), (.institution, .g25, 6, 7), (.industry, nil, 8, 3),
        ]
        var parts: [FleetScan.Part] = []
        var first = 0
        for (place, share) in shares.enumerated() {
            let last = place == shares.count - 1 ? meters : first + meters / 10_000 * share.3
            let tables = DemandTables(place: .ankara, demand: share.0, seed: 8, years: 2026...2026)
            let specification = MeterSpecification(
                place: .ankara, demand: share.0, size: share.1, blackWheels: share.2,
                gaugePressure: share.1 == nil ? 4_000 : 21)
            parts.append(
                FleetScan.Part(
                    mould: MeterMould(seed: 8, specification: specification, tables: tables), meters: first..<last))
            first = last
        }
        fleet = FleetScan(parts: parts, since: start)
    }

    func part(of number: Int) -> FleetScan.Part {
        fleet.parts.first { $0.meters.contains(number) } ?? fleet.parts[0]
    }
}
