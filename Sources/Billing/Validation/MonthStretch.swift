import Quantities

/// The days after a reading, by the months that they stand in.
struct MonthStretch {
    /// The longest stretch whose days are looked at, some ten years.
    static let mostDays = 3_660

    /// The day of the reading, not itself in the stretch.
    let from: CivilDate
    /// How many days follow.
    let days: Int

    /// How many of the days stand in those months (1 to 12); of a longer stretch the first ten years.
    func days(in months: [Int]) -> Int {
        var count = 0
        forEachMonth { month, days in if months.contains(month) { count += days } }
        return count
    }

    /// Calls with each month (1 to 12) of the stretch and how many of its days stand in it.
    func forEachMonth(_ body: (_ month: Int, _ days: Int) -> Void) {
        guard days > 0 else { return }
        var (current, count) = (0, 0)
        for offset in 1...min(days, Self.mostDays) {
            guard let day = try? from.advanced(byDays: offset) else { break }
            if day.month != current {
                if count > 0 { body(current, count) }
                (current, count) = (day.month, 0)
            }
            count += 1
        }
        if count > 0 { body(current, count) }
    }
}

extension PlausibilityQuestion {
    /// The days after the first reading.
    var stretch: MonthStretch { MonthStretch(from: first.date, days: days) }
}
