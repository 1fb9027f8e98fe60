/// A second of a day as clocks in Turkey show it; the zone has had one offset, UTC+3, since 2016.
public struct CivilMoment: Hashable, Comparable, Sendable {
    /// How many seconds a day has.
    public static let secondsPerDay = 86_400

    /// The day.
    public let date: CivilDate
    /// The seconds since midnight, 0 to 86,399.
    public let secondOfDay: Int

    /// A moment of that day; throws `outOfRange` for seconds that no day has.
    public init(_ date: CivilDate, secondOfDay: Int) throws(CivilDateError) {
        guard (0..<Self.secondsPerDay).contains(secondOfDay) else { throw .outOfRange }
        self.date = date
        self.secondOfDay = secondOfDay
    }

    /// A moment by the clock; throws `outOfRange` for a time that no day has.
    public init(_ date: CivilDate, hour: Int, minute: Int, second: Int = 0) throws(CivilDateError) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { throw .outOfRange }
        try self.init(date, secondOfDay: hour * 3_600 + minute * 60 + second)
    }

    /// How many seconds `other` is later than this moment; negative where it is earlier.
    public func seconds(until other: CivilMoment) -> Int64 {
        Int64(date.days(until: other.date)) * Int64(Self.secondsPerDay) + Int64(other.secondOfDay - secondOfDay)
    }

    /// Whether the left moment comes first.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.date, lhs.secondOfDay) < (rhs.date, rhs.secondOfDay)
    }
}

extension CivilMoment: CustomStringConvertible {
    /// The moment as `2026-01-31 09:05:00`.
    public var description: String {
        let parts = [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60]
        return "\(date) " + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
