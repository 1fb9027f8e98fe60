import Quantities

/// A robust line through a customer's periods: use = days × base + degree-days × slope.
///
/// Theil–Sen: the slope is the median of the slopes between any two periods, the base the median of what remains, so that
/// up to a quarter of the periods may be wrong without moving it far. No weather makes a household heat less: a slope or a
/// base below zero is taken for zero. Bounded by `PastUse`, no figure comes near the end of `Int128`.
struct HeatingLine {
    /// Millilitres a day without heating: cooking and hot water.
    let base: Int128
    /// Millilitres a degree-day.
    let slope: Int128
    /// The median absolute deviation of the periods from the line, in millilitres a day.
    let deviationADay: Int128

    /// The line of those periods, each with degree-days; `nil` for none.
    init?(_ periods: [PastUse]) {
        let points = periods.map { period in
            Point(
                days: Int128(period.days), litres: Int128(period.volume.litres),
                tenths: Int128(period.tenthsOfDegreeDays ?? 0))
        }
        var slopes: [Int128] = []
        for (offset, first) in points.enumerated() {
            for second in points[(offset + 1)...] {
                if let slope = first.slope(to: second) { slopes.append(slope) }
            }
        }
        // Periods of the same weather alone have no slope: the base is their mean use.
        let slope = max(0, Self.median(slopes) ?? 0)
        let remains = points.compactMap { $0.millilitresADay(without: slope) }
        guard let middle = Self.median(remains) else { return nil }
        let base = max(0, middle)
        guard let deviation = Self.median(remains.map { abs($0 - base) }) else { return nil }
        (self.slope, self.base, deviationADay) = (slope, base, deviation)
    }

    /// What the line says for so many days and tenths of a degree-day.
    func millilitres(days: Int128, tenths: Int128) -> Int128 {
        // Half away from zero of a figure that is not negative.
        (base * days * 10 + slope * tenths + 5) / 10
    }

    /// The median; of an even number the mean of the two in the middle, rounded half away from zero.
    static func median(_ figures: [Int128]) -> Int128? {
        guard !figures.isEmpty else { return nil }
        let sorted = figures.sorted()
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return sorted[middle] }
        return try? ExactQuotient(sorted[middle - 1] + sorted[middle], over: 2).rounded()
    }

    private struct Point {
        let days: Int128
        let litres: Int128
        let tenths: Int128

        /// Millilitres a degree-day between two periods, by their means a day; `nil` where the weather was the same.
        func slope(to other: Point) -> Int128? {
            let degrees = other.tenths * days - tenths * other.days
            // Litres are thousands of millilitres, and the degree-days are tenths.
            return try? ExactQuotient(other.litres * days - litres * other.days, times: 10_000, over: degrees).rounded()
        }

        /// What is left of the use a day without the heating, in millilitres.
        func millilitresADay(without slope: Int128) -> Int128? {
            try? ExactQuotient(litres * 10_000 - slope * tenths, over: days * 10).rounded()
        }
    }
}
