package import Quantities

extension Moment {
    /// The day on which the moment falls in Türkiye, whose clocks have stood at UTC+3 since 2016; the first or the last
    /// day that there is where it lies outside of the years 1900 to 2999.
    package var civilDate: CivilDate {
        let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        let local = rest + 3 * 3_600_000
        let day = Int(days) + (local >= 86_400_000 ? 1 : local < 0 ? -1 : 0)
        return CivilDate.nearest(toDayNumber: Self.firstDayNumber + day)
    }

    /// 1 January 1970, by `CivilDate.dayNumber`.
    private static let firstDayNumber = 719_468
}
