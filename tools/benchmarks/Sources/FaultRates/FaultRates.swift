import FleetSimulator
import Glibc
import Quantities

/// What faults cost a scan of ten million meters: asking each whether it has one, drawing those that are there, and reading
/// the wheels of a meter that has one.
///
/// `swift run -c release FaultRates`; one thread, processor time, the best of five.
@main
struct FaultRates {
    static func main() throws {
        let plan = try plan()
        let schedule = FaultSchedule(plan)
        var faulty: [Int] = []
        report("asking a meter whether it has a fault", plan.count, "ns") {
            let gate = schedule.gate(group: 0)
            var count = 0
            for meter in 0..<plan.count where gate.passes(meter) { count += 1 }
            return count
        }
        for meter in 0..<plan.count where !schedule.faults(of: meter, group: 0).isEmpty { faulty.append(meter) }
        print("meters with a fault: \(faulty.count) of \(plan.count)")
        report("drawing the faults of a meter that has some", faulty.count, "ns") {
            faulty.reduce(0) { $0 + schedule.faults(of: $1, group: 0).count }
        }
        let fleet = PlannedFleet(plan)
        let some = faulty.prefix(20_000)
        report("making the wheels of a faulty meter", some.count, "ns") {
            some.reduce(0) { $0 + fleet.wheels(of: $1).index(at: plan.hours.lowerBound).cubicMetres }
        }
        let wheels = some.prefix(2_000).map { fleet.wheels(of: $0) }
        report("an hour's index of a faulty meter", wheels.count * 720, "ns") {
            wheels.reduce(0) { sum, wheels in
                (1...720).reduce(sum) { $0 + wheels.index(at: plan.hours.lowerBound.advanced(byHours: $1)).cubicMetres }
            }
        }
        report("the same where it is known what has passed", wheels.count * 720, "ns") {
            wheels.reduce(0) { sum, wheels in
                (1...720).reduce(sum) { sum, hour in
                    sum
                        + wheels.index(at: plan.hours.lowerBound.advanced(byHours: hour), passed: Int64(hour) * 130_000)
                        .cubicMetres
                }
            }
        }
    }

    /// Ten million meters, faults at about one in a hundred at any hour of the year.
    static func plan() throws -> FleetPlan {
        let kinds: [(FaultKind, Int)] = [
            (.stuckIndex, 4_000), (.slippingWheel, 4_000), (.readingTransport, 4_000), (.meterIdentity, 2_000),
            (.underRegistration, 2_000),
        ]
        return try FleetPlan(
            FleetPlanDraft(
                name: "fault-rates", seed: 1, start: CivilDate(year: 2026, month: 1, day: 1), months: 12,
                groups: [MeterGroup(name: "flats", count: 10_000_000, place: .ankara)],
                faults: kinds.map { FaultRule(kind: $0.0, scope: .rate(perMillionMeterYears: $0.1)) },
                tariff: PlanTariff(name: "konut", policies: .file("policies.yaml"))))
    }

    /// What this process has used of its processor, which a busy machine does not change much.
    static func nanosecondsOfProcessor() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    /// Prints the best of five runs, in nanoseconds for each of `count`.
    static func report(_ what: String, _ count: Int, _ unit: String, _ work: () -> Int) {
        var best = Double.infinity
        var result = 0
        for _ in 0..<5 {
            let begun = nanosecondsOfProcessor()
            result = work()
            best = min(best, nanosecondsOfProcessor() - begun)
        }
        let each = (best / Double(count) * 100).rounded() / 100
        print("\(what): \(each) \(unit) (sum \(result))")
    }
}
