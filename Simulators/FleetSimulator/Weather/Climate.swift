/// The mean weather of a place, and what a household there burns: data, edition 2026-11.
///
/// Monthly means in °C. Ankara: Meteoroloji Genel Müdürlüğü (MGM) 1960-2012, half of mean daily maximum and minimum.
/// İstanbul: MGM Kireçburnu 1991-2020, from rounded maxima and minima. The other four are `approximate`: written from memory
/// after MGM's long-run tables, to be replaced by figures with a source. Day-to-day deviations, altitudes' pressures
/// (standard atmosphere, ISO 2533) and the split of hot water and cooking are `approximate` as well.
/// Households: GAZBİR, natural gas distribution sector report 2023, m³ at base conditions a household and year.
public struct Climate: Sendable {
    /// Mean temperature of each month, January first, in °C.
    public let monthlyMeans: [Double]
    /// Standard deviation of a day's mean from the season's, in °C, in the coldest month.
    public let winterDeviation: Double
    /// The same in the warmest month.
    public let summerDeviation: Double
    /// Mean air pressure, in millibar.
    public let airPressure: Int
    /// What a mean household burns in a year, in m³ at base conditions.
    public let householdYear: Int

    /// Mean temperature of the year, months weighed alike, in °C.
    public var yearlyMean: Double { monthlyMeans.reduce(0, +) / 12 }

    /// The data of a place.
    public static func of(_ place: Place) -> Climate {
        switch place {
        case .ankara:
            Climate(
                monthlyMeans: [0.7, 2.1, 6.4, 11.5, 16.0, 19.8, 23.1, 23.1, 19.0, 13.7, 7.7, 3.0],
                winterDeviation: 4.0, summerDeviation: 2.5, airPressure: 911, householdYear: 1_067)
        case .istanbul:
            Climate(
                monthlyMeans: [6.5, 6.5, 8.5, 12, 17, 21.5, 24, 24.5, 21, 17, 12, 8.5],
                winterDeviation: 3.5, summerDeviation: 1.8, airPressure: 1_010, householdYear: 869)
        case .izmir:  // approximate
            Climate(
                monthlyMeans: [8.9, 9.7, 12.0, 16.2, 21.2, 26.0, 28.7, 28.5, 24.3, 19.4, 14.2, 10.4],
                winterDeviation: 3.3, summerDeviation: 1.8, airPressure: 1_010, householdYear: 736)
        case .erzurum:  // approximate
            Climate(
                monthlyMeans: [-9.3, -8.0, -2.6, 5.4, 10.7, 15.0, 19.3, 19.5, 14.7, 8.2, 0.9, -6.0],
                winterDeviation: 5.0, summerDeviation: 2.5, airPressure: 808, householdYear: 1_348)
        case .adana:  // approximate
            Climate(
                monthlyMeans: [9.7, 10.7, 13.7, 17.7, 22.0, 25.8, 28.4, 28.8, 26.1, 21.6, 15.6, 11.2],
                winterDeviation: 2.8, summerDeviation: 1.5, airPressure: 1_011, householdYear: 521)
        case .hakkari:  // approximate
            Climate(
                monthlyMeans: [-4.7, -3.4, 1.3, 7.8, 13.8, 19.6, 24.5, 24.6, 19.9, 12.7, 5.1, -1.5],
                winterDeviation: 4.0, summerDeviation: 2.2, airPressure: 822, householdYear: 1_401)
        }
    }
}
