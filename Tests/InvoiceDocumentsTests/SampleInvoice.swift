import Billing
import Foundation
import GasPhysics
import InvoiceDocuments
import Quantities
import Wording

/// Invoices with invented people, and the figures of published bills.
struct SampleInvoice {
    var name = "Ayşegül Ğüşıöçİ Örnek"
    var address = "Örnek Mah. Gaz Sok. No 3/5, 06690 Çankaya/Ankara"
    var number: String? = "OGZ2026000000001"
    var firstIndex = "02166"
    var lastIndex = "02319"
    var firstDate = "2026-01-20"
    var lastDate = "2026-02-19"
    var invoiceDate = "2026-02-20"
    var multiplier = "1"
    var limit: String?
    var rounding = RoundingProfile.bursagaz
    var correction = GasQuality.Correction.fixed(CorrectionFactor(hundredThousandths: 103_083))
    var calorificValue = "9438.77"
    var monthlyCalorificValues: [String: String]?
    var additions = InvoiceAdditions.none
    var bankAccounts = ["TR330006100519786457841326"]
    var corrector: CorrectorReading?
    var prices: [(from: String, price: RetailPrice)] = [
        ("2025-01-01", RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 44_637_590)))
    ]

    /// The worked example that Bursagaz publishes (bursagaz.com/faturalandirma): 153 m³ are 927.00 TL.
    static let bursagaz = SampleInvoice()

    /// A year between the readings, with a price and a K for each month, and names of the greatest length.
    static var longest: SampleInvoice {
        get throws {
            var sample = SampleInvoice()
            sample.name = String(repeating: "Ayşegül Şehriban Öğütücüoğlu-Çağlayangil ", count: 4)
            sample.address = String(repeating: "Bahçelievler Mah. Şehit Öğretmen Gökçe Sok. No 123/45 ", count: 6)
            sample.firstDate = "2025-01-20"
            sample.invoiceDate = "2026-02-20"
            sample.multiplier = "10"
            sample.rounding = .standard
            var months: [CivilMonth: CorrectionFactor] = [:]
            sample.prices = []
            for number in 0..<14 {
                let month = try CivilMonth(year: 2025 + number / 12, month: number % 12 + 1)
                months[month] = CorrectionFactor(hundredThousandths: 94_000 + Int64(number) * 31)
                let parts = PriceParts(
                    purchase: StandardVolumePrice(microlira: 5_631_275 + Int64(number) * 10_000),
                    specialConsumptionTax: StandardVolumePrice(microlira: 118_700),
                    systemUse: StandardVolumePrice(microlira: 4_116_320))
                sample.prices.append(("\(month)-01", try RetailPrice(parts: .perStandardVolume(parts))))
            }
            sample.correction = .monthly(MonthlyTable(months))
            return sample
        }
    }

    func invoice() throws -> Invoice {
        try Invoice(
            InvoiceRequest(
                number: try number.map { try InvoiceNumber($0) },
                issuer: Issuer(
                    name: "Örnek Gaz Dağıtım A.Ş.", address: "Örnek Mah. Gaz Cad. No 1, 06000 Çankaya/Ankara",
                    taxOffice: "Örnek V.D.", taxNumber: try VKN("4540536920"),
                    bankAccounts: try bankAccounts.map { try IBAN($0) }, callCentre: "0850 000 00 00"),
                subscriber: Subscriber(
                    number: try SubscriberNumber("4100012345"), installation: try InstallationNumber("7700054321"),
                    name: name, address: address, kind: .residential),
                meter: Meter(
                    serial: try MeterSerial("00882400"), gClass: "G4", pressureMillibar: 21,
                    multiplier: try MeterMultiplier(parsing: multiplier, notation: .plain), wheels: 5, decimals: 3),
                firstReading: MeterReading(
                    index: try Index(printed: firstIndex), date: try CivilDate(iso8601: firstDate)),
                lastReading: MeterReading(
                    index: try Index(printed: lastIndex), date: try CivilDate(iso8601: lastDate)),
                corrector: corrector,
                plausibleLimit: try limit.map { try MeterVolume(parsing: $0, notation: .plain) },
                gas: GasQuality(
                    correction: correction, calorific: try calorific()),
                tariff: TariffVersion(
                    name: "ornek-2026.1",
                    prices: try RateTable(
                        try prices.map { .init(from: try CivilDate(iso8601: $0.from), value: $0.price) }),
                    valueAddedTax: try RateTable([
                        .init(from: try CivilDate(iso8601: "2023-07-10"), value: Rate(partsPerMillion: 200_000))
                    ]),
                    rounding: rounding, dueDays: 15),
                additions: additions, invoiceDate: try CivilDate(iso8601: invoiceDate),
                workingDays: WorkingDays(holidays: [])))
    }

    private func calorific() throws -> GasQuality.Calorific {
        guard let monthlyCalorificValues else {
            return .fixed(try GrossCalorificValue(parsing: calorificValue, notation: .plain))
        }
        let values = try monthlyCalorificValues.map { month, value in
            (try CivilMonth(iso8601: month), try GrossCalorificValue(parsing: value, notation: .plain))
        }
        return .monthly(MonthlyTable(Dictionary(uniqueKeysWithValues: values)))
    }

    func sheet(_ language: Language = .turkish, crop: JPEGImage? = nil) throws -> InvoiceSheet {
        InvoiceSheet(
            try invoice(), language: language, crop: crop, tariffSource: "bursagaz.com/faturalandirma",
            identityNumber: "10000000146", isReadByMachine: true)
    }
}
