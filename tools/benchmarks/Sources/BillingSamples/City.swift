package import Billing
package import GasPhysics
package import Quantities

/// A subscriber as a utility's register has it, and this month's reading.
package struct Household: Sendable {
    package let subscriber: Subscriber
    package let meter: Meter
    package let lastMonth: MeterReading
    package let thisMonth: MeterReading
}

/// An invented utility: what all its invoices share.
package struct City: Sendable {
    package let issuer: Issuer
    package let tariff: TariffVersion
    package let gas: GasQuality
    package let workingDays: WorkingDays
    package let invoiceDate: CivilDate

    package init() throws {
        let request = try wholeInvoiceRequest()
        let day = { (text: String) throws in try CivilDate(iso8601: text) }
        (issuer, gas) = (request.issuer, request.gas)
        invoiceDate = try day("2026-02-20")
        workingDays = WorkingDays(holidays: [try day("2026-04-23"), try day("2026-05-01")])
        // A price with its published parts, which changes inside the period.
        let parts = PriceParts(
            purchase: UnitPrice(hundredMillionths: 33_000_000),
            specialConsumptionTax: UnitPrice(hundredMillionths: 220_000),
            systemUse: UnitPrice(hundredMillionths: 11_417_590))
        let dearer = PriceParts(
            purchase: UnitPrice(hundredMillionths: 35_000_000),
            specialConsumptionTax: UnitPrice(hundredMillionths: 220_000),
            systemUse: UnitPrice(hundredMillionths: 11_417_590))
        tariff = TariffVersion(
            name: "ornek-2026-02",
            prices: try RateTable([
                .init(from: try day("2026-01-01"), value: try RetailPrice(parts: .perKilowattHour(parts))),
                .init(from: try day("2026-02-01"), value: try RetailPrice(parts: .perKilowattHour(dearer))),
            ]), valueAddedTax: request.tariff.valueAddedTax, dueDays: 15)
    }

    /// Households with names, addresses, numbers and indexes of their own, the same for the same range.
    package func households(_ numbers: Range<Int>) throws -> [Household] {
        var random = Random(20_261_130)
        let (first, last) = (try CivilDate(iso8601: "2026-01-20"), try CivilDate(iso8601: "2026-02-19"))
        return try numbers.map { number in
            let index = random.next(0...90_000)
            return Household(
                subscriber: Subscriber(
                    number: try SubscriberNumber("\(1_000_000_000 + number)"),
                    installation: try InstallationNumber("\(20_000_000 + number)"), name: "Ayşe Örnek \(number)",
                    address: "Örnek Mah. \(number). Sok. No 3/5, Çankaya", kind: .residential),
                meter: Meter(
                    serial: try MeterSerial("\(30_000_000 + number)"), gClass: "G4", pressureMillibar: 21, wheels: 5,
                    decimals: 3),
                lastMonth: MeterReading(index: try Index(value: index, digits: 5), date: first),
                thisMonth: MeterReading(index: try Index(value: index + random.next(10...400), digits: 5), date: last))
        }
    }
}
