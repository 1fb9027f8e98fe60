/// A day of the Gregorian calendar as people in Turkey write it, without a time or a zone.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// The years that a date can have.
    public static let years = 1900...2999

    /// The year, 1900 to 2999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// That day; throws `CivilDateError.noSuchDay` where the calendar has none.
    public init(year: Int, month: Int, day: Int) throws(CivilDateError) {
        guard Self.years.contains(year), (1...12).contains(month),
            (1...CivilMonth.days(year: year, month: month)).contains(day)
        else { throw .noSuchDay(year: year, month: month, day: day) }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day written as `2026-01-31`; throws `CivilDateError` for anything else.
    public init(iso8601 text: String) throws(CivilDateError) {
        guard let (year, month, day) = Self.parts(of: text) else { throw .notADate(text) }
        try self.init(year: year, month: month, day: day)
    }

    /// Whether the left day comes first.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
    }

    /// Year, month and day of a text in the form `2026-01-31`, whether the calendar has them or not.
    private static func parts(of text: String) -> (year: Int, month: Int, day: Int)? {
        var parts = (0, 0, 0)
        var place = 0
        for byte in text.utf8 {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                let digit = Int(byte - UInt8(ascii: "0"))
                switch place {
                case ..<4: parts.0 = parts.0 * 10 + digit
                case ..<7: parts.1 = parts.1 * 10 + digit
                case ..<10: parts.2 = parts.2 * 10 + digit
                default: return nil
                }
            }
            place += 1
        }
        return place == 10 ? parts : nil
    }
}

/// Why something is not a day.
public enum CivilDateError: Error, Hashable, Sendable {
    /// The text is not written as `2026-01-31`.
    case notADate(String)
    /// The calendar has no such day between 1900 and 2999.
    case noSuchDay(year: Int, month: Int, day: Int)
    /// Counting days led out of the years 1900 to 2999.
    case outOfRange
}

extension CivilDate: CustomStringConvertible {
    /// The day as `2026-01-31`.
    public var description: String { "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))" }

    /// The day as Turkish print has it: `31.01.2026`.
    public var turkish: String { "\(Self.twoDigits(day)).\(Self.twoDigits(month)).\(year)" }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
