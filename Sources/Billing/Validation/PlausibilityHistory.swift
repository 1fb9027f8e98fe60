public import Quantities

/// Which of a meter's older readings can say what the next one is expected to be (R4): whoever keeps them asks for no others.
public enum PlausibilityHistory {
    /// The days back to the same weeks of last year.
    static let year = 365
    /// Readings so many days before and after those weeks still bound a period that reaches into them: a quarter.
    static let quarter = 92
    /// The years that a line through use and weather looks at.
    static let heatingYears = 3

    /// The days whose readings count for a period; `nil` where they lie before all days that there are.
    ///
    /// With the weather at hand a regression looks at all seasons, without it the same weeks of last year count.
    public static func days(
        before first: CivilDate, through last: CivilDate, withWeather: Bool
    ) -> ClosedRange<CivilDate>? {
        let from = try? first.advanced(byDays: withWeather ? -heatingYears * 366 : -year - quarter)
        let through = withWeather ? first : try? last.advanced(byDays: quarter - year)
        guard let from, let through else { return nil }
        let end = min(through, first)
        return from <= end ? from...end : nil
    }
}
