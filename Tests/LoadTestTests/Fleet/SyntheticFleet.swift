import Billing
import GasPhysics
import LoadTest
import Quantities

/// A fault that a test gives a meter of the synthetic fleet.
struct SyntheticFault: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case stuck, slipping(permille: Int64), reverse, duplicate, missing, checksum, float32, wrongSerial, unreadable
        case exchange, swapped, misread(place: Int), disturbedPressure, pulseLoss, divergence, sealBroken
        case doubledCredit
    }

    let meter: Int
    let kind: Kind
    let from: CivilDate
    let through: CivilDate

    func isOn(_ day: CivilDate) -> Bool { from <= day && day <= through }
}

/// A small fleet of plain arithmetic: meters in a row, read monthly on days of their own, with what a test breaks.
struct SyntheticFleet: FleetUnderLoad {
    var name = "synthetic"
    var seed: UInt64 = 1
    var start = day("2026-01-01")
    var months = 6
    var count = 60
    /// Every how manieth meter is prepaid, and a corrector; 0 for none.
    var prepaidEvery = 0
    var correctorEvery = 0
    /// The opening index of some meters.
    var openings: [Int: Int64] = [:]
    var faults: [SyntheticFault] = []
    /// The price from April on, in hundred-millionths of a TL.
    var laterPrice: Int64 = 35_000_000
    /// The KDV from the middle of a month on; nil for one rate.
    var laterTax: (from: CivilDate, partsPerMillion: Int64)?

    var end: CivilDate { (try? start.advanced(byMonths: months)) ?? start }

    var terms: BillingTerms { (try? makeTerms()) ?? { preconditionFailure("the test's terms are wrong") }() }

    func open(_ meters: Range<Int>, isFaultless: Bool) throws -> SyntheticShard {
        SyntheticShard(self, meters, isFaultless: isFaultless)
    }

    private func makeTerms() throws -> BillingTerms {
        var gas = MonthlyGas()
        for month in 1...12 {
            gas.corrections[.init(month: .everyYear(month), millibar: 21)] = .factor(
                CorrectionFactor(hundredThousandths: 93_000 + Int64(month * 100)))
            gas.corrections[.init(month: .everyYear(month), millibar: 1_000)] = .factor(
                CorrectionFactor(hundredThousandths: 195_000))
            gas.calorificValues[.everyYear(month)] = GrossCalorificValue(
                tenThousandths: 91_550_000 + Int64(month) * 100)
        }
        var taxes = [
            RateTable<Rate>.Step(from: day("2023-07-10"), value: Rate(partsPerMillion: 200_000))
        ]
        if let laterTax {
            taxes.append(.init(from: laterTax.from, value: Rate(partsPerMillion: laterTax.partsPerMillion)))
        }
        let tariff = TariffVersion(
            name: "ornek",
            prices: try RateTable([
                .init(
                    from: day("2024-01-01"),
                    value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 30_000_000))),
                .init(
                    from: day("2026-04-01"),
                    value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: laterPrice))),
            ]), valueAddedTax: try RateTable(taxes), dueDays: 15)
        return BillingTerms(
            tariffs: [.init(tariff)], regions: [.init("ankara", gas)], workingDays: WorkingDays(holidays: []),
            days: try start.advanced(byDays: -100)...end, version: "ornek-1")
    }

    func kind(of meter: Int) -> LoadedKind {
        if correctorEvery > 0, meter % correctorEvery == correctorEvery - 1 { return .corrector }
        if prepaidEvery > 0, meter % prepaidEvery == prepaidEvery - 1 { return .prepaid }
        return .mechanical
    }

    /// Litres that passed from the fleet's beginning to the end of a day, or before it below zero.
    func litres(_ meter: Int, through day: CivilDate) -> Int64 {
        var sum: Int64 = 0
        let from = start.dayNumber - 1
        if day.dayNumber >= from {
            for number in from..<day.dayNumber { sum += daily(meter, .nearest(toDayNumber: number + 1)) }
        } else {
            for number in day.dayNumber..<from { sum -= daily(meter, .nearest(toDayNumber: number + 1)) }
        }
        return sum
    }

    /// A household of Ankara's year, each with a factor of its own and days that differ by chance.
    private func daily(_ meter: Int, _ day: CivilDate) -> Int64 {
        let month: [Int64] = [218, 179, 137, 71, 37, 20, 15, 15, 23, 53, 115, 185]
        let factor = 600 + Int64(hash(UInt64(meter)) % 800)
        let noise = 900 + Int64(hash(UInt64(meter) << 32 | UInt64(day.dayNumber)) % 200)
        let size: Int64 = kind(of: meter) == .corrector ? 20 : 1
        return month[day.month - 1] * factor * noise * size / 30_000
    }

    private func hash(_ value: UInt64) -> UInt64 {
        var bits = (value &+ seed) &* 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        return (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB >> 17
    }
}

/// A day that a test writes.
func day(_ text: String) -> CivilDate {
    (try? CivilDate(iso8601: text)) ?? { preconditionFailure("\(text) is no day") }()
}
