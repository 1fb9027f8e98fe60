import Billing
import FleetSimulator
import GasPhysics
import LoadTest
import Quantities
import Testing
import Wording

@Suite("A scenario's fleet under load")
struct PlanFleetTests {
    private func score(_ plan: FleetPlan, threads: Int = 2, perShard: Int = 400) throws -> LoadScore {
        let fleet = try PlanFleet(plan, try termsOfNoUtility(plan))
        return try LoadRun(
            fleet, try CoreBilling(), LoadSettings(threads: threads, metersPerShard: perShard, worstCases: 0)
        ).run().score
    }

    @Test(
        "Without faults every meter and month of a shipped scenario is billed to the kuruş",
        arguments: [
            (ShippedScenario.village, 0.5), (.city, 0.004), (.prepaidPriceRise, 0.01), (.correctorSites, 0.02),
            (.institutions, 0.02), (.cardFaultWave, 0.02), (.cng, 0.1), (.rolloverMonth, 0.01),
            (.quarantineMonth, 0.01), (.badContractor, 0.02),
        ])
    func faultless(shipped: ShippedScenario, share: Double) throws {
        let score = try score(try smallPlan(shipped, share: share, faults: false))
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
            (.rolloverMonth, 0.02), (.quarantineMonth, 0.02), (.cardFaultWave, 0.03), (.correctorSites, 0.02),
            (.cng, 0.1), (.institutions, 0.02),
        ])
    func faulty(shipped: ShippedScenario, share: Double) throws {
        let score = try score(try smallPlan(shipped, share: share))
        #expect(score.faultless.isEmpty, "\(score.faultless)")
        #expect(score.counts.lost == 0 && score.counts.double == 0 && score.counts.unansweredWishes == 0)
        #expect(score.ledger.sumKurus == 0)
    }

    @Test("A year of the shipped city at small size: what registers tell is found, and the report has it all")
    func city() throws {
        let plan = try smallPlan(.city, share: 0.02)
        let fleet = try PlanFleet(plan, try termsOfNoUtility(plan))
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
        let score = try score(try smallPlan(.correctorSites, share: share))
        for fault in [MeterFault.pressureSensor, .temperatureSensor] {
            let row = score.faults[fault] ?? FaultScore()
            #expect(row.met > 0 && row.found == row.met && row.right == row.flags, "\(fault) \(row)")
        }
    }

    @Test("Threads change nothing")
    func threads() throws {
        let plan = try smallPlan(.city, share: 0.006)
        #expect(try score(plan, threads: 1) == score(plan, threads: 4))
    }

    @Test("Cards that carry money bring the price of their day, and what is left of older money is corrected")
    func moneyCards() throws {
        let plan = try smallPlan(.cardFaultWave, share: 0.005, faults: false)
        let fleet = try PlanFleet(plan, try termsOfNoUtility(plan))
        var shard = try fleet.open(0..<plan.count, isFaultless: true)
        #expect(shard.register.allSatisfy { $0.money?.price == shard.register.first?.money?.price })
        var books = try CoreBilling(judges: false).open(
            ShardOpening(shard: 0, meters: shard.register, terms: fleet.terms))
        var prices: [Int: Set<Int64>] = [:]
        var (corrected, sold) = (0, 0)
        for number in plan.start.dayNumber..<plan.end.dayNumber {
            let today = CivilDate.nearest(toDayNumber: number)
            for outcome in try books.bill(shard.readings(on: today), on: today).outcomes {
                // Before the rise K, calorific value and price are the same every day.
                if case .billed(let period) = outcome, period.payableKurus != 0 {
                    #expect(period.through >= day("2026-02-20"))
                    if period.payableKurus > 0 { corrected += 1 }
                }
            }
            let answers = try books.sell(shard.wishes(on: today), on: today).answers
            for answer in answers where answer.load > 0 {
                let money = try #require(answer.money)
                #expect(money.kurus == answer.paidKurus - answer.debtKurus && answer.litres > 0)
                prices[today < day("2026-02-20") ? 0 : 1, default: []].insert(money.price)
                sold += 1
            }
            shard.take(answers, on: today)
        }
        // 0.913 + 0.021 bar and 285.15 K; a kWh at 0.93 and 1.10 TL, KDV 20 %.
        #expect(prices == [0: [11_060_776], 1: [13_082_638]])
        #expect(corrected > 20 && sold > 100)
        #expect(try books.close().sumKurus == 0)
    }

    @Test("A tariff that the policies have not is said by name")
    func unknownTariff() throws {
        let plan = try smallPlan(.village, share: 0.1)
        var terms = try termsOfNoUtility(plan)
        terms.tariffs.removeAll { $0.name == "konut" }
        #expect(throws: AdapterError("the policies have no tariff konut")) { _ = try PlanFleet(plan, terms) }
    }
}
