public import Quantities

/// What a meter's counter showed on a day.
public struct MeterReading: Hashable, Sendable {
    /// The black digits.
    public let index: Index
    /// The day of the reading.
    public let date: CivilDate

    /// A reading of `index` on `date`.
    public init(index: Index, date: CivilDate) {
        self.index = index
        self.date = date
    }
}
