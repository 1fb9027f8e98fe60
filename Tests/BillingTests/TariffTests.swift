import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Tariffs")
struct TariffTests {
    @Test(
        "Published parts add up to the published price, with KDV and per kWh",
        arguments: try GoldenRow.rows("tariff_components"))
    func golden(row: GoldenRow) throws {
        let parts = PriceParts<StandardVolumePrice>(
            purchase: try StandardVolumePrice(parsing: row["purchase"], notation: .plain),
            specialConsumptionTax: try StandardVolumePrice(parsing: row["otv"], notation: .plain),
            systemUse: try StandardVolumePrice(parsing: row["system_use"], notation: .plain))
        let net = try parts.total()
        #expect(try net == StandardVolumePrice(parsing: row["published_net"], notation: .plain))
        let gross = try net.addingValueAddedTax(at: Rate(partsPerMillion: 200_000))
        #expect(try gross == StandardVolumePrice(parsing: row["published_gross"], notation: .plain))
        let price = try RetailPrice(parts: .perStandardVolume(parts))
        #expect(try price.perKilowattHour == UnitPrice(parsing: row["net_per_kwh"], notation: .plain))
        #expect(price.parts == .perStandardVolume(parts))
    }

    @Test("A price with KDV exactly between two millionths is the larger one")
    func taxTies() throws {
        // 0.000005 × 1.10 = 0.0000055
        let rate = try Rate(parsing: "0.10", notation: .plain)
        #expect(try StandardVolumePrice(microlira: 5).addingValueAddedTax(at: rate).microlira == 6)
        #expect(try StandardVolumePrice(microlira: -5).addingValueAddedTax(at: rate).microlira == -6)
        #expect(try StandardVolumePrice(microlira: 15).addingValueAddedTax(at: rate).microlira == 17)
    }

    @Test("Parts in TL/kWh are summed as they are; what does not fit is an overflow")
    func sums() throws {
        let part = UnitPrice(hundredMillionths: 10)
        let parts = PriceParts(purchase: part, specialConsumptionTax: part, systemUse: part)
        #expect(try RetailPrice(parts: .perKilowattHour(parts)).perKilowattHour.hundredMillionths == 30)
        let largest = StandardVolumePrice(microlira: .max)
        #expect(throws: ArithmeticError.overflow) {
            try PriceParts(purchase: largest, specialConsumptionTax: largest, systemUse: largest).total()
        }
        #expect(throws: ArithmeticError.overflow) { try UnitPrice(largest) }
        #expect(throws: ArithmeticError.overflow) { try largest.addingValueAddedTax(at: .whole) }
    }

    @Test(
        "Price and K are averaged by days, by the convention of the tariff",
        arguments: try GoldenRow.rows("day_weighted"))
    func dayWeighted(row: GoldenRow) throws {
        var sample = SampleRequest(firstDay: try row["first_read"], lastDay: try row["last_read"])
        // The tables of the golden file's comment.
        sample.prices = ["2026-01-01": "0.80", "2026-02-01": "1.00", "2026-03-01": "0.95"]
        sample.monthlyCorrections = ["2026-01": "0.94875", "2026-02": "0.94784", "2026-03": "0.93945"]
        sample.dayCount = try #require(DayCountConvention(rawValue: row["convention"]))
        sample.invoiceDay = "2026-04-01"
        let invoice = try sample.invoice()
        #expect(try String(invoice.days) == row["days"])
        #expect(try invoice.figures.averagePrice.description == row["avg_price"])
        #expect(try invoice.figures.correctionFactor.description == row["avg_k"])
    }
}

@Suite("Working days")
struct WorkingDaysTests {
    @Test(
        "A day that is no working day gives way to the next one",
        arguments: [
            ("2026-11-20", "2026-11-20"), ("2026-11-21", "2026-11-23"), ("2026-11-22", "2026-11-23"),
            ("2026-10-28", "2026-10-30"), ("2026-05-26", "2026-06-01"),
        ])
    func next(day: String, expected: String) throws {
        // Republic Day and its eve, and a synthetic bayram that runs into a weekend.
        let holidays = ["2026-10-28", "2026-10-29", "2026-05-26", "2026-05-27", "2026-05-28", "2026-05-29"]
        let workingDays = WorkingDays(holidays: Set(try holidays.map { try CivilDate(iso8601: $0) }))
        let found = try workingDays.first(onOrAfter: try CivilDate(iso8601: day))
        #expect(found.description == expected)
    }

    @Test("Where no working day is left there is none")
    func none() throws {
        let last = try CivilDate(iso8601: "2999-12-31")
        #expect(throws: CivilDateError.outOfRange) {
            try WorkingDays(holidays: [last]).first(onOrAfter: last)
        }
    }
}
