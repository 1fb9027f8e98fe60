import FleetSimulator
import Foundation
import MeterCore
import Quantities

/// How many readings of a city a second this machine makes, what one reading at random costs, and the memory of it all.
///
/// `FleetRates [METERS [hourly|daily]]`: 10,000,000 meters unless told otherwise, 720 hourly and 30 daily readings each.
@main
struct FleetRates {
    static func main() throws {
        let meters = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 10_000_000 : 10_000_000
        let start = FleetHour(try CivilDate(iso8601: "2026-01-01"))
        let begun = ContinuousClock.now
        let city = PlannedFleet(try City.plan(meters: meters))
        print("tables: \(city.moulds.count) groups, made in \(milliseconds(since: begun)) ms")
        let faulty = (0..<min(meters, 100_000)).filter { !city.schedule.faults(of: $0).isEmpty }.count
        print("meters with a fault: \(faulty) of the first \(min(meters, 100_000))")
        for (rhythm, name) in [(ScanPeriod.Rhythm.hourly, "hourly"), (.daily, "daily")]
        where CommandLine.arguments.count < 3 || CommandLine.arguments[2] == name {
            let period = ScanPeriod(from: start, days: 30, rhythm: rhythm)
            for threads in [1, 2] {
                let begun = ContinuousClock.now
                let used = cpuMilliseconds()
                let digest = city.digest(of: period, threads: threads)
                let spent = milliseconds(since: begun)
                let rate = digest.count / max(spent, 1) / 1_000
                print(
                    "\(name), \(threads) threads: \(digest.count) readings in \(spent) ms, \(rate) million/s,",
                    "\(cpuMilliseconds() - used) ms of CPU,",
                    "digest readings=\(String(digest.readings, radix: 16)) truth=\(String(digest.truth, radix: 16))")
            }
        }
        random(city, start)
        print("peak memory:", peakKilobytes() / 1_024, "MB")
    }

    /// One reading of one meter at any hour of the year, from nothing.
    static func random(_ city: PlannedFleet, _ start: FleetHour) {
        let count = 1_000_000
        var sum: UInt64 = 0
        let used = cpuMilliseconds()
        for draw in 0..<UInt64(count) {
            let bits = MeterRandom.bits(seed: 3, meter: draw, time: 0)
            let number = Int(bits % UInt64(city.plan.count))
            let hour = start.advanced(byHours: Int(bits >> 40) % 8_760)
            sum &+= city.curve(of: number).index(at: hour)
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

/// A city of Ankara's climate: households with boilers, cookers, boiler rooms, institutions and some industry, and faults
/// that touch about one meter in a hundred.
enum City {
    static func plan(meters: Int) throws -> FleetPlan {
        let shares: [(name: String, demand: DemandClass, size: DiaphragmSize?, wheels: Int, tenThousandths: Int)] = [
            ("boilers", .household, .g4, 5, 9_400), ("hot water", .cookingAndHotWater, .g2_5, 5, 450),
            ("cookers", .cooking, .g1_6, 5, 120), ("boiler rooms", .boilerRoom, .g25, 6, 20),
            ("institutions", .institution, .g25, 6, 7), ("industry", .industry, nil, 8, 3),
        ]
        let faults: [(FaultKind, Int)] = [
            (.stuckIndex, 1_500), (.slippingWheel, 1_500), (.underRegistration, 1_000), (.creep, 500),
            (.meterIdentity, 500),
        ]
        return try FleetPlan(
            FleetPlanDraft(
                name: "fleet-rates", seed: 8, start: CivilDate(year: 2026, month: 1, day: 1), months: 12,
                groups: shares.map { share in
                    MeterGroup(
                        name: share.name, kind: share.size == nil ? .corrector : .diaphragm,
                        count: max(meters / 10_000 * share.tenThousandths, 1), place: .ankara, demand: share.demand,
                        dwellings: share.demand == .boilerRoom ? 40 : 1, size: share.size, blackWheels: share.wheels,
                        supplyMillibar: share.size == nil ? 4_000 : 21)
                },
                faults: faults.map { FaultRule(kind: $0.0, scope: .rate(perMillionMeterYears: $0.1)) },
                tariff: PlanTariff(name: "konut", policies: .file("policies.yaml"))))
    }
}
