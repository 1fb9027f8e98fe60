import Billing
import FleetSimulator
import GasPhysics
import LoadTest
import Quantities
import Testing
import Wording

@Suite("A scenario's fleet under load")
struct PlanFleetTests {
    /// Terms with the tariffs and regions of the shipped scenarios, and figures of no utility.
    private func terms(_ plan: FleetPlan) throws -> BillingTerms {
        var gas = MonthlyGas()
        for month in 1...12 {
            gas.corrections[.init(month: .everyYear(month), millibar: nil)] = .station(
                pressure: Pressure(microbar: 913_000), soil: CelsiusTemperature(microdegrees: 12_000_000))
            gas.calorificValues[.everyYear(month)] = GrossCalorificValue(tenThousandths: 91_550_000)
        }
        let prices = try RateTable([
            RateTable<RetailPrice>.Step(
                from: day("2023-01-01"), value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 93_000_000)))
        ])
        let taxes = try RateTable([
            RateTable<Rate>.Step(from: day("2023-07-10"), value: Rate(partsPerMillion: 200_000))
        ])
        let names = Set(plan.groups.indices.map { plan.tariffName(ofGroup: $0) }).sorted()
        let regions = Set(plan.groups.indices.map { plan.regionName(ofGroup: $0) }).sorted()
        return BillingTerms(
            tariffs: names.map {
                .init(TariffVersion(name: $0, prices: prices, valueAddedTax: taxes, dueDays: 15))
            }, regions: regions.map { .init($0, gas) }, workingDays: WorkingDays(holidays: []),
            days: CivilDate.nearest(toDayNumber: plan.start.dayNumber - 62)...plan.end, version: "test")
    }

    /// A shipped scenario with fewer meters.
    private func plan(_ shipped: ShippedScenario, share: Double, faults: Bool = true) throws -> FleetPlan {
        let plan = try shipped.plan()
        var groups = plan.groups
        for place in groups.indices { groups[place].count = max(2, Int(Double(groups[place].count) * share)) }
        let rates = plan.faults.filter { rule in if case .rate = rule.scope { true } else { false } }
        return try FleetPlan(
            FleetPlanDraft(
                name: plan.name, seed: plan.seed, start: plan.start, months: plan.months, groups: groups,
                calendar: plan.calendar, contractors: faults ? plan.contractors : [Contractor(name: "own")],
                faults: faults ? rates : [], tariff: plan.tariff, prepaid: plan.prepaid))
    }

    private func score(_ plan: FleetPlan, threads: Int = 2, perShard: Int = 400) throws -> LoadScore {
        let fleet = try PlanFleet(plan, try terms(plan))
        return try LoadRun(
            fleet, try CoreBilling(), LoadSettings(threads: threads, metersPerShard: perShard, worstCases: 0)
        ).run().score
    }

    @Test(
        "Without faults every meter and month of a shipped scenario is billed to the kuruş",
        arguments: [
            (ShippedScenario.village, 0.5), (.city, 0.004), (.prepaidPriceRise, 0.01), (.correctorSites, 0.02),
            (.institutions, 0.02),
        ])
    func faultless(shipped: ShippedScenario, share: Double) throws {
        let score = try score(try plan(shipped, share: share, faults: false))
        #expect(score.faultless.isEmpty && score.faulty.isEmpty)
        #expect(score.counts.lost == 0 && score.counts.double == 0)
        #expect(score.counts.billed > 0)
        #expect(score.ledger.sumKurus == 0)
        for (_, row) in score.money { #expect(row.billedKurus == row.trueKurus) }
    }

    @Test(
        "With faults, those without one are still billed to the kuruş, and nothing is lost or billed twice",
        arguments: [
            (ShippedScenario.village, 1.0), (.city, 0.01), (.badContractor, 0.05), (.prepaidPriceRise, 0.02),
            (.rolloverMonth, 0.02), (.quarantineMonth, 0.02),
        ])
    func faulty(shipped: ShippedScenario, share: Double) throws {
        let score = try score(try plan(shipped, share: share))
        #expect(score.faultless.isEmpty, "\(score.faultless)")
        #expect(score.counts.lost == 0 && score.counts.double == 0 && score.counts.unansweredWishes == 0)
        #expect(score.ledger.sumKurus == 0)
    }

    @Test("A year of the shipped city at small size: what registers tell is found, and the report has it all")
    func city() throws {
        let plan = try plan(.city, share: 0.02)
        let fleet = try PlanFleet(plan, try terms(plan))
        let run = LoadRun(fleet, try CoreBilling(), LoadSettings(threads: 2, metersPerShard: 500))
        let outcome = try run.run()
        let file = ResultFile(outcome, of: run, traits: PlanFleet.traits)
        // All groups are there, and all months.
        #expect(file.run.meters == plan.groups.reduce(0) { $0 + $1.count } && file.counts.billed > file.run.meters * 11)
        #expect(file.faultless.allSatisfy { $0.periods == 0 } && file.counts.lost == 0 && file.counts.double == 0)
        let exact: [MeterFault] = [.rollover, .reverseFlow, .transport, .corruptRecord, .wrongMeter]
        let told = exact.compactMap { outcome.score.faults[$0] }
        let (met, found) = told.reduce((0, 0)) { ($0.0 + $1.met, $0.1 + $1.found) }
        let (flags, right) = told.reduce((0, 0)) { ($0.0 + $1.flags, $0.1 + $1.right) }
        #expect(met > 10 && found * 100 >= met * 95 && right * 100 >= flags * 95, "\(told)")
        #expect(LoadGate(baseline: file, result: file).reasons().isEmpty)
        let report = LoadReport(file, cases: outcome.cases, in: .english) { steps, _ in
            steps.map { LoadReport.Line(name: "\($0.code)", formula: "", result: "\($0.result)") }
        }
        let html = report.html()
        #expect(html.contains("city-100k") && !html.contains("<script"))
    }

    @Test("What a disturbed corrector reports names the sensor, and only that one", arguments: [0.2])
    func sensors(share: Double) throws {
        let score = try score(try plan(.correctorSites, share: share))
        for fault in [MeterFault.pressureSensor, .temperatureSensor] {
            let row = score.faults[fault] ?? FaultScore()
            #expect(row.met > 0 && row.found == row.met && row.right == row.flags, "\(fault) \(row)")
        }
    }

    @Test("Threads change nothing")
    func threads() throws {
        let plan = try plan(.city, share: 0.006)
        #expect(try score(plan, threads: 1) == score(plan, threads: 4))
    }

    @Test("Cards that carry money are refused before anything runs")
    func moneyCards() throws {
        let plan = try ShippedScenario.cardFaultWave.plan()
        #expect(throws: AdapterError("cards that carry money are not under load yet: let prepaid cards carry m³")) {
            _ = try PlanFleet(plan, try terms(plan))
        }
    }

    @Test("A tariff that the policies have not is said by name")
    func unknownTariff() throws {
        let plan = try plan(.village, share: 0.1)
        var terms = try terms(plan)
        terms.tariffs.removeAll { $0.version.name == "konut" }
        #expect(throws: AdapterError("the policies have no tariff konut")) { _ = try PlanFleet(plan, terms) }
    }
}
