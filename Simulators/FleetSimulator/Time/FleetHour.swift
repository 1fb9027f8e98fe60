public import Quantities

/// A full hour of the fleet's clock: hours since 1 January 2000, 00:00.
///
/// The clock keeps Turkey's standard time (UTC+3) all year: every day has 24 hours. Up to 2,147,483,647 hours, but dates end
/// with the year 2999.
public struct FleetHour: Hashable, Comparable, Sendable {
    /// Hours since 1 January 2000, 00:00; negative before it.
    public let number: Int32

    /// The hour of that number.
    public init(number: Int32) { self.number = number }

    /// The beginning of an hour of a day.
    ///
    /// - Parameters:
    ///   - date: the day.
    ///   - hour: hours since that day began; 24 is the next day's beginning.
    public init(_ date: CivilDate, hour: Int = 0) {
        number = Int32(truncatingIfNeeded: (date.dayNumber - Self.firstDay) * 24 + hour)
    }

    /// Days since 1 January 2000; negative before it.
    public var day: Int { (Int(number) - hourOfDay) / 24 }

    /// Hours since the day began, 0 to 23.
    public var hourOfDay: Int {
        let rest = Int(number) % 24
        return rest < 0 ? rest + 24 : rest
    }

    /// The day that the hour lies in, or the first or last day that there is where it lies outside of 1900 to 2999.
    public var date: CivilDate { .nearest(toDayNumber: day + Self.firstDay) }

    /// The hour that many hours later, or earlier for a negative number.
    public func advanced(byHours hours: Int) -> FleetHour {
        FleetHour(number: Int32(truncatingIfNeeded: Int(number) + hours))
    }

    /// How many hours `other` is later than this hour; negative where it is earlier.
    public func hours(until other: FleetHour) -> Int { Int(other.number) - Int(number) }

    /// Whether the left hour comes first.
    public static func < (left: FleetHour, right: FleetHour) -> Bool { left.number < right.number }

    /// Day number of 1 January 2000 by which `CivilDate` counts.
    private static let firstDay = 730_425
}
