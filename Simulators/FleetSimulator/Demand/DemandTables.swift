public import MeterCore
import Quantities

/// All years of a place and a class that a fleet lives in, and the profiles of their hours.
public struct DemandTables: Hashable, Sendable {
    /// Where.
    public let place: Place
    /// What for.
    public let demand: DemandClass
    /// The years, without a gap.
    public let years: [DemandTable]
    /// The splits of hours, 24 for each profile that ``MeterCore/DemandDay/profile`` can name.
    public let hours: [DemandHour]
    /// Whether the class's customers are away now and then.
    public let isLeftAlone: Bool
    /// How the meters' years are spread round the mean.
    let spread: YearSpread
    /// What the heaviest day of all years weighs, where a year of mean weather weighs 2^30.
    let heaviestDay: UInt32

    /// The tables of a fleet for a place and a class.
    ///
    /// - Parameters:
    ///   - place: where.
    ///   - demand: what for.
    ///   - seed: the fleet's seed, for the weather.
    ///   - years: the first and the last year.
    public init(place: Place, demand: DemandClass, seed: UInt64, years: ClosedRange<Int>) {
        self.place = place
        self.demand = demand
        let profile = DemandProfile(demand)
        let weather = Weather(place: place, seed: seed)
        let scale = Double(1 << 30) / DemandTables.meanYearWeight(place, profile)
        let tables = years.map { DemandTable(year: $0, weather: weather, profile: profile, scale: scale) }
        self.years = tables
        heaviestDay = tables.map { $0.heaviestDay }.max() ?? 0
        hours = profile.hourFactors.flatMap { DemandTables.splits(of: $0, amplitude: profile.amplitudes.hours) }
        isLeftAlone = profile.isLeftAlone
        spread = YearSpread(deviation: profile.spread)
    }

    /// The table of a year.
    public func table(ofYear year: Int) -> DemandTable {
        precondition(
            year >= years[0].year && year - years[0].year < years.count, "the fleet has no table of the year \(year)")
        return years[year - years[0].year]
    }

    /// What a year weighs by the profile: the mean of twelve years of a weather that belongs to no fleet, and of its mirror.
    ///
    /// Over years, because gas is not linear in the temperature; with the mirror, so that twelve are enough.
    private static func meanYearWeight(_ place: Place, _ profile: DemandProfile) -> Double {
        var sum = 0.0
        for mirrored in [false, true] {
            let weather = Weather(place: place, seed: 0x4E4F_524D_414C, mirrored: mirrored)  // "NORMAL"
            for year in 2001...2012 {
                for day in DemandTable.days(of: year, weather) { sum += profile.weight(of: day).present }
            }
        }
        return sum / 24
    }

    /// The 24 splits of a profile of hours; the first is unused.
    private static func splits(of factors: [Double], amplitude: Double) -> [DemandHour] {
        precondition(factors.count == 24, "a profile has 24 hours")
        var splits = [DemandHour](repeating: DemandHour(leastShare: 0, shareRange: 0), count: 24)
        var open = [0..<24]
        while let node = open.popLast() {
            guard node.count > 1 else { continue }
            let middle = (node.lowerBound + node.upperBound) >> 1
            let share = factors[node.lowerBound..<middle].reduce(0, +) / factors[node].reduce(0, +)
            let spread = (share * (1 - share) * amplitude * 32_768).rounded(.down)
            let least = (share * 32_768).rounded(.down) - spread
            splits[middle] = DemandHour(leastShare: UInt16(least), shareRange: UInt16(2 * spread))
            open.append(node.lowerBound..<middle)
            open.append(middle..<node.upperBound)
        }
        return splits
    }
}
