import Billing
import GasPhysics
import Quantities

/// A request made of synthetic particulars and the figures of Bursagaz's published bill; tests change what they are about.
struct SampleRequest {
    var number: InvoiceNumber?
    var paymentScheme = Subscriber.PaymentScheme.afterUse
    var firstIndex = "02166"
    var lastIndex = "02319"
    var firstDay = "2026-01-20"
    var lastDay = "2026-02-19"
    var wheels = 5
    var multiplier = "1"
    var pressureMillibar = 21
    var limit: String? = "2000"
    var correction = "1.03083"
    var monthlyCorrections: [String: String]?
    var monthlyCalorificValues: [String: String]?
    var calorificValue = "9438.77"
    var prices = ["2025-01-01": "0.44637590"]
    var parts: RetailPrice.Parts?
    var taxRates = ["2023-07-10": "0.20"]
    var rounding = RoundingProfile.bursagaz
    var dayCount = DayCountConvention.excludeFirst
    var dueDays = 15
    var invoiceDay = "2026-02-20"
    var holidays: [String] = []
    var kind = Subscriber.Kind.residential
    var occasion = InvoiceRequest.Occasion.period
    var replaces: InvoiceNumber?
    var supply = Supply.gasAndSystemUse
    var meterChanges: [MeterChange] = []
    var corrector: CorrectorReading?
    var priceParts: [String: RetailPrice.Parts] = [:]
    var priceChange = TariffVersion.PriceChange.dayWeightedAverage
    var taxChange = TariffVersion.TaxChange.taxDate
    var taxDay: String?
    var minimumBill = MinimumBill.off
    var rules: [TariffRule] = []
    var additions = InvoiceAdditions.none
    var terms: InvoiceTerms?
    var freezes = BillingFreezes.none

    func request() throws -> InvoiceRequest {
        InvoiceRequest(
            number: number, replaces: replaces, occasion: occasion,
            issuer: Issuer(
                name: "Örnek Gaz Dağıtım A.Ş.", address: "Örnek Mah. 1, Ankara", taxOffice: "Örnek",
                taxNumber: try VKN("4540536920")),
            subscriber: Subscriber(
                number: try SubscriberNumber("1000000001"), installation: try InstallationNumber("2000001"),
                name: "Ayşe Örnek", address: "Örnek Sok. 2, Ankara", kind: kind,
                paymentScheme: paymentScheme),
            supply: supply,
            meter: Meter(
                serial: try MeterSerial("39210145"), gClass: "G4", pressureMillibar: pressureMillibar,
                multiplier: try MeterMultiplier(parsing: multiplier, notation: .plain), wheels: wheels, decimals: 3),
            firstReading: MeterReading(
                index: try Index(printed: firstIndex), date: try CivilDate(iso8601: firstDay)),
            lastReading: MeterReading(index: try Index(printed: lastIndex), date: try CivilDate(iso8601: lastDay)),
            meterChanges: meterChanges, corrector: corrector,
            plausibleLimit: try limit.map { try MeterVolume(parsing: $0, notation: .plain) },
            gas: GasQuality(
                correction: try gasCorrection(), calorific: try gasCalorific()),
            tariff: TariffVersion(
                name: "ornek-2026-01", prices: try RateTable(try prices.map(priceStep)),
                valueAddedTax: try RateTable(
                    try taxRates.map {
                        .init(from: try CivilDate(iso8601: $0), value: try Rate(parsing: $1, notation: .plain))
                    }),
                rounding: rounding, dayCount: dayCount, dueDays: dueDays, priceChange: priceChange,
                taxChange: taxChange, minimumBill: minimumBill, rules: rules),
            additions: additions, invoiceDate: try CivilDate(iso8601: invoiceDay),
            taxDate: try taxDay.map { try CivilDate(iso8601: $0) }, terms: terms, freezes: freezes,
            workingDays: WorkingDays(holidays: Set(try holidays.map { try CivilDate(iso8601: $0) })))
    }

    func invoice() throws -> Invoice { try Invoice(try request()) }

    private func gasCorrection() throws -> GasQuality.Correction {
        guard let monthlyCorrections else { return .fixed(try CorrectionFactor(parsing: correction, notation: .plain)) }
        let factors = try monthlyCorrections.map { month, factor in
            (try CivilMonth(iso8601: month), try CorrectionFactor(parsing: factor, notation: .plain))
        }
        return .monthly(MonthlyTable(Dictionary(uniqueKeysWithValues: factors)))
    }

    private func gasCalorific() throws -> GasQuality.Calorific {
        guard let monthlyCalorificValues else {
            return .fixed(try GrossCalorificValue(parsing: calorificValue, notation: .plain))
        }
        let values = try monthlyCalorificValues.map { month, value in
            (try CivilMonth(iso8601: month), try GrossCalorificValue(parsing: value, notation: .plain))
        }
        return .monthly(MonthlyTable(Dictionary(uniqueKeysWithValues: values)))
    }

    private func priceStep(_ from: String, _ price: String) throws -> RateTable<RetailPrice>.Step {
        let retailPrice =
            try (priceParts[from] ?? parts).map { try RetailPrice(parts: $0) }
            ?? RetailPrice(perKilowattHour: try UnitPrice(parsing: price, notation: .plain))
        return .init(from: try CivilDate(iso8601: from), value: retailPrice)
    }
}
