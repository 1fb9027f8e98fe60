import Billing
import Quantities
import Testing
import Trials

/// Mutation, tried in a scratch copy: with the upper of two middle figures as the median nearly every row fails.
@Suite("Expected use")
struct ExpectedUseTests {
    @Test("The regression of each row is that of exact fractions", arguments: try GoldenRow.rows("expected_use"))
    func golden(row: GoldenRow) throws {
        func figure(_ column: String) throws -> Int64 { try #require(Int64(try row[column])) }
        let zero = try CivilDate(iso8601: "2024-01-01")
        let first = try zero.advanced(byDays: Int(try figure("first_day")))
        var question = try SampleQuestion(
            from: first.description, through: try first.advanced(byDays: Int(try figure("days"))).description
        ).question()
        question.tenthsOfDegreeDays = try figure("tenths")
        question.history = try row["periods"].split(separator: ";").map { text in
            let figures = try text.split(separator: ":").map { try #require(Int64($0)) }
            return try #require(
                PastUse(
                    from: try zero.advanced(byDays: Int(figures[0])),
                    through: try zero.advanced(byDays: Int(figures[1])),
                    volume: MeterVolume(litres: figures[2]), tenthsOfDegreeDays: figures[3]))
        }
        let expected = try #require(ExpectedUse(of: question, .current))
        #expect(expected.basis == .regression)
        #expect(expected.litres == Int128(try figure("expected_litres")))
        #expect(expected.lowestLitres == Int128(try figure("lowest_litres")))
        #expect(expected.highestLitres == Int128(try figure("highest_litres")))
    }
}
