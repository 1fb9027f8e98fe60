/// A month of a year.
public struct CivilMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int

    /// That month; throws `CivilDateError.noSuchDay` where the calendar has none.
    public init(year: Int, month: Int) throws(CivilDateError) {
        let firstDay = try CivilDate(year: year, month: month, day: 1)
        self.init(of: firstDay)
    }

    /// The month written as `2026-01`; throws `CivilDateError` for anything else.
    public init(iso8601 text: String) throws(CivilDateError) {
        do throws(CivilDateError) {
            self.init(of: try CivilDate(iso8601: text + "-01"))
        } catch {
            throw .notADate(text)
        }
    }

    /// The month that `date` stands in.
    public init(of date: CivilDate) {
        year = date.year
        month = date.month
    }

    /// Whether the left month comes first.
    public static func < (lhs: Self, rhs: Self) -> Bool { (lhs.year, lhs.month) < (rhs.year, rhs.month) }

    /// The month as `2026-01`.
    public var description: String { month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)" }

    /// How many days that month has.
    @usableFromInline
    package static func days(year: Int, month: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }
}
