import MeterCore

/// What all meters of a group are made from: worked out once, so that a meter itself costs next to nothing.
///
/// Shared by reference: it never changes, and copying its tables' references for each meter would cost more than a meter.
public final class MeterMould: Sendable {
    /// The fleet's seed.
    public let seed: UInt64
    /// What the meters have in common.
    public let specification: MeterSpecification
    /// When and how their gas flows.
    public let tables: DemandTables
    /// Counts of the index in a millilitre of a meter without error: a million nanolitres for a diaphragm meter, else 1.
    ///
    /// A diaphragm meter counts in nanolitres, so that its error in millionths never has to be rounded; other meters have
    /// no error here, and their index has too many wheels for nanolitres in 64 bits.
    let countsPerMillilitre: UInt64
    /// Counts after which all wheels stand at zero again.
    let rollover: UInt64
    /// Millilitres after which they do.
    let indexRange: UInt64
    /// Millilitres of a mean meter and year; corrected for the days on which households are away, 8.5 of 365.
    let meanYear: UInt64
    /// Millilitres of the largest year that a meter of the group has: what is used must fit through the meter.
    ///
    /// Spread is a share of the mean, so that one in some thousand customers would burn more than its meter lets through; a
    /// network gives that customer a larger meter. On the heaviest day of the tables the mean flow is Qmax at most,
    /// `assumption`. A group whose mean meter is too large for that already is the scenario's own doing: its meters run at
    /// Qmax all year at most. A meter without a size has what a year has room for.
    public let largestYear: UInt64
    /// What a year of ``MeterCore/MeterDemand`` has room for, in millilitres: 281 million m³.
    static let largestOfAll: UInt64 = (1 << 48) - 1

    /// A mould.
    ///
    /// - Parameters:
    ///   - seed: the fleet's seed.
    ///   - specification: what the meters have in common.
    ///   - tables: the tables of the same place and class and of the same seed.
    public init(seed: UInt64, specification: MeterSpecification, tables: DemandTables) {
        precondition(
            specification.place == tables.place && specification.demand == tables.demand,
            "a group's tables are those of its place and its class")
        self.seed = seed
        self.specification = specification
        self.tables = tables
        countsPerMillilitre = specification.size == nil ? 1 : 1_000_000
        indexRange = specification.rollover
        rollover = indexRange * countsPerMillilitre
        let mean = specification.meanYear
        let meanYear = tables.isLeftAlone ? mean / 3_650 * 3_735 : mean
        self.meanYear = meanYear
        // A year of mean weather weighs 2^30.
        let heaviest = UInt64(max(tables.heaviestDay, 1))
        let fitting = specification.size.map { UInt64($0.maximumFlow) * 24_000 * (1 << 30) / heaviest } ?? .max
        let most = specification.size.map { MeterMould.year(ofFlow: $0.maximumFlow) } ?? MeterMould.largestOfAll
        largestYear = min(meanYear < fitting ? fitting : max(meanYear, most), MeterMould.largestOfAll)
    }

    /// Millilitres that pass in a year of 8,760 hours at a flow, in litres an hour.
    static func year(ofFlow flow: UInt32) -> UInt64 { UInt64(flow) * 1_000 * 8_760 }

    /// A meter of the group, by its number in the fleet.
    public func meter(_ number: Int) -> FleetMeter { FleetMeter(number: number, mould: self) }

    /// Whole years since a meter of the group was fitted, when the fleet began.
    public func yearsInService(of number: Int) -> Int {
        let moment = MeterRandom.moment(seed: seed, meter: UInt64(number), time: 0)
        return FleetMeter.years(
            MeterNoise(moment: moment).word(MeterNoise.number(ofTrait: 1)), specification)
    }
}
