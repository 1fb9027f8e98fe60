import Accounts
import Billing
import GasPhysics
import Quantities
import Storage
import Testing

@Suite("Invoices of every kind that are stored")
struct InvoiceRecordKindsTests {
    private func request() throws -> InvoiceRequest {
        let day = { (text: String) in try CivilDate(iso8601: text) }
        let price = { (purchase: Int64) in
            RetailPrice.Parts.perStandardVolume(
                PriceParts(
                    purchase: StandardVolumePrice(microlira: purchase),
                    specialConsumptionTax: StandardVolumePrice(microlira: 118_700),
                    systemUse: StandardVolumePrice(microlira: 4_116_320)))
        }
        let tariff = TariffVersion(
            name: "konut \"2026\" \\ ş",
            prices: try RateTable([
                .init(from: try day("2025-06-01"), value: try RetailPrice(parts: price(5_631_275))),
                .init(from: try day("2026-02-10"), value: try RetailPrice(parts: price(6_000_000))),
            ]),
            valueAddedTax: try RateTable([.init(from: try day("2020-01-01"), value: Rate(partsPerMillion: 200_000))]),
            rounding: .bursagaz, dayCount: .excludeFirst, dueDays: 15, minimumBill: .off)
        return InvoiceRequest(
            number: try InvoiceNumber("OGZ2026000000007"), replaces: try InvoiceNumber("OGZ2026000000003"),
            issuer: Issuer(
                name: "Örnek\tGaz\u{1}", address: "Örnek Mah. 1, Ankara", taxOffice: "Örnek",
                taxNumber: try VKN("4540536920"),
                bankAccounts: [
                    try IBAN("TR330006100519786457841326"), try IBAN("TR020001000179350985625001"),
                ]),
            subscriber: Subscriber(
                number: try SubscriberNumber("4100000010"), installation: try InstallationNumber("77001"),
                name: "Ayşe \"Örnek\" \\ 😀", address: "Ankara\n2", kind: .residential, paymentScheme: .afterUse),
            meter: Meter(
                serial: try MeterSerial("57666350"), gClass: "G10", pressureMillibar: 300, wheels: 5, decimals: 2),
            firstReading: MeterReading(index: try Index(printed: "01000"), date: try day("2026-01-20")),
            lastReading: MeterReading(index: try Index(printed: "01250"), date: try day("2026-02-19")),
            plausibleLimit: try MeterVolume(parsing: "9000", notation: .plain),
            gas: GasQuality(
                correction: .fixed(CorrectionFactor(hundredThousandths: 118_000)),
                calorific: .fixed(GrossCalorificValue(tenThousandths: 92_150_000))),
            tariff: tariff, invoiceDate: try day("2026-02-20"), taxDate: try day("2026-02-19"),
            workingDays: WorkingDays(holidays: []))
    }

    private func comesBack(_ request: InvoiceRequest) throws -> Invoice {
        let invoice = try Invoice(request)
        let stored = try InvoiceRecord.invoice(json: InvoiceRecord.json(invoice))
        #expect(stored == invoice && stored.derivation == invoice.derivation)
        // Every amount on it has its step, and every step that rests on a policy the edition.
        #expect(PrintedAmounts.unexplained(stored, stored.derivation).isEmpty)
        #expect(PrintedAmounts.withoutEdition(stored.derivation).isEmpty)
        return invoice
    }

    @Test("Charges, a credit that is left over, an earlier debt and texts with every kind of character come back equal")
    func additions() throws {
        var request = try request()
        request.additions = InvoiceAdditions(
            correction: Money(kurus: -5_000), calorificDifference: Money(kurus: 120), lateFee: Money(kurus: 333),
            instalment: Money(kurus: 10_000), credit: Money(kurus: 9_000_000), previousDebt: Money(kurus: 77))
        let invoice = try comesBack(request)
        #expect(invoice.charges.count == 5 && invoice.carried != .none && invoice.replaces != nil)
        #expect(invoice.prices.count == 2 && invoice.previousDebt.kurus == 77)
    }

    @Test("An amount without its step is found: each step that comes to one is missed where it is left out")
    func missed() throws {
        var request = try request()
        request.additions = InvoiceAdditions(
            correction: Money(kurus: -5_000), calorificDifference: Money(kurus: 120), lateFee: Money(kurus: 333),
            instalment: Money(kurus: 10_000), credit: Money(kurus: 900), previousDebt: Money(kurus: 77))
        let invoice = try comesBack(request)
        let printed: [DerivationStep.Code] = [
            .consumptionCharge, .appliedCorrection, .appliedCalorificDifference, .lateFeeTotal, .valueAddedTaxBase,
            .valueAddedTax, .total, .dueInstalment, .appliedCredit, .payable, .earlierDebt,
        ]
        for code in printed {
            let steps = invoice.derivation.filter { $0.code != code }
            #expect(steps.count < invoice.derivation.count, "\(code)")
            #expect(!PrintedAmounts.unexplained(invoice, steps).isEmpty, "\(code)")
        }
    }

    @Test(
        "System use alone, an untaxed late fee, a rule of the tariff, lines for each stretch of days, a final invoice")
    func others() throws {
        var request = try request()
        request.supply = .systemUseOnly
        request.additions = InvoiceAdditions(lateFee: Money(kurus: 333), isLateFeeTaxed: false)
        #expect(try comesBack(request).lines.map(\.code) == [.systemUse])
        request.additions = InvoiceAdditions(correction: Money(kurus: -900_000_000), credit: Money(kurus: 5))
        #expect(try comesBack(request).figures.payable == .zero)
        request = try self.request()
        request.occasion = .final
        let discount = TariffRule(version: "discount-1") { (use: inout PricedUse) throws(BillingError) in
            try use.discount(Rate(partsPerMillion: 100_000), days: 7)
            try use.discount(Rate(partsPerMillion: 50_000), days: 3)
        }
        let tariff = request.tariff
        for priceChange in TariffVersion.PriceChange.allCases {
            request.tariff = TariffVersion(
                name: tariff.name, prices: tariff.prices, valueAddedTax: tariff.valueAddedTax,
                rounding: tariff.rounding,
                dueDays: 15, priceChange: priceChange, minimumBill: .tenCubicMetres,
                rules: [.freeVolume(CorrectedVolume(litres: 25_000), version: "free-25"), discount])
            #expect(try comesBack(request).charges.map(\.code) == [.discount])
            request.occasion = .period
        }
    }

    @Test("Text that holds no step, an unknown code or an edition that is not there is no invoice")
    func broken() throws {
        let json = InvoiceRecord.json(try Invoice(try request()))
        for (whole, part) in [
            ("measuredVolume;", "measuredVolumes;"), ("lastIndex:", "lastindex:"), (";=250", ""), (";=250", ";=25x"),
            ("total;", "total"), (";#1", ";#99"), (";#1", ";#-1"),
        ] {
            let mended = json.replacing(whole, with: part)
            #expect(mended != json, "\(whole)")
            #expect(throws: StoreError.self, "\(part)") { try InvoiceRecord.invoice(json: mended) }
        }
    }

    @Test("A corrector's registers come back equal")
    func corrector() throws {
        var request = try request()
        request.corrector = CorrectorReading(
            first: try Index(printed: "052000"), last: try Index(printed: "052300"),
            expectedFactor: CorrectionFactor(hundredThousandths: 118_000), tolerance: Rate(partsPerMillion: 50_000),
            approved: CorrectedVolume(litres: 300_000))
        #expect(try comesBack(request).corrector == request.corrector)
    }

    @Test("A meter change with factors by month comes back equal")
    func meterChange() throws {
        var request = try request()
        let months = try ["2026-01", "2026-02"].map {
            (try CivilMonth(iso8601: $0), CorrectionFactor(hundredThousandths: 92_000))
        }
        request.meterChanges = [
            MeterChange(
                date: try CivilDate(iso8601: "2026-02-01"),
                removed: Meter(serial: nil, gClass: "G4", pressureMillibar: 21, wheels: 5, decimals: 3),
                removedAt: try Index(printed: "01100"), newMeterStart: try Index(printed: "01150"),
                correction: .monthly(MonthlyTable(Dictionary(uniqueKeysWithValues: months))))
        ]
        #expect(try comesBack(request).meterChanges == request.meterChanges)
    }
}
