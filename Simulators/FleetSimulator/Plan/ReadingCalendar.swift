public import Quantities

/// When the utility means to read its meters: books of pages, each book on its day.
public struct ReadingCalendar: Hashable, Sendable {
    /// How often a meter is read.
    public enum Cycle: Hashable, Sendable {
        /// Once a month, each book on the same working day of the month.
        case monthly
        /// Every that many days (15 where cash flow asks for it), moved on to a working day.
        case days(Int)
    }

    /// The days of the week on which readers walk.
    public enum Week: String, CaseIterable, Hashable, Sendable {
        /// Saturdays and Sundays are free.
        case mondayToFriday
        /// Sundays are free.
        case mondayToSaturday
        /// No day is free.
        case everyDay
    }

    /// How often a meter is read.
    public var cycle: Cycle
    /// Over how many working days of a month, or days of a cycle, the books are spread; at least 1.
    public var readingDays: Int
    /// On which days of the week readers walk.
    public var week: Week
    /// Days on which nobody reads.
    public var holidays: Set<CivilDate>
    /// Lines of a book.
    public var metersPerBook: Int
    /// Lines of a page of a book.
    public var metersPerPage: Int

    /// A monthly calendar of 20 working days unless told otherwise.
    public init(
        cycle: Cycle = .monthly, readingDays: Int = 20, week: Week = .mondayToFriday, holidays: Set<CivilDate> = [],
        metersPerBook: Int = 500, metersPerPage: Int = 25
    ) {
        self.cycle = cycle
        self.readingDays = readingDays
        self.week = week
        self.holidays = holidays
        self.metersPerBook = metersPerBook
        self.metersPerPage = metersPerPage
    }

    /// Whether readers walk on a day.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        if holidays.contains(date) { return false }
        // 1 March of year 0, day 0, was a Wednesday: Saturday is 3 and Sunday 4.
        let weekday = date.dayNumber % 7
        return switch week {
        case .mondayToFriday: weekday != 3 && weekday != 4
        case .mondayToSaturday: weekday != 4
        case .everyDay: true
        }
    }
}
