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
        // The last hour's gas went through the old meter.
        let before = exchanged.index(at: day.advanced(byHours: -1)).millilitres
        let hour = exchanged.counted(at: day) - exchanged.counted(at: day.advanced(byHours: -1))
        #expect(hour > 0 && exchanged.removedIndex(at: day) == before + hour)
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

    @Test(
        "A year of the village's cards: each meter is bought for, and what its customers lack is what its faults took")
    func cards() throws {
        let plan = try ShippedScenario.village.plan()
        let fleet = PlannedFleet(plan)
        for meter in plan.firstMeters[2]..<plan.firstMeters[3] {
            let terms = fleet.prepaidTerms(of: meter)
            #expect(terms.serial == UInt64(fleet.serial(of: meter, generation: 0)) && terms.emergencyLimit == 5_000_000)
            let truth = fleet.curve(of: meter)
            var run = PrepaidRun(
                IndicatedVolume(truth, of: fleet.moulds[2]), faults: fleet.schedule.faults(of: meter, group: 2),
                terms: terms, startLitres: UInt32(truth.meter.index(afterMillilitres: 0) / 1_000),
                epoch: plan.hours.lowerBound)
            let month = terms.maximumCredit / 4
            #expect(month > 10_000_000)
            for day in 0..<200 {
                // Whenever less than a week of winter is left, for half a month: the meter may hold four times as much.
                if run.meter.credit < 80_000_000, run.wish(for: month) > 0 {
                    _ = run.insert(
                        PrepaidCard(
                            unit: .volume, loadNumber: run.meter.loadNumber + 1, serial: run.terms.serial,
                            amount: min(month, terms.maximumCredit - UInt64(max(run.meter.credit, 0)))))
                }
                run.advance(to: plan.hours.lowerBound.advanced(byHours: (day + 1) * 24))
            }
            #expect(run.hour == plan.hours.lowerBound.advanced(byHours: 4_800))
            #expect(run.passed <= run.demanded && run.passed * 10 >= run.demanded * 7)
            if run.truths.isEmpty {
                #expect(run.meter.millilitres / 1_000 == UInt64(run.wheels / 1_000) % 100_000_000)
            }
            if meter == 255 { #expect(run.truths[0].registered < -30_000_000) }
        }
    }

    @Test("A money meter's limits are its gas at the price of the day")
    func money() throws {
        let plan = try ShippedScenario.cardFaultWave.plan()
        let fleet = PlannedFleet(plan)
        // 9.866295 TL a m³.
        let terms = fleet.prepaidTerms(of: 3, price: 9_866_295)
        #expect(terms.unit == .money && terms.emergencyLimit == 4_933)
        let gas = fleet.curve(of: 3).meter.demand.meanYear / 6
        let kurus = Double(gas) / 1e6 * 986.6295
        #expect(abs(Double(terms.maximumCredit) - kurus) < 2)
    }
}
