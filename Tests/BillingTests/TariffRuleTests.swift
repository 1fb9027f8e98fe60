import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Rules of tariffs")
struct TariffRuleTests {
    /// 100 m3 of gas of 860.42 kcal/m3: 100 kWh.
    private func sample(_ rules: [TariffRule] = []) -> SampleRequest {
        var sample = SampleRequest(firstIndex: "00000", lastIndex: "00100", correction: "1", calorificValue: "860.42")
        sample.rounding = .standard
        sample.prices = ["2025-01-01": "2"]
        sample.rules = rules
        return sample
    }

    private func lines(_ invoice: Invoice) -> [String] {
        invoice.lines.map { "\($0.code) \($0.quantity) × \($0.unitPrice) = \($0.amount)" }
    }

    @Test("Each case of the golden file is split as it says", arguments: try GoldenRow.rows("free_volume"))
    func freeVolume(row: GoldenRow) throws {
        let split = try FreeVolume.split(
            CorrectedVolume(parsing: row["m3"], notation: .plain),
            allowance: CorrectedVolume(parsing: row["allowance"], notation: .plain))
        #expect(try split.free == CorrectedVolume(parsing: row["free_m3"], notation: .plain))
        #expect(try split.charged == CorrectedVolume(parsing: row["charged_m3"], notation: .plain))
    }

    @Test("Each case of the golden file is priced as it says", arguments: try GoldenRow.rows("tiers"))
    func tiers(row: GoldenRow) throws {
        let tiers = PriceTiers(
            limit: try StandardVolume(parsing: row["limit_sm3"], notation: .plain),
            lower: try StandardVolumePrice(parsing: row["price_low"], notation: .plain),
            upper: try StandardVolumePrice(parsing: row["price_high"], notation: .plain))
        let use = try StandardVolume(parsing: row["sm3"], notation: .plain)
        let split = try tiers.split(use)
        #expect(try split.lower == StandardVolume(parsing: row["low_sm3"], notation: .plain))
        #expect(try split.upper == StandardVolume(parsing: row["high_sm3"], notation: .plain))
        #expect(try tiers.charge(for: use) == Money(parsing: row["net"], notation: .plain))
    }

    @Test("Two tiers are rounded once, from their exact sum, half away from zero")
    func tierTies() throws {
        // 0.5 Sm3 × 0.01 + 0.5 Sm3 × 0.02 = 0.015; each alone would be 0.01.
        let tiers = PriceTiers(
            limit: StandardVolume(litres: 500), lower: StandardVolumePrice(microlira: 10_000),
            upper: StandardVolumePrice(microlira: 20_000))
        #expect(try tiers.charge(for: StandardVolume(litres: 1_000)).kurus == 2)
        // 0.2 Sm3 × 0.01 + 0.2 × 0.01 = 0.004
        #expect(try tiers.charge(for: StandardVolume(litres: 499)).kurus == 0)
    }

    @Test("The free volume stands on a line of its own at no price")
    func freeLine() throws {
        let invoice = try sample([.freeVolume(CorrectedVolume(litres: 25_000), version: "free-25")]).invoice()
        #expect(
            lines(invoice) == [
                "consumption 75.000 × 2.00000000 = 150.00", "freeVolume 25.000 × 0.00000000 = 0.00",
            ])
        #expect(invoice.figures.energy.description == "100.000")
        #expect(invoice.figures.consumptionCharge.description == "150.00")
        #expect(invoice.policyVersions == ["ornek-2026-01", "standard", "free-25"])
        #expect(invoice.derivation.first { $0.code == .freeEnergy }?.policy == "free-25")
        let all = try sample([.freeVolume(CorrectedVolume(litres: 200_000), version: "free-200")]).invoice()
        #expect(lines(all) == ["freeVolume 100.000 × 0.00000000 = 0.00"])
        #expect(all.figures.payable == .zero)
    }

    @Test("Energy above the limit of the lower tier has a line at the upper price, day-weighted")
    func upperTier() throws {
        let upper = try RateTable<RetailPrice>([
            .init(
                from: try CivilDate(iso8601: "2025-01-01"),
                value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 300_000_000))),
            .init(
                from: try CivilDate(iso8601: "2026-02-01"),
                value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 330_000_000))),
        ])
        // 5 Sm3 are 53.2 kWh; (11 × 3.00 + 19 × 3.30) ÷ 30 = 3.19
        let rule = TariffRule.upperTier(above: StandardVolume(litres: 5_000), price: upper, version: "tiers-1")
        let invoice = try sample([rule]).invoice()
        #expect(
            lines(invoice) == [
                "consumption 53.200 × 2.00000000 = 106.40", "upperTier 46.800 × 3.19000000 = 149.29",
            ])
        #expect(invoice.figures.consumptionCharge.description == "255.69")
        let below = TariffRule.upperTier(above: StandardVolume(litres: 10_000), price: upper, version: "tiers-2")
        #expect(lines(try sample([below]).invoice()) == ["consumption 100.000 × 2.00000000 = 200.00"])
        let late = try RateTable(Array(upper.steps.dropFirst()))
        let gap = TariffRule.upperTier(above: StandardVolume(litres: 5_000), price: late, version: "tiers-3")
        #expect(throws: BillingError.noPrice(on: try CivilDate(iso8601: "2026-01-21"))) {
            try sample([gap]).invoice()
        }
    }

    @Test("The line of each tier is its energy × price; the exact sum of both, rounded once, is a kuruş beside")
    func tierRounding() throws {
        // 10 m3 of 9154.8688 kcal/m3 are 10 × 10.64 kWh, as 10 Sm3 are; 10.64 × 0.0125 = 0.133 TL/Sm3.
        for (limit, low, high, charge) in [
            // 0.133 + 9 × 0.266 = 2.527, and 0.13 + 2.39 by themselves
            (1_000, "0.01250000", "0.02500000", "2.53"),
            // 5 × 0.133 + 5 × 0.399 = 2.660, and 0.67 + 2.00
            (5_000, "0.01250000", "0.03750000", "2.66"),
        ] as [(Int64, String, String, String)] {
            let prices = try [low, high].map { try UnitPrice(parsing: $0, notation: .plain) }
            let perVolume = prices.map { StandardVolumePrice(microlira: $0.hundredMillionths * 1_064 / 10_000) }
            let tiers = PriceTiers(limit: StandardVolume(litres: limit), lower: perVolume[0], upper: perVolume[1])
            var sample = SampleRequest(
                firstIndex: "00000", lastIndex: "00010", correction: "1", calorificValue: "9154.8688")
            sample.rounding = .standard
            sample.prices = ["2025-01-01": low]
            sample.rules = [
                .upperTier(
                    above: tiers.limit,
                    price: try RateTable([
                        .init(
                            from: try CivilDate(iso8601: "2025-01-01"), value: RetailPrice(perKilowattHour: prices[1]))
                    ]), version: "tiers")
            ]
            let invoice = try sample.invoice()
            let golden = try tiers.charge(for: StandardVolume(litres: 10_000))
            #expect(invoice.figures.energy.description == "106.400")
            #expect(golden.description == charge)
            let alone = try invoice.lines.map { line in
                try Energy(wattHours: Int64(clamping: line.quantity.units)).charge(at: line.unitPrice).kurus
            }
            #expect(invoice.lines.map(\.amount.kurus) == alone)
            #expect(invoice.figures.consumptionCharge.kurus == alone.reduce(0, +))
            #expect(abs(alone.reduce(0, +) - golden.kurus) == 1)
        }
    }

    @Test("A discount of a file of policies is the one of the example, under a name with its figures")
    func discountData() throws {
        let terms = TariffTerms(dueDays: 15, rules: [.discount(Rate(partsPerMillion: 100_000), months: [12, 1, 2])])
        let rules = try rules(of: terms)
        #expect(rules.map(\.version) == ["discount 0.1 in months 12, 1, 2"])
        var (data, code) = (sample(rules), sample([.winterDiscount]))
        (data.lastDay, data.invoiceDay, code.lastDay, code.invoiceDay) = (
            "2026-03-11", "2026-03-11", "2026-03-11", "2026-03-11"
        )
        #expect(try data.invoice().charges == code.invoice().charges)
        let whole = try self.rules(
            of: TariffTerms(dueDays: 15, rules: [.discount(Rate(partsPerMillion: 1), months: [])]))
        #expect(whole.map(\.version) == ["discount 0.000001"])
        #expect(try sample(whole).invoice().derivation.first { $0.code == .discount }?.operands[2].figure.units == 30)
    }

    private func rules(of terms: TariffTerms) throws -> [TariffRule] {
        let day = try CivilDate(iso8601: "2026-01-01")
        let schedule = TariffSchedule(
            name: "konut", prices: try RateTable([]), valueAddedTax: try RateTable([]),
            terms: try RateTable([.init(from: day, value: terms)]))
        return try #require(schedule).version(ofPeriodEndingOn: day).rules
    }

    @Test("A new rule is one file and one line of data: a discount for the winter")
    func winter() throws {
        var sample = sample([.winterDiscount])
        sample.lastDay = "2026-03-11"
        sample.invoiceDay = "2026-03-11"
        let invoice = try sample.invoice()
        // 50 days, of which 11 in January and 28 in February: 200.00 × 10 % × 39 ÷ 50
        #expect(invoice.charges == [.init(code: .discount, amount: Money(kurus: -1_560), isTaxed: true)])
        #expect(invoice.figures.consumptionCharge.description == "200.00")
        #expect(invoice.figures.valueAddedTaxBase.description == "184.40")
        #expect(invoice.figures.payable.description == "221.28")
        #expect(invoice.policyVersions.last == "winter-discount-2026.1")
        let step = try #require(invoice.derivation.first { $0.code == .discount })
        #expect(step.operands.map(\.figure.description) == ["200.00", "0.1", "39", "50"])
        #expect(step.policy == "winter-discount-2026.1")
    }

    @Test("A rule that takes off more than there is makes no invoice")
    func belowZero() throws {
        let rule = TariffRule(version: "too-much-1") { (use: inout PricedUse) throws(BillingError) in
            try use.discount(Rate(partsPerMillion: 1_100_000), days: use.period.days)
        }
        #expect(throws: BillingError.contradiction(.ruleBelowZero("too-much-1"))) { try sample([rule]).invoice() }
    }

    @Test("An eligible consumer of another supplier pays the system use alone")
    func systemUse() throws {
        var sample = sample()
        sample.supply = .systemUseOnly
        let day = try CivilDate(iso8601: "2026-01-21")
        #expect(throws: BillingError.contradiction(.noSystemUsePrice(on: day))) { try sample.invoice() }
        sample.parts = .perStandardVolume(
            PriceParts(
                purchase: try StandardVolumePrice(parsing: "5.631275", notation: .plain),
                specialConsumptionTax: try StandardVolumePrice(parsing: "0.1187", notation: .plain),
                systemUse: try StandardVolumePrice(parsing: "4.11632", notation: .plain)))
        let invoice = try sample.invoice()
        // 4.11632 ÷ 10.64 = 0.386872…
        #expect(lines(invoice) == ["systemUse 100.000 × 0.38687218 = 38.69"])
        #expect(invoice.specialConsumptionTax == nil)
        let step = try #require(invoice.derivation.first { $0.code == .pricePerKilowattHour })
        #expect(step.operands.map(\.role) == [.systemUse, .kilowattHoursPerStandardVolume])
        sample.supply = .gasAndSystemUse
        // 0.1187 ÷ 10.64 = 0.01115602 TL/kWh
        #expect(try sample.invoice().specialConsumptionTax?.description == "1.12")
        let limits = EligibleConsumers(
            limits: try RateTable([.init(from: day, value: StandardVolume(litres: 300_000_000))]))
        #expect(try limits.contains(yearlyUse: StandardVolume(litres: 300_000_000), on: day))
        #expect(try !limits.contains(yearlyUse: StandardVolume(litres: 299_999_999), on: day))
    }

    @Test("A change of price, K or calorific value makes a line of its own where the tariff says so")
    func linesPerChange() throws {
        var sample = sample()
        sample.prices = ["2025-01-01": "2", "2026-02-01": "3"]
        sample.priceChange = .lines
        // 11 of 30 days: 36.667 m3, then 63.333.
        let invoice = try sample.invoice()
        #expect(
            lines(invoice) == [
                "consumption 36.667 × 2.00000000 = 73.33", "consumption 63.333 × 3.00000000 = 190.00",
            ])
        #expect(invoice.figures.consumptionCharge.description == "263.33")
        #expect(invoice.figures.measuredVolume.description == "100.000")
        sample.priceChange = .dayWeightedAverage
        // (11 × 2 + 19 × 3) ÷ 30 = 2.63333333
        #expect(try lines(sample.invoice()) == ["consumption 100.000 × 2.63333333 = 263.33"])
        sample.priceChange = .lines
        sample.monthlyCorrections = ["2026-01": "1", "2026-02": "2"]
        let corrected = try sample.invoice()
        #expect(lines(corrected).last == "consumption 126.666 × 3.00000000 = 380.00")
        #expect(corrected.figures.correctedVolume.description == "163.333")
        #expect(corrected.figures.correctionFactor.description == "1.63333")
    }

    @Test("The tax date chooses the KDV rate, or the days do where the tariff says so")
    func tax() throws {
        var sample = sample()
        sample.taxRates = ["2007-01-01": "0.18", "2026-02-01": "0.20"]
        #expect(try sample.invoice().figures.valueAddedTax.description == "40.00")
        sample.taxDay = "2026-01-31"
        #expect(try sample.invoice().figures.valueAddedTax.description == "36.00")
        #expect(try sample.invoice().taxDate.description == "2026-01-31")
        sample.taxChange = .dayWeightedAverage
        // (11 × 0.18 + 19 × 0.20) ÷ 30 = 0.192667
        #expect(try sample.invoice().figures.valueAddedTaxRate.description == "0.192667")
        #expect(try sample.invoice().figures.valueAddedTax.description == "38.53")
    }
}
