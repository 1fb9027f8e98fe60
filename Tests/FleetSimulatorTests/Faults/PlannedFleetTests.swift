import FleetSimulator
import MeterCore
import Testing

@Suite("The fleet of a plan")
struct PlannedFleetTests {
    @Test(
        "The village's wheels: sound meters show what they should, stuck and exchanged ones what their faults make of it"
    )
    func village() throws {
        let plan = try ShippedScenario.village.plan()
        let fleet = PlannedFleet(plan)
        let times =
            stride(from: 0, through: plan.hours.lowerBound.hours(until: plan.hours.upperBound), by: 421)
            .map { plan.hours.lowerBound.advanced(byHours: $0) } + [plan.hours.upperBound]
        var sound = 0
        for meter in 0..<plan.count {
            let wheels = fleet.wheels(of: meter)
            guard fleet.schedule.faults(of: meter).isEmpty else { continue }
            sound += 1
            let curve = fleet.curve(of: meter)
            for time in times {
                let index = wheels.index(at: time)
                #expect(index.millilitres == Int64(curve.index(at: time)) && index.generation == 0)
            }
        }
        #expect(sound > 270)
        // Meter 10 stands still from 10 January for 90 days, meter 81 is exchanged on 14 April.
        let stuck = fleet.wheels(of: 10)
        let start = FleetHour(try Synthetic.date("2026-01-10"))
        #expect(stuck.index(at: start) == stuck.index(at: start.advanced(byHours: 90 * 24)))
        #expect(stuck.truths(until: plan.hours.upperBound)[0].registered < -100_000_000)
        let exchanged = fleet.wheels(of: 81)
        let day = FleetHour(try Synthetic.date("2026-04-14"))
        #expect(exchanged.index(at: day).millilitres == 0 && exchanged.index(at: day).generation == 1)
        #expect(exchanged.index(at: day.advanced(byHours: -1)).generation == 0)
        let serials = Set(
            (0..<plan.count).flatMap { [fleet.serial(of: $0, generation: 0), fleet.serial(of: $0, generation: 1)] })
        #expect(serials.count == 2 * plan.count)
    }

    @Test("What has passed can be handed in, to the same index", arguments: [10, 22, 31, 44, 57, 81])
    func handedIn(meter: Int) throws {
        let plan = try ShippedScenario.village.plan()
        let wheels = PlannedFleet(plan).wheels(of: meter)
        for hour in stride(from: 0, to: 8_760, by: 97) {
            let time = plan.hours.lowerBound.advanced(byHours: hour)
            #expect(wheels.index(at: time, passed: wheels.passed(at: time)) == wheels.index(at: time))
        }
    }

    @Test(
        "Every shipped plan makes a fleet whose every group has a meter that can be read at its end",
        arguments: ShippedScenario.allCases)
    func shipped(scenario: ShippedScenario) throws {
        let plan = try scenario.plan()
        let fleet = PlannedFleet(plan)
        for first in plan.firstMeters.dropLast() {
            let wheels = fleet.wheels(of: first)
            let used = wheels.counted(at: plan.hours.upperBound)
            #expect(used != 0)
            #expect(fleet.curve(of: first).millilitres(at: plan.hours.upperBound) > 0)
        }
        #expect(fleet.scan.parts.map(\.meters.count) == plan.groups.map(\.count))
    }
}
