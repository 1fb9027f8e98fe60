import Billing
import Quantities
import Trials

/// Short ways to write amounts and days in the tests of debts and of the ledger.
enum DebtSample {
    static func lira(_ text: String) throws -> Money { try Money(parsing: text, notation: .plain) }

    static func day(_ text: String) throws -> CivilDate { try CivilDate(iso8601: text) }

    static let start = CivilDate(shipped: 2019, 1, 1)

    /// A day of some years.
    static func day(_ generator: inout SeededGenerator, after start: CivilDate = start, within days: Int64 = 2_500)
        throws -> CivilDate
    {
        try start.advanced(byDays: Int(generator.integer(in: 0...days)))
    }

    /// An amount that a household may owe, a round one or a tiny one now and then.
    static func amount(_ generator: inout SeededGenerator) -> Money {
        switch generator.count(in: 0...9) {
        case 0: Money(kurus: generator.integer(in: 0...3))
        case 1: Money(kurus: generator.integer(in: 0...50) * 10_000)
        default: Money(kurus: generator.integer(in: 0...1_000_000))
        }
    }

    /// The quotient rounded half away from zero, the long way.
    static func rounded(_ numerator: Int128, over denominator: Int128) -> Int64 {
        let (whole, rest) = (numerator.magnitude / denominator.magnitude, numerator.magnitude % denominator.magnitude)
        let magnitude = Int64(rest * 2 >= denominator.magnitude ? whole + 1 : whole)
        return numerator < 0 ? -magnitude : magnitude
    }
}
