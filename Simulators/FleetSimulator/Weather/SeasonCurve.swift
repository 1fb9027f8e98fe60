import Quantities

/// The mean temperature of every day of a year: smooth over the months, and each month's mean is the one of the data.
struct SeasonCurve: Sendable {
    /// The curve at the middle of each month.
    private let knots: [Double]

    /// A curve through twelve monthly means, in °C.
    init(monthlyMeans: [Double]) {
        precondition(monthlyMeans.count == 12, "a year has twelve months")
        // The mean over a month of a smooth curve lies inside of its middle, so the knots are moved until the means agree.
        var knots = monthlyMeans
        for _ in 0..<40 {
            let moved = knots
            for month in 0..<12 {
                var sum = 0.0
                for part in 0..<30 { sum += SeasonCurve.value(moved, month, (Double(part) + 0.5) / 30) }
                knots[month] += monthlyMeans[month] - sum / 30
            }
        }
        self.knots = knots
    }

    /// The mean temperature at noon of a day, in °C.
    func temperature(on date: CivilDate) -> Double {
        let length = Double(CivilMonth.days(year: date.year, month: date.month))
        return SeasonCurve.value(knots, date.month - 1, (Double(date.day) - 0.5) / length)
    }

    /// The curve (Catmull and Rom's cubic, round the year) in a month, at the part of it that has passed.
    private static func value(_ knots: [Double], _ month: Int, _ part: Double) -> Double {
        let first = part < 0.5 ? month + 11 : month + 12
        let t = part < 0.5 ? part + 0.5 : part - 0.5
        let a = knots[(first - 1) % 12]
        let b = knots[first % 12]
        let c = knots[(first + 1) % 12]
        let d = knots[(first + 2) % 12]
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    }
}
