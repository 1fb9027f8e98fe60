public import Quantities

/// The days on which banks and offices work: neither Saturday nor Sunday nor a holiday of the list.
public struct WorkingDays: Hashable, Sendable {
    /// The holidays [resmî tatil], as data: religious ones move with the moon and are announced.
    public let holidays: Set<CivilDate>

    /// The working days of a country with those holidays.
    public init(holidays: Set<CivilDate>) { self.holidays = holidays }

    /// Whether `day` is a working day.
    public func contains(_ day: CivilDate) -> Bool { !day.isWeekend && !holidays.contains(day) }

    /// `day` itself where it is a working day, otherwise the next one.
    ///
    /// Throws `outOfRange` where there is none up to the year 2999.
    public func first(onOrAfter day: CivilDate) throws(CivilDateError) -> CivilDate {
        var candidate = day
        while !contains(candidate) { candidate = try candidate.advanced(byDays: 1) }
        return candidate
    }
}
