extension CivilDate {
    /// The number of days since 1 March of year 0, by which days are counted and compared.
    public var dayNumber: Int {
        // The year starts in March here, so that the leap day is its last day.
        let monthFromMarch = (month + 9) % 12
        let marchYear = month > 2 ? year : year - 1
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return marchYear * 365 + leapDays + (monthFromMarch * 153 + 2) / 5 + day - 1
    }

    /// The day that many days later, or earlier for a negative number.
    ///
    /// Throws `outOfRange` where that is not in the years 1900 to 2999.
    public func advanced(byDays days: Int) throws(CivilDateError) -> CivilDate {
        let (number, overflow) = dayNumber.addingReportingOverflow(days)
        if overflow { throw .outOfRange }
        return try CivilDate(dayNumber: number)
    }

    /// How many days `other` is later than this day; negative where it is earlier.
    public func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

    /// Whether the day is a Saturday or a Sunday.
    public var isWeekend: Bool {
        let weekday = dayNumber % 7  // 1 March of year 0 was a Wednesday
        return weekday == 3 || weekday == 4
    }

    /// The month that the day stands in.
    public var civilMonth: CivilMonth { CivilMonth(of: self) }

    /// The day of that number, or the first or last day that there is where it lies outside.
    package static func nearest(toDayNumber number: Int) -> CivilDate {
        guard let date = try? CivilDate(dayNumber: min(max(number, firstDayNumber), lastDayNumber)) else {
            preconditionFailure("every number between the first and the last day is one of a day")
        }
        return date
    }

    private init(dayNumber: Int) throws(CivilDateError) {
        guard (CivilDate.firstDayNumber...CivilDate.lastDayNumber).contains(dayNumber) else { throw .outOfRange }
        // 400 Gregorian years have 146,097 days; the cycle is entered on 1 March.
        let cycle = dayNumber / 146_097
        let dayOfCycle = dayNumber % 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        try self.init(
            year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static let firstDayNumber = 693_901  // 1900-01-01
    private static let lastDayNumber = 1_095_667  // 2999-12-31
}
