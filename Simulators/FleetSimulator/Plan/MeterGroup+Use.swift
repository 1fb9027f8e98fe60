import MeterCore

extension MeterGroup {
    /// What a mean meter uses in a year, in m³ at base conditions: what the group says, or what place and demand give.
    var meanCubicMetres: Int { yearlyCubicMetres ?? MeanYear.baseCubicMetres(demand, in: place, dwellings: dwellings) }

    /// The largest mean use that its meters can have, in m³ at base conditions a year, cut.
    ///
    /// With a size it is Qmax in every hour of the year, without one what a year has room for.
    var mostCubicMetres: Int {
        let most = size.map { MeterMould.year(ofFlow: $0.maximumFlow) } ?? MeterMould.largestOfAll
        return SupplyConditions(place: place, gaugePressure: supplyMillibar).baseCubicMetres(ofMillilitres: most)
    }
}
