public import MeterCore

/// What the meters of one group of a fleet have in common, as far as gas and index depend on it.
public struct MeterSpecification: Hashable, Sendable {
    /// Where they are.
    public let place: Place
    /// What for.
    public let demand: DemandClass
    /// The size of a diaphragm meter; nil for a turbine or rotary meter in front of a corrector.
    public let size: DiaphragmSize?
    /// Wheels of whole m³, 4 to 6 with a size and 4 to 9 without.
    public let blackWheels: Int
    /// Gauge pressure at the meter, in millibar.
    public let gaugePressure: Int
    /// What a mean meter burns in a year of mean weather, in m³ at base conditions.
    public let baseCubicMetres: Int
    /// Whole years since the meters were fitted with a zero index, drawn evenly.
    public let yearsInService: ClosedRange<Int>
    /// The index at the beginning in whole m³, drawn evenly; nil for what the years in service give.
    public let startIndex: ClosedRange<Int>?

    /// What a group has in common.
    ///
    /// - Parameters:
    ///   - place: where.
    ///   - demand: what for.
    ///   - size: nil for a turbine or rotary meter.
    ///   - blackWheels: wheels of whole m³.
    ///   - gaugePressure: in millibar.
    ///   - baseCubicMetres: m³ at base conditions a year, up to a thousand million; nil for what place and class give.
    ///   - dwellings: flats behind a boiler room's meter.
    ///   - yearsInService: whole years since the meters were fitted.
    ///   - startIndex: m³ at the beginning; nil for what the years give.
    public init(
        place: Place, demand: DemandClass, size: DiaphragmSize? = .g4, blackWheels: Int = 5, gaugePressure: Int = 21,
        baseCubicMetres: Int? = nil, dwellings: Int = 40, yearsInService: ClosedRange<Int> = 0...9,
        startIndex: ClosedRange<Int>? = nil
    ) {
        precondition((4...(size == nil ? 9 : 6)).contains(blackWheels), "4 to 6 black wheels; 4 to 9 without a size")
        precondition(yearsInService.lowerBound >= 0 && yearsInService.upperBound <= 100, "0 to 100 years in service")
        precondition(startIndex.map { $0.lowerBound >= 0 } ?? true, "an index of no less than 0 m³")
        self.place = place
        self.demand = demand
        self.size = size
        self.blackWheels = blackWheels
        self.gaugePressure = gaugePressure
        self.baseCubicMetres =
            baseCubicMetres ?? MeanYear.baseCubicMetres(demand, in: place, dwellings: dwellings)
        self.yearsInService = yearsInService
        self.startIndex = startIndex
    }

    /// What passes through a mean meter in a year of mean weather, in millilitres.
    public var meanYear: UInt64 {
        SupplyConditions(place: place, gaugePressure: gaugePressure)
            .millilitres(forBaseCubicMetres: baseCubicMetres)
    }

    /// The volume after which all wheels stand at zero again, in millilitres.
    public var rollover: UInt64 { (0..<blackWheels).reduce(1_000_000) { range, _ in range * 10 } }
}
