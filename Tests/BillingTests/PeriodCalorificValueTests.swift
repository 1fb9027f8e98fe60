import Billing
import GasPhysics
import Quantities
import Testing

@Suite("The calorific value of a period over several months")
struct PeriodCalorificValueTests {
    private func sample(_ values: [String: String]) -> SampleRequest {
        var sample = SampleRequest()
        sample.firstDay = "2026-01-20"
        sample.lastDay = "2026-02-19"
        sample.monthlyCalorificValues = values
        return sample
    }

    @Test("The months' values are averaged by days, to two decimals, and the step says so")
    func average() throws {
        let invoice = try sample(["2026-01": "9230", "2026-02": "9225"]).invoice()
        // (11 × 9230 + 19 × 9225) ÷ 30 = 276805 ÷ 30 = 9226.8333…
        #expect(invoice.figures.calorificValue == (try GrossCalorificValue(parsing: "9226.83", notation: .plain)))
        let step = try #require(invoice.derivation.first { $0.code == .averageCalorificValue })
        #expect(step.operands.map(\.figure.description) == ["11", "9230.00", "19", "9225.00"])
        #expect(step.result.description == "9226.83")
    }

    @Test("A period within one month takes its value as it is, without a step")
    func oneMonth() throws {
        var sample = sample(["2026-02": "9225.1234"])
        sample.firstDay = "2026-01-31"
        let invoice = try sample.invoice()
        #expect(invoice.figures.calorificValue == (try GrossCalorificValue(parsing: "9225.1234", notation: .plain)))
        #expect(!invoice.derivation.contains { $0.code == .averageCalorificValue })
    }

    @Test("A month without a value is an error that names the first day without one")
    func missing() throws {
        let day = try CivilDate(iso8601: "2026-02-01")
        #expect(throws: BillingError.noCalorificValue(on: day)) { try sample(["2026-01": "9230"]).invoice() }
    }

    @Test("A value that is not above zero is an error")
    func zero() {
        #expect(throws: BillingError.outOfBounds(.calorificValue)) {
            try sample(["2026-01": "9230", "2026-02": "0"]).invoice()
        }
    }
}
