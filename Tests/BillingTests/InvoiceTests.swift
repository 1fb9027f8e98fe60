import Billing
import GasPhysics
import Quantities
import Testing

@Suite("Invoices")
struct InvoiceTests {
    // bursagaz.com/faturalandirma: 157.72 m3, 10.97, 1730 kWh, 772.23, 154.45, 926.68, 927.00.
    @Test("Bursagaz's published bill comes out digit for digit")
    func published() throws {
        let invoice = try SampleRequest().invoice()
        let figures = invoice.figures
        #expect(figures.correctedVolumeFigure.printed(in: .turkish) == "157,72")
        #expect(figures.energyFactorFigure.printed(in: .turkish) == "10,97")
        #expect(figures.energyFigure.printed(in: .turkish) == "1.730")
        #expect(figures.consumptionCharge.description == "772.23")
        #expect(figures.valueAddedTax.description == "154.45")
        #expect(figures.total.description == "926.68")
        #expect(figures.payableRounding.description == "0.32")
        #expect(figures.payable.description == "927.00")
        #expect(invoice.lines.count == 1)
        #expect(invoice.lines.first?.amount == figures.consumptionCharge)
        #expect(invoice.lines.first?.quantity == figures.energyFigure)
        #expect(invoice.tariffVersion == "ornek-2026-01")
        #expect(invoice.roundingProfile == "bursagaz")
        #expect(invoice.days == 30)
    }

    @Test("The derivation tells each step with the figures that are printed")
    func derivation() throws {
        let lines = try SampleRequest().invoice().derivation.map { step in
            "\(step.code.rawValue): \(step.operands.map(\.figure.description).joined(separator: " ")) = \(step.result)"
        }
        #expect(
            lines == [
                "measuredVolume: 2319 2166 1 5 = 153", "correctedVolume: 153 1.03083 = 157.72",
                "energyFactor: 9438.77 860.42 = 10.97", "energy: 157.72 10.97 = 1730",
                "consumptionCharge: 1730 0.44637590 = 772.23", "valueAddedTax: 772.23 0.20 = 154.45",
                "total: 772.23 154.45 = 926.68", "payable: 926.68 0.32 = 927.00",
            ])
    }

    @Test("Averages, published parts and a rollover have their steps in the derivation")
    func longDerivation() throws {
        var sample = SampleRequest(firstIndex: "99990", lastIndex: "00010")
        sample.rounding = .standard
        sample.parts = .perStandardVolume(
            PriceParts(
                purchase: try StandardVolumePrice(parsing: "5.631275", notation: .plain),
                specialConsumptionTax: try StandardVolumePrice(parsing: "0.1187", notation: .plain),
                systemUse: try StandardVolumePrice(parsing: "4.11632", notation: .plain)))
        sample.prices = ["2026-01-01": "", "2026-02-01": ""]
        sample.monthlyCorrections = ["2026-01": "0.94875", "2026-02": "0.94784"]
        let invoice = try sample.invoice()
        #expect(invoice.isRollover)
        #expect(
            invoice.derivation.map(\.code) == [
                .measuredVolume, .averageCorrectionFactor, .correctedVolume, .energyFactor, .energy,
                .pricePerKilowattHour, .pricePerKilowattHour, .averagePrice, .consumptionCharge, .valueAddedTax, .total,
                .payable,
            ])
        let volume = try #require(invoice.derivation.first)
        #expect(
            volume.operands.suffix(2) == [
                .init(.counterRange, DecimalFigure(100_000)), .init(.wheels, DecimalFigure(5)),
            ])
        #expect(volume.result.description == "20")
        #expect(invoice.derivation[1].operands.map(\.figure.description) == ["11", "0.94875", "19", "0.94784"])
        #expect(invoice.derivation[1].result.description == "0.94817")
        // Palen's household tariff, published as 9.866295 TL/Sm3.
        #expect(
            invoice.derivation[5].operands.map(\.figure.description) == ["5.631275", "0.118700", "4.116320", "10.64"])
        #expect(invoice.derivation[5].result.description == "0.92728336")
        #expect(invoice.prices.map(\.days) == [11, 19])
        #expect(invoice.derivation[3].isShownRounded)
        #expect(invoice.derivation[3].result.description == "10.96995653")
    }

    @Test(
        "The due date is the term after the invoice date, on the next working day",
        arguments: [
            (0, "2026-02-20"), (1, "2026-02-23"), (15, "2026-03-09"), (17, "2026-03-09"), (18, "2026-03-10"),
            (28, "2026-03-23"),
        ])
    func dueDate(days: Int, expected: String) throws {
        // 20 March 2026 is the synthetic holiday here, a Friday.
        let sample = SampleRequest(dueDays: days, holidays: ["2026-03-20"])
        #expect(try sample.invoice().dueDate.description == expected)
    }

    @Test("The invoice date chooses the KDV rate")
    func taxRate() throws {
        var sample = SampleRequest(taxRates: ["2007-01-01": "0.18", "2026-02-20": "0.20"])
        #expect(try sample.invoice().figures.valueAddedTax.description == "154.45")
        sample.invoiceDay = "2026-02-19"
        #expect(try sample.invoice().figures.valueAddedTax.description == "139.00")
    }

    @Test("The multiplier stands between counter and volume, the limit is one of the counter")
    func multiplier() throws {
        let sample = SampleRequest(multiplier: "10", limit: "153")
        #expect(try sample.invoice().figures.measuredVolume.description == "1530.000")
    }

    @Test("No use makes an invoice of nothing")
    func noUse() throws {
        let invoice = try SampleRequest(lastIndex: "02166").invoice()
        #expect(invoice.figures.payable == .zero)
        #expect(invoice.figures.energyFigure.description == "0")
    }

    @Test("The same request makes the same invoice")
    func repeatable() throws {
        #expect(try SampleRequest().invoice() == SampleRequest().invoice())
    }
}

@Suite("Requests that make no invoice")
struct InvoiceRefusalTests {
    private func refusal(_ sample: SampleRequest) throws -> BillingError? {
        let request = try sample.request()
        do throws(BillingError) {
            _ = try Invoice(request)
            return nil
        } catch {
            return error
        }
    }

    @Test("A prepaid subscriber is not billed")
    func prepaid() throws {
        #expect(try refusal(SampleRequest(paymentScheme: .prepaid)) == .prepaidSubscriber)
    }

    @Test("An index lower than the last is held unless it is a plausible rollover")
    func lower() throws {
        let (first, last) = (try Index(printed: "02166"), try Index(printed: "02100"))
        #expect(try refusal(SampleRequest(lastIndex: "02100")) == .indexLower(first: first, last: last))
        #expect(try refusal(SampleRequest(lastIndex: "02100", limit: nil)) == .indexLower(first: first, last: last))
    }

    @Test("A jump past the limit and an index of another length are held")
    func implausible() throws {
        #expect(
            try refusal(SampleRequest(lastIndex: "09000"))
                == .consumptionImplausible(
                    first: Index(printed: "02166"), last: Index(printed: "09000"), limit: MeterVolume(litres: 2_000_000)
                ))
        #expect(
            try refusal(SampleRequest(lastIndex: "123456")) == .indexDigits(try Index(printed: "123456"), wheels: 5))
        #expect(try refusal(SampleRequest(firstIndex: "2166")) == .indexDigits(try Index(printed: "2166"), wheels: 5))
    }

    @Test("Days must run forwards, from reading to reading to invoice")
    func days() throws {
        let (first, last) = (try CivilDate(iso8601: "2026-01-20"), try CivilDate(iso8601: "2026-02-19"))
        #expect(
            try refusal(SampleRequest(lastDay: "2026-01-20")) == .emptyPeriod(first: first, last: first))
        #expect(
            try refusal(SampleRequest(invoiceDay: "2026-02-18"))
                == .invoiceBeforeLastReading(invoice: CivilDate(iso8601: "2026-02-18"), reading: last))
        #expect(
            try refusal(SampleRequest(dueDays: 400_000)) == .dueDateOutOfRange)
    }

    @Test("A day without a price, a factor or a tax rate is named")
    func missing() throws {
        #expect(
            try refusal(SampleRequest(prices: ["2026-01-22": "1"])) == .noPrice(on: CivilDate(iso8601: "2026-01-21")))
        #expect(
            try refusal(SampleRequest(monthlyCorrections: ["2026-01": "1"]))
                == .noCorrectionFactor(on: CivilDate(iso8601: "2026-02-01")))
        #expect(
            try refusal(SampleRequest(taxRates: ["2026-03-01": "0.2"]))
                == .noTaxRate(on: CivilDate(iso8601: "2026-02-20")))
    }

    @Test("Above 300 mbar a corrector is compulsory", arguments: [(300, false), (301, true), (4_000, true)])
    func pressure(millibar: Int, isRefused: Bool) throws {
        let refusal = try refusal(SampleRequest(pressureMillibar: millibar))
        #expect(refusal == (isRefused ? .correctorCompulsory(pressureMillibar: millibar) : nil))
    }

    @Test("Figures that cannot be are named")
    func outOfBounds() throws {
        #expect(try refusal(SampleRequest(correction: "0")) == .outOfBounds(.correctionFactor))
        #expect(try refusal(SampleRequest(correction: "-1")) == .outOfBounds(.correctionFactor))
        #expect(try refusal(SampleRequest(calorificValue: "0")) == .outOfBounds(.calorificValue))
        #expect(try refusal(SampleRequest(multiplier: "0")) == .outOfBounds(.multiplier))
        #expect(try refusal(SampleRequest(prices: ["2026-01-01": "-0.1"])) == .outOfBounds(.price))
        #expect(try refusal(SampleRequest(taxRates: ["2026-01-01": "1.01"])) == .outOfBounds(.valueAddedTaxRate))
        #expect(try refusal(SampleRequest(taxRates: ["2026-01-01": "-0.01"])) == .outOfBounds(.valueAddedTaxRate))
        #expect(try refusal(SampleRequest(dueDays: -1)) == .outOfBounds(.dueDays))
    }

    @Test("Figures that do not fit name the step that they break")
    func overflow() throws {
        let largest = String(repeating: "9", count: 18)
        var sample = SampleRequest(
            firstIndex: String(repeating: "0", count: 18), lastIndex: largest, wheels: 18, limit: nil)
        #expect(try refusal(sample) == .overflow(.measuredVolume))
        sample.lastIndex = "009000000000000000"
        sample.rounding = .standard
        #expect(try refusal(sample) == .overflow(.correctedVolume))
        sample.correction = "1"
        #expect(try refusal(sample) == .overflow(.energy))
        sample.calorificValue = "860.42"
        sample.prices = ["2026-01-01": "90000000000"]
        #expect(try refusal(sample) == .overflow(.consumptionCharge))
        sample.prices = ["2026-01-01": "10"]
        #expect(try refusal(sample) == .overflow(.total))
        sample.prices = ["2026-01-01": "1"]
        #expect(try refusal(sample) == nil)
    }
}
