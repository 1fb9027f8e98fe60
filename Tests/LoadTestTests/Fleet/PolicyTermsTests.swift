import Accounts
import Billing
import GasPhysics
import LoadTest
import Quantities
import Testing

@Suite("A file of policies under load")
struct PolicyTermsTests {
    /// A kWh a m³ at 1 TL, 0.40 TL of it system use, without KDV: so figures can be computed in the head.
    private func tariff(
        name: String = "ornek", from: String? = nil, supply: Supply = .gasAndSystemUse, minimumDays: Int = 1,
        minimumBill: Int64 = 0, rules: [TariffRuleData] = []
    ) throws -> PolicySet.Tariff {
        let parts = PriceParts(
            purchase: UnitPrice(hundredMillionths: 60_000_000), specialConsumptionTax: .zero,
            systemUse: UnitPrice(hundredMillionths: 40_000_000))
        return PolicySet.Tariff(
            name: name, use: .residential, from: from.map { day($0) }, rounding: .standard, dayCount: .excludeFirst,
            dueDays: 15, supply: supply, minimumDays: minimumDays, minimumBill: MeterVolume(litres: minimumBill),
            rules: rules,
            prices: try RateTable([
                .init(from: day("2025-01-01"), value: try RetailPrice(parts: .perKilowattHour(parts)))
            ]))
    }

    private func policies(_ tariffs: [PolicySet.Tariff]) throws -> PolicySet {
        var gas = MonthlyGas()
        for month in 1...12 {
            gas.corrections[.init(month: .everyYear(month), millibar: nil)] = .factor(
                CorrectionFactor(hundredThousandths: 100_000))
            gas.calorificValues[.everyYear(month)] = GrossCalorificValue(tenThousandths: 8_604_200)
        }
        return PolicySet(
            version: "test", source: nil, sha256: "", tariffs: tariffs, regions: ["ankara": gas],
            valueAddedTax: try RateTable([.init(from: day("2025-01-01"), value: .zero)]), holidays: [])
    }

    /// What becomes of a meter's readings by a tariff, from 1,000 m³ on 31 December.
    private func outcomes(
        _ tariffs: [PolicySet.Tariff], _ readings: [(date: String, index: Int64)]
    ) throws -> [ReadingOutcome] {
        let terms = try BillingTerms(try policies(tariffs), days: day("2026-01-01")...day("2026-12-31"))
        let row = RegisterRow(
            number: 0, serial: 1, installation: 4_000_000_000, openingIndex: 1_000, openingDay: day("2025-12-31"))
        var books = try CoreBilling(judges: false).open(ShardOpening(shard: 0, meters: [row], terms: terms))
        return try readings.enumerated().map { place, reading in
            let date = day(reading.date)
            return try books.bill(
                [
                    FleetReading(
                        meter: 0, order: place + 1, serial: 1, index: reading.index, date: date, source: .secondLook)
                ], on: date
            ).outcomes[0]
        }
    }

    private func kurus(_ outcomes: [ReadingOutcome]) -> [Int64?] {
        outcomes.map { if case .billed(let period) = $0 { period.payableKurus } else { nil } }
    }

    @Test("Each rule of a tariff is in the bills")
    func rules() throws {
        let free = TariffRuleData.freeVolume(CorrectedVolume(litres: 25_000))
        let tier = TariffRuleData.upperTier(
            above: StandardVolume(litres: 5_000),
            prices: try RateTable([
                .init(
                    from: day("2025-01-01"),
                    value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 200_000_000)))
            ]))
        let discount = TariffRuleData.discount(Rate(partsPerMillion: 100_000), months: [])
        let month = [(date: "2026-01-31", index: Int64(1_100))]
        #expect(try kurus(outcomes([tariff()], month)) == [10_000])
        #expect(try kurus(outcomes([tariff(rules: [free])], month)) == [7_500])
        // 5 Sm³ are 53.2 kWh at 1 TL; 46.8 kWh are above, at 2 TL.
        #expect(try kurus(outcomes([tariff(rules: [tier])], month)) == [14_680])
        #expect(try kurus(outcomes([tariff(rules: [discount])], month)) == [9_000])
        #expect(try kurus(outcomes([tariff(rules: [free, discount])], month)) == [6_750])
    }

    @Test("Who buys the gas elsewhere pays the system use alone")
    func systemUse() throws {
        #expect(try kurus(outcomes([tariff(supply: .systemUseOnly)], [("2026-01-31", 1_100)])) == [4_000])
    }

    @Test("A reading within the minimum days of an invoice stays on the index; the first period has none before it")
    func minimumDays() throws {
        let found = try outcomes(
            [tariff(minimumDays: 15)],
            [("2026-01-05", 1_010), ("2026-01-19", 1_040), ("2026-01-20", 1_050), ("2026-02-20", 1_150)])
        #expect(kurus(found) == [1_000, nil, 4_000, 10_000])
        #expect(found[1] == .putOff("minimum-days"))
    }

    @Test("A use below the minimum bill stays on the index")
    func minimumBill() throws {
        let found = try outcomes([tariff(minimumBill: 10_000)], [("2026-01-31", 1_010), ("2026-02-28", 1_030)])
        #expect(found[0] == .putOff("minimum") && kurus(found) == [nil, 3_000])
    }

    @Test("Of several editions of a tariff the one that holds on the last day bills the period")
    func editions() throws {
        let discount = TariffRuleData.discount(Rate(partsPerMillion: 100_000), months: [])
        let found = try outcomes(
            [tariff(), tariff(from: "2026-03-01", supply: .gasAndSystemUse, minimumDays: 20, rules: [discount])],
            [("2026-02-28", 1_100), ("2026-03-10", 1_150), ("2026-03-31", 1_200)])
        // The older edition has no minimum days, and the invoice that it made says when the next one may be.
        #expect(kurus(found) == [10_000, 4_500, 4_500])
    }

    @Test("Tariffs of other names stay apart, in the order of the file")
    func names() throws {
        let terms = try BillingTerms(
            try policies([tariff(name: "b"), tariff(name: "a"), tariff(name: "b", from: "2026-03-01")]),
            days: day("2026-01-01")...day("2026-12-31"))
        #expect(terms.tariffs.map { $0.name } == ["b", "a"])
        #expect(terms.tariffs.map { $0.schedule.versions.steps.count } == [2, 1])
        #expect(terms.tariffs.map { $0.contracts.count } == [2, 1])
    }
}
