import Quantities
import Testing

@Suite("Days")
struct CivilDateTests {
    @Test("Every day from 1900 to 2999 follows the one before it, and the calendar counts as the wall does")
    func everyDay() throws {
        var day = try CivilDate(year: 1900, month: 1, day: 1)
        var (year, month, dayOfMonth) = (1900, 1, 1)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let last = try CivilDate(year: 2999, month: 12, day: 31)
        var count = 1
        while day < last {
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            dayOfMonth += 1
            if dayOfMonth > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (month, dayOfMonth) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            let next = try day.advanced(byDays: 1)
            if (next.year, next.month, next.day) != (year, month, dayOfMonth) || next.dayNumber != day.dayNumber + 1 {
                Issue.record("after \(day) comes \(next)")
                return
            }
            day = next
            count += 1
        }
        #expect(count == 401_767)
    }

    @Test(
        "A day that the calendar does not have is refused",
        arguments: [
            "2026-02-29", "2025-02-30", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
            "2026-01-32",
            "1899-12-31", "3000-01-01", "0000-00-00",
        ])
    func noSuchDay(text: String) {
        #expect(throws: CivilDateError.self) { try CivilDate(iso8601: text) }
    }

    @Test(
        "A day is written one way",
        arguments: [
            "", "2026-1-31", "26-01-31", "2026/01/31", "31.01.2026", "2026-01-31 ", " 2026-01-31", "2026-01-3a",
            "20260131",
            "٢٠٢٦-01-31", "+026-01-31", "2026-01-31T00:00",
        ])
    func notADate(text: String) {
        #expect(throws: CivilDateError.notADate(text)) { try CivilDate(iso8601: text) }
    }

    @Test("A day is printed as files and as Turkish paper have it")
    func printing() throws {
        let day = try CivilDate(iso8601: "2026-03-07")
        #expect(day.description == "2026-03-07")
        #expect(day.turkish == "07.03.2026")
        #expect(day.civilMonth.description == "2026-03")
    }

    @Test(
        "Saturdays and Sundays are the weekend",
        arguments: [
            ("2026-11-20", false), ("2026-11-21", true), ("2026-11-22", true), ("2026-11-23", false),
            ("2000-01-01", true), ("1900-01-01", false), ("2999-12-31", false),
        ])
    func weekend(text: String, isWeekend: Bool) throws {
        #expect(try CivilDate(iso8601: text).isWeekend == isWeekend)
    }

    @Test("Counting out of the years that a day can have is an error")
    func outOfRange() throws {
        let last = try CivilDate(iso8601: "2999-12-31")
        #expect(throws: CivilDateError.outOfRange) { try last.advanced(byDays: 1) }
        #expect(throws: CivilDateError.outOfRange) { try last.advanced(byDays: .max) }
        #expect(throws: CivilDateError.outOfRange) { try last.advanced(byDays: .min) }
    }
}
