import MeterCore
public import Quantities

/// The weather of a place: any day's mean temperature from the seed, the same for all its meters.
///
/// The season's mean, and a deviation that is the sum of smooth chance at four scales: fronts of two days, spells of six and
/// twenty, and seasons of ninety that are too warm or too cold. No state, so any day can be asked.
public struct Weather: Sendable {
    /// Where it is.
    public let place: Place
    /// The fleet's seed.
    public let seed: UInt64
    /// 1, or −1 for the mirrored weather: as much too warm as the other is too cold.
    private let sign: Double
    private let climate: Climate
    private let season: SeasonCurve

    /// The weather of a place in a fleet.
    public init(place: Place, seed: UInt64) { self.init(place: place, seed: seed, mirrored: false) }

    /// The weather of a place, or its mirror at the season's mean: the mean of both is the season's, day by day.
    init(place: Place, seed: UInt64, mirrored: Bool) {
        self.place = place
        self.seed = seed
        sign = mirrored ? -1 : 1
        climate = Climate.of(place)
        season = SeasonCurve(monthlyMeans: climate.monthlyMeans)
    }

    /// A day's mean temperature, in thousandths of a degree Celsius.
    public func temperature(on date: CivilDate) -> Int {
        let mean = season.temperature(on: date)
        let coldest = climate.monthlyMeans.reduce(mean, min)
        let warmest = climate.monthlyMeans.reduce(mean, max)
        let warmth = (mean - coldest) / (warmest - coldest)
        let deviation = climate.winterDeviation + (climate.summerDeviation - climate.winterDeviation) * warmth
        let day = FleetHour(date).day
        return Int(((mean + sign * deviation * anomaly(onDay: day)) * 1_000).rounded(.toNearestOrEven))
    }

    /// The temperature that a building feels on a day: four days, each half as heavy as the next, in thousandths of a degree.
    ///
    /// (T + T₋₁/2 + T₋₂/4 + T₋₃/8) / 1.875: BDEW, guideline on standard load profiles for gas, 2018.
    public func feltTemperature(on date: CivilDate) -> Int {
        let number = date.dayNumber
        let days = (0..<4).map { temperature(on: .nearest(toDayNumber: number - $0)) }
        return (8 * days[0] + 4 * days[1] + 2 * days[2] + days[3]) / 15
    }

    /// Degree-days of a month below a base, in thousandths of a degree and day.
    ///
    /// MGM counts the days whose mean is at most 15 °C, each by how far it lies below 18 °C.
    public func degreeDays(
        in month: CivilMonth, base: Int = 18_000, limit: Int = 15_000
    ) -> Int {
        var sum = 0
        for day in 1...CivilMonth.days(year: month.year, month: month.month) {
            guard let date = try? CivilDate(year: month.year, month: month.month, day: day) else { continue }
            let temperature = temperature(on: date)
            if temperature <= limit { sum += base - temperature }
        }
        return sum
    }

    /// Degree-days of a year; see ``degreeDays(in:base:limit:)``.
    public func degreeDays(inYear year: Int, base: Int = 18_000, limit: Int = 15_000) -> Int {
        (1...12).reduce(0) { sum, month in
            guard let month = try? CivilMonth(year: year, month: month) else { return sum }
            return sum + degreeDays(in: month, base: base, limit: limit)
        }
    }

    /// How far a day lies from the season's mean, in standard deviations.
    private func anomaly(onDay day: Int) -> Double {
        Weather.scales.reduce(0) { $0 + $1.weight * noise(onDay: day, scale: $1) }
    }

    /// Smooth chance of about unit variance: values at whole multiples of the scale, eased from one to the next.
    private func noise(onDay day: Int, scale: Scale) -> Double {
        let shifted = day + 1_000_000
        let cell = shifted / scale.days
        let part = Double(shifted % scale.days) / Double(scale.days)
        let eased = part * part * (3 - 2 * part)
        let before = value(cell, scale)
        return before + (value(cell + 1, scale) - before) * eased
    }

    /// The sum of four uniform numbers, with unit variance before easing takes a part of it.
    private func value(_ cell: Int, _ scale: Scale) -> Double {
        let index = UInt64(Place.allCases.firstIndex(of: place) ?? 0)
        // 0x57454154484552 spells "WEATHER".
        var bits = MeterRandom.bits(
            seed: seed, meter: index, time: UInt64(cell), purpose: 0x5745_4154_4845_5200 + UInt64(scale.days))
        var sum = 0.0
        for _ in 0..<4 {
            sum += Double(bits & 0xFFFF) - 32_767.5
            bits >>= 16
        }
        return sum / 37_837.0
    }

    private struct Scale {
        let days: Int
        let weight: Double
    }

    /// The weights' squares sum to 1.35, since easing between values leaves 0.74 of the variance.
    private static let scales = [
        Scale(days: 2, weight: 0.52), Scale(days: 6, weight: 0.75), Scale(days: 20, weight: 0.60),
        Scale(days: 90, weight: 0.40),
    ]
}
