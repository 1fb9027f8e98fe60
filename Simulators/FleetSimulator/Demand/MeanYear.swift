/// What a meter burns in a year of mean weather: data, edition 2026-11.
enum MeanYear {
    /// m³ at base conditions a year, of a mean meter of the class.
    ///
    /// Households by place: see ``Climate``. A cooker has 9 %, cooker and water heater have 24 % of the country's mean of
    /// 950 m³ (GAZBİR 2023: 76 % heating, 15 % hot water, 9 % cooking). The other classes are assumptions: a flat with
    /// central heating burns 85 % of one with a boiler of its own, and an institution as much as thirty flats.
    static func baseCubicMetres(_ demand: DemandClass, in place: Place, dwellings: Int) -> Int {
        let household = Climate.of(place).householdYear
        return switch demand {
        case .cooking: 86
        case .cookingAndHotWater: 228
        case .household: household
        case .boilerRoom: household * 85 * dwellings / 100
        case .industry: 400_000
        case .institution: household * 30
        case .cngStation: 2_500_000
        }
    }
}
