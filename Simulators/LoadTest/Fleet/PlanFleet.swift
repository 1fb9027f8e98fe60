import Billing
package import FleetSimulator
import MeterCore
package import Quantities

/// A scenario's fleet under a load test: what a plan makes, as billing gets to see it.
package struct PlanFleet: FleetUnderLoad {
    /// The fleet of the plan.
    package let planned: PlannedFleet
    /// With what it is billed.
    package let terms: BillingTerms
    /// The groups' meters with tables that reach back before the plan, for what the office knows of earlier years.
    let moulds: [MeterMould]
    /// Places of each group's tariff and region in the terms.
    let places: [(tariff: Int, region: Int)]
    /// The price of the first day, which is set in each group's meters where cards carry money; nil where they carry gas.
    let cardPrices: [UInt32?]

    /// A plan's fleet, billed with those terms.
    ///
    /// - Parameters:
    ///   - plan: the scenario.
    ///   - terms: tariffs and regions by the names that the plan uses.
    /// - Throws: ``AdapterError`` for a tariff or region that the terms have not, and where cards carry money for a price of
    ///   the first day that no card carries.
    package init(_ plan: FleetPlan, _ terms: BillingTerms) throws {
        let planned = PlannedFleet(plan)
        self.planned = planned
        self.terms = terms
        let places = try plan.groups.indices.map { group in
            let (tariff, region) = (plan.tariffName(ofGroup: group), plan.regionName(ofGroup: group))
            guard let tariffPlace = terms.tariffs.firstIndex(where: { $0.name == tariff }) else {
                throw AdapterError("the policies have no tariff \(tariff)")
            }
            guard let regionPlace = terms.regions.firstIndex(where: { $0.name == region }) else {
                throw AdapterError("the policies have no region \(region)")
            }
            return (tariff: tariffPlace, region: regionPlace)
        }
        self.places = places
        var prices = CardPrices(terms)
        cardPrices = try plan.groups.enumerated().map { group, meters in
            guard plan.prepaid.unit == .money, meters.kind == .prepaid else { return nil }
            let price = try prices.price(
                tariff: places[group].tariff, region: places[group].region, millibar: meters.supplyMillibar,
                on: plan.start)
            guard let figure = UInt32(exactly: price.tenThousandthsOfKurus) else {
                throw AdapterError("group \(meters.name): no card carries a price of \(price.tenThousandthsOfKurus)")
            }
            return figure
        }
        var tables: [DemandTables] = []
        moulds = planned.moulds.map { mould in
            let specification = mould.specification
            let found = tables.first {
                $0.place == specification.place && $0.demand == specification.demand
            }
            let table =
                found
                ?? DemandTables(
                    place: specification.place, demand: specification.demand, seed: plan.seed,
                    years: plan.start.year - 2...plan.end.year)
            if found == nil { tables.append(table) }
            return MeterMould(seed: plan.seed, specification: specification, tables: table)
        }
    }

    package var name: String { planned.plan.name }
    package var seed: UInt64 { planned.plan.seed }
    package var start: CivilDate { planned.plan.start }
    package var end: CivilDate { planned.plan.end }
    package var count: Int { planned.plan.count }

    package func open(_ meters: Range<Int>, isFaultless: Bool) throws -> PlanShard {
        PlanShard(self, meters, isFaultless: isFaultless)
    }

    /// The 25 kinds of faults, and whether billing can tell them.
    package static var traits: [TruthTrait] {
        FaultCatalogue.traits.compactMap { trait in
            MeterFault(rawValue: trait.kind.number).map {
                TruthTrait(fault: $0, sign: TruthSign(trait.sign))
            }
        }
    }
}

extension TruthSign {
    init(_ sign: FaultSign) {
        self =
            switch sign {
            case .registers: .registers
            case .status: .status
            case .card: .card
            case .use: .use
            case .none: .none
            }
    }
}
