import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Terms of tariffs by their days")
struct TariffScheduleTests {
    private func day(_ text: String) throws -> CivilDate { try CivilDate(iso8601: text) }

    private func price(_ text: String) throws -> RetailPrice {
        RetailPrice(perKilowattHour: try UnitPrice(parsing: text, notation: .plain))
    }

    private func table(_ prices: [String: String]) throws -> RateTable<RetailPrice> {
        try RateTable(prices.map { .init(from: try day($0.key), value: try price($0.value)) })
    }

    private func schedule(_ terms: [String: TariffTerms]) throws -> TariffSchedule? {
        TariffSchedule(
            name: "konut", prices: try table(["2025-01-01": "1", "2026-01-01": "2"]), valueAddedTax: try RateTable([]),
            terms: try RateTable(terms.map { .init(from: try day($0.key), value: $0.value) }))
    }

    @Test("A period is billed by the terms that hold on its last day, else by the oldest")
    func lastDay() throws {
        let schedule = try #require(
            try schedule(["2026-03-01": TariffTerms(dueDays: 10), "2027-01-01": TariffTerms(dueDays: 20)]))
        for (last, days) in [
            ("2025-06-01", 10), ("2026-03-01", 10), ("2026-12-31", 10), ("2027-01-01", 20), ("2999-12-31", 20),
        ] {
            #expect(schedule.version(ofPeriodEndingOn: try day(last)).dueDays == days, "\(last)")
        }
        #expect(try self.schedule([:]) == nil)
    }

    @Test("Above the limit of a tier the price of before holds until the tier's own begins")
    func upperPrices() throws {
        func terms(_ prices: [String: String]) throws -> TariffTerms {
            TariffTerms(
                dueDays: 15, rules: [.upperTier(above: StandardVolume(litres: 5_000), prices: try table(prices))])
        }
        let schedule = try #require(
            try schedule(["2026-02-01": terms(["2026-02-01": "3"]), "2026-03-01": terms(["2026-03-01": "4"])]))
        // 100 kWh, of which 53.2 are in the lower tier; the period is (20 January, last day].
        var sample = SampleRequest(firstIndex: "00000", lastIndex: "00100", correction: "1", calorificValue: "860.42")
        sample.rounding = .standard
        sample.prices = ["2025-01-01": "1", "2026-01-01": "2"]
        for (last, upper) in [
            // (11 × 2 + 19 × 3) ÷ 30
            ("2026-02-19", "2.63333333"),
            // (11 × 2 + 28 × 3 + 1 × 4) ÷ 40
            ("2026-03-01", "2.75000000"),
        ] {
            sample.rules = schedule.version(ofPeriodEndingOn: try day(last)).rules
            (sample.lastDay, sample.invoiceDay) = (last, last)
            #expect(try sample.invoice().lines.last?.unitPrice.description == upper)
        }
    }

    @Test("A rule's version names its every figure")
    func versions() throws {
        let prices = try table(["2026-02-01": "3", "2026-03-01": "4.5"])
        let rules: [(TariffRuleData, String)] = [
            (.freeVolume(CorrectedVolume(litres: 25_500)), "free-volume 25.500"),
            (
                .upperTier(above: StandardVolume(litres: 180_000), prices: prices),
                "upper-tier 180.000, 3.00000000 from 2026-02-01, 4.50000000 from 2026-03-01"
            ),
            (.discount(Rate(partsPerMillion: 125_000), months: [1]), "discount 0.125 in months 1"),
        ]
        for (rule, version) in rules { #expect(rule.version == version) }
    }
}
