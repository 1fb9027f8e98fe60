import Quantities
import Testing
import Trials

@Suite("Dated tables")
struct DatedTableTests {
    private func day(_ text: String) throws -> CivilDate { try CivilDate(iso8601: text) }

    private func prices() throws -> RateTable<UnitPrice> {
        try RateTable([
            .init(from: try day("2026-02-01"), value: UnitPrice(parsing: "1.00", notation: .plain)),
            .init(from: try day("2026-01-01"), value: UnitPrice(parsing: "0.80", notation: .plain)),
        ])
    }

    @Test(
        "The value of a day is that of the last step before it",
        arguments: [
            ("2026-01-01", "0.80"), ("2026-01-31", "0.80"), ("2026-02-01", "1.00"), ("2999-12-31", "1.00"),
        ])
    func value(on text: String, price: String) throws {
        #expect(try prices().value(on: try day(text)) == UnitPrice(parsing: price, notation: .plain))
    }

    @Test("A day before the first step has no value")
    func before() throws {
        let missing = try day("2025-12-31")
        #expect(throws: RateTableError.noValue(on: missing)) { try prices().value(on: missing) }
    }

    @Test(
        "The first counted day without a value is named, by either convention",
        arguments: [
            (DayCountConvention.excludeFirst, "2025-12-30"), (.excludeLast, "2025-12-29"),
        ])
    func missingDay(convention: DayCountConvention, expected: String) throws {
        let interval = try BillingInterval(
            first: try day("2025-12-29"), last: try day("2026-01-05"), convention: convention)
        let missing = RateTableError.noValue(on: try day(expected))
        #expect(throws: missing) { try prices().spans(in: interval) }
        let factors = MonthlyTable([try CivilMonth(iso8601: "2026-01"): 1])
        #expect(throws: missing) { try factors.spans(in: interval) }
    }

    @Test("A month that is missing in the middle is named by its first day")
    func missingMonth() throws {
        let factors = MonthlyTable([try CivilMonth(iso8601: "2026-01"): 1, try CivilMonth(iso8601: "2026-03"): 3])
        let interval = try BillingInterval(first: try day("2026-01-10"), last: try day("2026-03-10"))
        #expect(throws: RateTableError.noValue(on: try day("2026-02-01"))) { try factors.spans(in: interval) }
    }

    @Test("An empty table has no value, two values on one day are refused")
    func broken() throws {
        let interval = try BillingInterval(first: try day("2026-01-01"), last: try day("2026-01-02"))
        #expect(throws: RateTableError.noValue(on: try day("2026-01-02"))) {
            try RateTable<Rate>([]).spans(in: interval)
        }
        let step = RateTable<Rate>.Step(from: try day("2026-01-01"), value: .whole)
        #expect(throws: RateTableError.sameDayTwice(step.from)) { try RateTable([step, step]) }
    }

    @Test("A period of no day, or one that runs backwards, is refused")
    func emptyInterval() throws {
        let (first, last) = (try day("2026-01-02"), try day("2026-01-01"))
        #expect(throws: BillingIntervalError.empty(first: first, last: first)) {
            try BillingInterval(first: first, last: first)
        }
        #expect(throws: BillingIntervalError.empty(first: first, last: last)) {
            try BillingInterval(first: first, last: last)
        }
    }

    @Test("The spans of a period cover each of its days once, wherever it is cut")
    func spansAddUp() throws {
        var generator = SeededGenerator(seed: 31)
        let start = try day("2026-01-01")
        let table = try RateTable(
            try (0..<20).map { .init(from: try start.advanced(byDays: $0 * 17), value: Int64($0)) })
        for round in 0..<500 {
            let first = try start.advanced(byDays: Int.random(in: 0..<200, using: &generator))
            let middle = try first.advanced(byDays: Int.random(in: 1..<90, using: &generator))
            let last = try middle.advanced(byDays: Int.random(in: 1..<90, using: &generator))
            for convention in DayCountConvention.allCases {
                let sums = try [(first, last), (first, middle), (middle, last)].map { from, to in
                    let interval = try BillingInterval(first: from, last: to, convention: convention)
                    let spans = try table.spans(in: interval)
                    #expect(spans.reduce(0) { $0 + $1.days } == interval.days)
                    return spans.reduce(Int64(0)) { $0 + Int64($1.days) * $1.value }
                }
                #expect(sums[0] == sums[1] + sums[2], "seed 31, round \(round), \(convention)")
            }
        }
    }
}

@Suite("Day-weighted averages")
struct DayWeightedAverageTests {
    /// Days and 10⁻⁸ TL/kWh by turns, and the average.
    static let ties: [(spans: [Int64], average: Int64)] = [
        ([1, 1, 1, 2], 2), ([1, -1, 1, -2], -2), ([3, 0, 1, 2], 1), ([3, 0, 1, -2], -1), ([1, 3, 1, 4], 4),
        ([2, 4, 2, 5], 5), ([30, 7], 7),
    ]

    @Test("A tie goes away from zero", arguments: ties)
    func tie(spans: [Int64], average: Int64) throws {
        let spans = stride(from: 0, to: spans.count, by: 2).map {
            DatedSpan(days: Int(spans[$0]), value: UnitPrice(hundredMillionths: spans[$0 + 1]))
        }
        #expect(try UnitPrice.dayWeightedAverage(of: spans).hundredMillionths == average)
    }

    @Test("The ends of the range average to themselves; no days have no average")
    func extremes() throws {
        for units in [Int64.max, .min] {
            let spans = [
                DatedSpan(days: 400_000, value: Money(kurus: units)), DatedSpan(days: 1, value: Money(kurus: units)),
            ]
            #expect(try Money.dayWeightedAverage(of: spans).kurus == units)
        }
        #expect(throws: ArithmeticError.divisionByZero) { try Money.dayWeightedAverage(of: []) }
        #expect(throws: ArithmeticError.overflow) {
            try Money.dayWeightedAverage(
                of: Array(repeating: DatedSpan(days: .max, value: Money(kurus: .max)), count: 3))
        }
    }
}
