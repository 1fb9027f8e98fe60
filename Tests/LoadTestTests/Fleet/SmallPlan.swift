import Billing
import FleetSimulator
import GasPhysics
import LoadTest
import Quantities

/// Terms with the tariffs and regions of the shipped scenarios, and figures of no utility.
func termsOfNoUtility(_ plan: FleetPlan) throws -> BillingTerms {
    var gas = MonthlyGas()
    for month in 1...12 {
        gas.corrections[.init(month: .everyYear(month), millibar: nil)] = .station(
            pressure: Pressure(microbar: 913_000), soil: CelsiusTemperature(microdegrees: 12_000_000))
        gas.calorificValues[.everyYear(month)] = GrossCalorificValue(tenThousandths: 91_550_000)
    }
    let prices = try RateTable([
        RateTable<RetailPrice>.Step(
            from: day("2023-01-01"), value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 93_000_000))),
        RateTable<RetailPrice>.Step(
            from: day("2026-02-20"), value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 110_000_000))),
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
func smallPlan(_ shipped: ShippedScenario, share: Double, faults: Bool = true) throws -> FleetPlan {
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
