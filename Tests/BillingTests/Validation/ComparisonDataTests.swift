import Billing
import Quantities
import Testing

@Suite("Weather and class means")
struct ComparisonDataTests {
    private func day(_ text: String) throws -> CivilDate { try CivilDate(iso8601: text) }

    @Test("A period takes its days' share of each month, and nothing where a month is not known")
    func degreeDays() throws {
        let weather = MonthlyDegreeDays(tenths: [
            try CivilMonth(year: 2026, month: 10): 1_550, try CivilMonth(year: 2026, month: 11): 3_000,
        ])
        // Ten of October's 31 days and one of November's 30: 500 and 100 tenths.
        #expect(weather.tenths(after: try day("2026-10-21"), through: try day("2026-11-01")) == 600)
        #expect(weather.tenths(after: try day("2026-09-30"), through: try day("2026-11-30")) == 4_550)
        // Half a tenth goes up: 1 of 31 days of 1550 is 50, of 30 days of 3000 is 100.
        #expect(weather.tenths(after: try day("2026-10-30"), through: try day("2026-10-31")) == 50)
        #expect(weather.tenths(after: try day("2026-09-29"), through: try day("2026-11-30")) == nil)
        #expect(weather.tenths(after: try day("2026-10-21"), through: try day("2026-10-21")) == nil)
        #expect(weather.tenths(after: try day("2026-10-22"), through: try day("2026-10-21")) == nil)
        #expect(MonthlyDegreeDays.none.tenths(after: try day("2026-10-21"), through: try day("2026-11-01")) == nil)
    }

    @Test("Of each month the newest settled year with days enough counts; without one the class says nothing")
    func classUse() throws {
        let policy = ClassUsePolicy(version: "test", fewestDays: 10)
        let late = try day("2026-05-01")
        var months = try (1...12).map { ClassMonth(month: try CivilMonth(year: 2025, month: $0), litres: 25, days: 10) }
        #expect(policy.classUse(of: months, on: late)?.litresADay == Array(repeating: 2, count: 12))
        months.insert(ClassMonth(month: try CivilMonth(year: 2026, month: 1), litres: 100, days: 10), at: 0)
        months.append(ClassMonth(month: try CivilMonth(year: 2026, month: 2), litres: 100, days: 9))
        #expect(policy.classUse(of: months, on: late)?.litresADay.prefix(3) == [10, 2, 2])
        // In March January is two months old: a round may still add to it.
        #expect(policy.classUse(of: months, on: try day("2026-03-31"))?.litresADay.prefix(2) == [2, 2])
        #expect(policy.classUse(of: months, on: try day("2026-04-01"))?.litresADay.prefix(2) == [10, 2])
        months.removeAll { $0.month.month == 7 }
        #expect(policy.classUse(of: months, on: late) == nil)
    }
}
