import Billing
import Quantities
import Trials

/// A reading of a G4 meter of five wheels, thirty days after 01000; tests change what they are about.
struct SampleQuestion {
    var first = "01000"
    var last = "01100"
    var from = "2026-06-01"
    var through = "2026-07-01"
    var size = "G4"
    var wheels = 5
    var decimals = 3
    var multiplier = "1"

    func question() throws -> PlausibilityQuestion {
        PlausibilityQuestion(
            meter: Meter(
                serial: nil, gClass: size, pressureMillibar: 21,
                multiplier: try MeterMultiplier(parsing: multiplier, notation: .plain), wheels: wheels,
                decimals: decimals),
            first: MeterReading(index: try Index(printed: first), date: try CivilDate(iso8601: from)),
            last: MeterReading(index: try Index(printed: last), date: try CivilDate(iso8601: through)))
    }
}

extension PlausibilityPolicy {
    /// The policy that ships.
    static var current: PlausibilityPolicy { shipped[0] }
}

/// A period of so many whole m3.
func period(
    _ from: String, _ through: String, _ cubicMetres: Int64, degreeDays: Int64? = nil, isEstimate: Bool = false
) throws -> PastUse {
    let period = PastUse(
        from: try CivilDate(iso8601: from), through: try CivilDate(iso8601: through),
        volume: MeterVolume(litres: cubicMetres * 1_000), tenthsOfDegreeDays: degreeDays.map { $0 * 10 },
        isEstimate: isEstimate)
    guard let period else { throw NotHeld(message: "a period of history", line: #line) }
    return period
}

/// Twelve months of a household: 1 m3 a day, and 0.4 m3 a degree-day.
func yearOfHistory(_ year: Int = 2025) throws -> [PastUse] {
    let degreeDays: [Int64] = [450, 400, 300, 150, 50, 0, 0, 0, 20, 150, 300, 430]
    return try (1...12).map { month in
        let from = try CivilDate(year: year, month: month, day: 1)
        let through = try CivilDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
        let days = Int64(from.days(until: through))
        return try period(
            from.description, through.description, days + degreeDays[month - 1] * 2 / 5,
            degreeDays: degreeDays[month - 1])
    }
}
