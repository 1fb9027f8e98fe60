internal import Billing
internal import Quantities

/// The readings of a meter by date, and whether an older one fits between them.
struct MeterHistory {
    let subscriber: Int64
    let meter: Int64
    let wheels: Int
    /// Another meter hung there before.
    let wasExchanged: Bool
    /// The oldest first.
    private(set) var readings: [MeterReading]

    /// Why a reading does not fit; nil where it does, or where it is known.
    func refusal(of reading: ImportedReading) -> ReadingImportReason? {
        guard reading.index.value < Index.modulus(digits: wheels) else { return .tooManyDigits(wheels: wheels) }
        guard let oldest = readings.first, let newest = readings.last else { return .noReading }
        if reading.date > newest.date { return .laterThanNewest(newest.date) }
        if wasExchanged, reading.date < oldest.date { return .beforeExchange(oldest.date) }
        let place = place(of: reading.date)
        let next = readings[place]
        if next.date == reading.date {
            return next.index.value == reading.index.value ? nil : .otherIndex(next.index)
        }
        if next.index.value < reading.index.value { return .higherThan(next.index, on: next.date) }
        if place > 0, readings[place - 1].index.value > reading.index.value {
            return .lowerThan(readings[place - 1].index, on: readings[place - 1].date)
        }
        return nil
    }

    /// Adds a reading that fits, with the zeros that the counter prints; nil where it is known.
    mutating func add(_ reading: ImportedReading) -> MeterReading? {
        let place = place(of: reading.date)
        guard place == readings.count || readings[place].date != reading.date,
            let index = try? Index(value: reading.index.value, digits: wheels)
        else { return nil }
        let new = MeterReading(index: index, date: reading.date)
        readings.insert(new, at: place)
        return new
    }

    /// Where the first reading of that day, or of a later one, stands.
    private func place(of date: CivilDate) -> Int { readings.firstIndex { $0.date >= date } ?? readings.count }
}
