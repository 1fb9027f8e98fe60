/// What a meter's gas is used for; the raw value is its name in scenario files.
///
/// How much (cubic metres a year, or the dwellings of a boiler room) belongs to the meter's group.
public enum DemandClass: String, CaseIterable, Hashable, Sendable {
    /// A cooker alone (ocak).
    case cooking
    /// A cooker and a water heater (ocak ve şofben).
    case cookingAndHotWater
    /// A flat with its own boiler (kombi): heating, hot water and cooking.
    case household
    /// The central boiler of a building of some 20 to 80 dwellings (kazan dairesi).
    case boilerRoom
    /// A factory: nearly flat, by weekday.
    case industry
    /// A school or an office: heated while people are in it.
    case institution
    /// A filling station for compressed natural gas: by hour and weekday, and each hour by chance.
    case cngStation
}
