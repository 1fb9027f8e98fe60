package import Billing
package import GasPhysics
package import Quantities

/// A request for a whole invoice of synthetic particulars: parties, dates, checks and derivation besides the figures.
package func wholeInvoiceRequest() throws -> InvoiceRequest {
    InvoiceRequest(
        issuer: Issuer(
            name: "Örnek Gaz Dağıtım A.Ş.", address: "Örnek Mah. 1, Ankara", taxOffice: "Örnek",
            taxNumber: try VKN("4540536920")),
        subscriber: Subscriber(
            number: try SubscriberNumber("1000000001"), installation: try InstallationNumber("2000001"),
            name: "Ayşe Örnek", address: "Örnek Sok. 2, Ankara", kind: .residential),
        meter: Meter(
            serial: try MeterSerial("39210145"), gClass: "G4", pressureMillibar: 21, wheels: 5, decimals: 3),
        firstReading: MeterReading(index: try Index(printed: "02166"), date: try CivilDate(iso8601: "2026-01-20")),
        lastReading: MeterReading(index: try Index(printed: "02319"), date: try CivilDate(iso8601: "2026-02-19")),
        gas: GasQuality(
            correction: .fixed(CorrectionFactor(hundredThousandths: 103_083)),
            calorificValue: GrossCalorificValue(tenThousandths: 94_387_700)),
        tariff: TariffVersion(
            name: "ornek-2026-01",
            prices: try RateTable([
                .init(
                    from: try CivilDate(iso8601: "2026-01-01"),
                    value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 44_637_590)))
            ]),
            valueAddedTax: try RateTable([
                .init(from: try CivilDate(iso8601: "2023-07-10"), value: Rate(partsPerMillion: 200_000))
            ]),
            dueDays: 15),
        invoiceDate: try CivilDate(iso8601: "2026-02-20"), workingDays: WorkingDays(holidays: []))
}
