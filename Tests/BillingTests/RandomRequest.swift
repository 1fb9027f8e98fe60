import Billing
import GasPhysics
import Quantities
import Trials

/// A request of any kind that a utility may bill, from the draws of a case.
enum RandomRequest {
    /// The request, with everything that a real period can have now and then.
    static func sample(_ generator: inout SeededGenerator, rounding: RoundingProfile? = nil) throws -> SampleRequest {
        var sample = SampleRequest(limit: nil)
        sample.rounding = rounding ?? generator.element(of: RoundingProfile.shipped)
        let days = generator.count(in: 1...75)
        let first = try CivilDate(iso8601: "2026-01-01").advanced(byDays: generator.count(in: 0...20))
        let last = try first.advanced(byDays: days)
        (sample.firstDay, sample.lastDay) = (first.description, last.description)
        sample.invoiceDay = try last.advanced(byDays: 1).description
        sample.dayCount = generator.element(of: DayCountConvention.allCases)
        let use = generator.integer(in: 0...3_000)
        let start = generator.integer(in: 0...99_999)
        sample.firstIndex = try Index(value: start, digits: 5).description
        sample.lastIndex = try Index(value: (start + use) % 100_000, digits: 5).description
        sample.limit = "3000"
        sample.multiplier = generator.element(of: ["1", "10", "0.5"])
        prices(&sample, &generator)
        sample.monthlyCorrections = months(&generator) { generator in
            CorrectionFactor(hundredThousandths: generator.integer(in: 85_000...120_000)).description
        }
        sample.monthlyCalorificValues = months(&generator) { generator in
            GrossCalorificValue(tenThousandths: generator.integer(in: 880_000...960_000) * 100).description
        }
        sample.taxRates = ["2020-01-01": "0.18", "2026-02-10": "0.20"]
        sample.taxChange = generator.element(of: TariffVersion.TaxChange.allCases)
        if generator.oneIn(3) { sample.priceChange = .lines }
        if generator.oneIn(4) { sample.supply = .systemUseOnly }
        switch generator.count(in: 0...5) {
        case 4: try changeMeter(&sample, first: first, days: days, use: use, &generator)
        case 5: try addCorrector(&sample, use: use, &generator)
        default: break
        }
        if generator.oneIn(3) { sample.rules = try rules(&generator) }
        if generator.oneIn(2) { sample.additions = additions(&generator) }
        sample.additions.isLateFeeTaxed = !generator.oneIn(3)
        generator.note("request", sample)
        return sample
    }

    private static func prices(_ sample: inout SampleRequest, _ generator: inout SeededGenerator) {
        let count = generator.count(in: 1...3)
        let days = ["2025-06-01", "2026-02-01", "2026-02-20"].prefix(count)
        sample.prices = Dictionary(uniqueKeysWithValues: days.map { ($0, "0") })
        for day in days {
            sample.priceParts[day] = .perStandardVolume(
                PriceParts(
                    purchase: StandardVolumePrice(microlira: generator.integer(in: 0...12_000_000)),
                    specialConsumptionTax: StandardVolumePrice(microlira: generator.integer(in: 0...200_000)),
                    systemUse: StandardVolumePrice(microlira: generator.integer(in: 0...5_000_000))))
        }
    }

    private static func months(
        _ generator: inout SeededGenerator, _ value: (inout SeededGenerator) -> String
    ) -> [String: String] {
        var months: [String: String] = [:]
        for month in ["2026-01", "2026-02", "2026-03", "2026-04"] { months[month] = value(&generator) }
        return months
    }

    private static func changeMeter(
        _ sample: inout SampleRequest, first: CivilDate, days: Int, use: Int64, _ generator: inout SeededGenerator
    ) throws {
        let before = generator.integer(in: 0...use)
        let start = try Index(printed: sample.firstIndex).value
        sample.meterChanges = [
            MeterChange(
                date: try first.advanced(byDays: generator.count(in: 0...days)),
                removed: Meter(
                    serial: nil, gClass: "G10", pressureMillibar: 300,
                    multiplier: MeterMultiplier(thousandths: generator.element(of: [1_000, 2_000])), wheels: 5,
                    decimals: 3),
                removedAt: try Index(value: (start + before) % 100_000, digits: 5),
                newMeterStart: try Index(value: 7, digits: 5),
                correction: .fixed(CorrectionFactor(hundredThousandths: generator.integer(in: 110_000...130_000))))
        ]
        sample.lastIndex = try Index(value: 7 + use - before, digits: 5).description
    }

    private static func addCorrector(
        _ sample: inout SampleRequest, use: Int64, _ generator: inout SeededGenerator
    ) throws {
        sample.pressureMillibar = 4_000
        let start = generator.integer(in: 0...999_999)
        let corrected = use * generator.integer(in: 480...510) / 100
        sample.corrector = CorrectorReading(
            first: try Index(value: start, digits: 6),
            last: try Index(value: (start + corrected) % 1_000_000, digits: 6),
            expectedFactor: CorrectionFactor(hundredThousandths: 495_000),
            tolerance: Rate(partsPerMillion: 50_000),
            // A person looked where whole m3 are too coarse to tell.
            approved: use < 50 ? CorrectedVolume(litres: use * 4_950) : nil)
    }

    private static func rules(_ generator: inout SeededGenerator) throws -> [TariffRule] {
        let upper = RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: generator.integer(in: 0...200_000_000)))
        let from = try CivilDate(iso8601: "2025-01-01")
        let all: [TariffRule] = [
            .freeVolume(CorrectedVolume(litres: generator.integer(in: 0...200_000)), version: "free-1"),
            .upperTier(
                above: StandardVolume(litres: generator.integer(in: 0...500_000)),
                price: try RateTable([.init(from: from, value: upper)]), version: "tier-1"),
            .winterDiscount,
        ]
        return all.filter { _ in generator.oneIn(2) }
    }

    static func additions(_ generator: inout SeededGenerator) -> InvoiceAdditions {
        func money(_ range: ClosedRange<Int64>) -> Money {
            generator.oneIn(2) ? Money(kurus: generator.integer(in: range)) : .zero
        }
        return InvoiceAdditions(
            correction: money(-300_000...300_000), calorificDifference: money(-100_000...100_000),
            lateFee: money(0...50_000), instalment: money(0...50_000), credit: money(0...500_000),
            previousDebt: money(0...500_000))
    }
}
