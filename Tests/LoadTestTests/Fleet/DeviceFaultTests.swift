import Billing
import FleetSimulator
import LoadTest
import Quantities
import Testing

@Suite("What devices bring back under load")
struct DeviceFaultTests {
    /// Groups of a shipped scenario over some months, under some of its faults, each so many times as often.
    private func score(
        _ shipped: ShippedScenario, group: String? = nil, count: Int, months: Int, times: Int = 1,
        keeping: (FaultRule) -> Bool
    ) throws -> LoadScore {
        let plan = try shipped.plan()
        var groups = plan.groups.filter { group == nil || $0.name == group }
        for place in groups.indices { groups[place].count = count }
        let faults = plan.faults.filter(keeping).map { rule in
            var rule = rule
            if case .rate(let rate) = rule.scope { rule.scope = .rate(perMillionMeterYears: rate * times) }
            rule.groups = nil
            return rule
        }
        let draft = FleetPlanDraft(
            name: plan.name, seed: plan.seed, start: plan.start, months: months, groups: groups,
            calendar: plan.calendar, contractors: [Contractor(name: "own")], faults: faults, tariff: plan.tariff,
            prepaid: plan.prepaid)
        let small = try FleetPlan(draft)
        return try LoadRun(
            try PlanFleet(small, try termsOfNoUtility(small)), try CoreBilling(),
            LoadSettings(threads: 2, metersPerShard: 400, worstCases: 0)
        ).run().score
    }

    private func expectTold(_ faults: [MeterFault], _ score: LoadScore) {
        for fault in faults {
            let row = score.faults[fault] ?? FaultScore()
            #expect(row.met > 4 && row.found * 100 >= row.met * 95, "\(fault): \(row.found) of \(row.met)")
            #expect(row.right * 100 >= row.flags * 95, "\(fault): \(row.right) of \(row.flags) flags")
        }
    }

    @Test("A meter that is exchanged or turns over before its corrector is told, and billed to the kuruş")
    func exchangeBeforeCorrector() throws {
        let score = try score(.correctorSites, count: 60, months: 4, times: 20) { rule in
            rule.kind == .rollover || rule.kind == .meterIdentity
        }
        #expect(score.faultless.isEmpty && score.faulty.isEmpty, "\(score.faulty)")
        expectTold([.rollover, .wrongMeter], score)
    }

    @Test("Converters tell pulses, batteries, clocks and sensors from each other")
    func converters() throws {
        let score = try score(.correctorSites, count: 60, months: 5, times: 4) { rule in
            [.pulseError, .magneticTamper, .batteryLow, .clockShift, .temperatureSensor]
                .contains(rule.kind)
        }
        #expect(score.faultless.isEmpty)
        expectTold([.pulses, .battery, .clock, .temperatureSensor], score)
    }

    @Test("Cards tell loads, valves, batteries, seals and clocks from each other")
    func cards() throws {
        let score = try score(.city, group: "cards", count: 1_500, months: 6, times: 15) { rule in
            [.sealBroken, .batteryLow, .cardFault, .valveStuckClosed, .lostCard, .clockShift].contains(rule.kind)
        }
        #expect(score.faultless.isEmpty)
        expectTold([.sealBroken, .battery, .cardLoad, .valveStuckClosed, .lostCard, .clock], score)
    }

    @Test("A valve that stays open is told by credit below zero that nobody asked for")
    func valveStuckOpen() throws {
        // Who has lost the card, or cannot load it, does not come before the credit is used up.
        let score = try score(.city, group: "cards", count: 1_500, months: 6, times: 120) { rule in
            [.valveStuckOpen, .lostCard].contains(rule.kind)
        }
        expectTold([.valveStuckOpen], score)
    }

    @Test("A reader's note is told by a second look, and a note that was made up by nothing")
    func notes() throws {
        let plan = try smallPlan(.badContractor, share: 0.2)
        let score = try LoadRun(
            try PlanFleet(plan, try termsOfNoUtility(plan)), try CoreBilling(),
            LoadSettings(threads: 2, metersPerShard: 1_000, worstCases: 0)
        ).run().score
        let row = score.faults[.sealBroken] ?? FaultScore()
        #expect(row.found == row.met && row.right == row.flags, "\(row)")
        #expect(score.counts.repeated > 0)
    }
}
