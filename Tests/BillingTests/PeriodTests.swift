import Billing
import Quantities
import Testing
import Trials

@Suite("Periods")
struct PeriodTests {
    private func day(_ text: String) throws -> CivilDate { try CivilDate(iso8601: text) }

    @Test("Each case of the golden file is assessed as it says", arguments: try GoldenRow.rows("periods"))
    func golden(row: GoldenRow) throws {
        let assessment = try PeriodAssessment(
            previous: try day(row["previous_read"]), read: try day(row["read"]),
            isCompanyFault: row["company_fault"] == "true", rules: .regulation2026)
        #expect(try String(assessment.days) == row["days"])
        #expect(try String(assessment.deviation) == row["deviation"])
        #expect(try String(assessment.minimumNotice) == row["min_notice_days"])
        #expect(try String(assessment.minimumInstalments) == row["min_instalments"])
        let isKept = assessment.isNoticeKept(delivered: try day(row["delivered"]), due: try day(row["due"]))
        #expect(try String(isKept) == row["notice_ok"])
    }

    @Test(
        "Five days off are within the limit, six are not; instalments need the company's fault",
        arguments: [
            (25, true, 10, 1), (24, true, 25, 1), (24, false, 25, 1), (35, true, 10, 1), (36, true, 10, 4),
            (36, false, 10, 1),
        ])
    func deviation(days: Int, isFault: Bool, notice: Int, instalments: Int) throws {
        let first = try day("2026-03-01")
        let assessment = try PeriodAssessment(
            previous: first, read: try first.advanced(byDays: days), isCompanyFault: isFault, rules: .regulation2026)
        #expect(assessment.minimumNotice == notice)
        #expect(assessment.minimumInstalments == instalments)
    }

    @Test("The right to instalments names the plan that can be made at once")
    func longPeriodPlan() throws {
        let assessment = try PeriodAssessment(
            previous: try day("2026-01-01"), read: try day("2026-02-10"), isCompanyFault: true, rules: .regulation2026)
        let policy = try #require(assessment.instalments)
        #expect(policy == .longPeriodInFour)
        // 926.68 ÷ 4 = 231.67 exactly.
        let plan = try InstalmentPlan(
            amount: Money(kurus: 92_668), from: try day("2026-03-02"), workingDays: WorkingDays(holidays: []),
            policy: policy)
        #expect(plan.parts.map(\.amount.description) == ["231.67", "231.67", "231.67", "231.67"])
    }

    @Test("A half-month is measured by its own length")
    func halfMonth() throws {
        let assessment = try PeriodAssessment(
            previous: try day("2026-03-01"), read: try day("2026-03-16"), isCompanyFault: true, cycle: .halfMonthly,
            rules: .regulation2026)
        #expect(assessment.deviation == 0)
        #expect(try BillingCycle.halfMonthly.lastDay(around: try day("2026-02-15")).description == "2026-02-15")
        #expect(try BillingCycle.halfMonthly.lastDay(around: try day("2026-02-16")).description == "2026-02-28")
        #expect(try BillingCycle.monthly.lastDay(around: try day("2028-02-03")).description == "2028-02-29")
    }

    @Test("The due date keeps the notice after the delivery, the longer one where the utility read early")
    func dueDate() throws {
        var sample = SampleRequest(dueDays: 5)
        sample.terms = InvoiceTerms(delivered: try day("2026-02-20"))
        #expect(try sample.invoice().dueDate.description == "2026-03-02")
        #expect(try sample.invoice().policyVersions.last == "periods-2026.1")
        sample.firstDay = "2026-01-27"  // 23 days
        #expect(try sample.invoice().dueDate.description == "2026-03-17")
        sample.dueDays = 60
        #expect(try sample.invoice().dueDate.description == "2026-04-21")
        sample.firstDay = "2026-01-10"  // 40 days
        sample.dueDays = 5
        sample.terms = InvoiceTerms(delivered: try day("2026-02-20"), isCompanyFault: true)
        #expect(try sample.invoice().minimumInstalments == 4)
    }

    @Test("A year has twelve periods; each opens once, and nothing enters it once it is closed")
    func states() throws {
        let year = try ReadingPeriod.twelve(of: 2026)
        #expect(year.map(\.month.month) == Array(1...12))
        let planned = year[1]
        #expect(planned.lastDay.description == "2026-02-28")
        let reading = try day("2026-02-10")
        #expect(throws: ReadingPeriodError.notOpen(planned.month)) { try planned.admit(readingOf: reading) }
        #expect(throws: ReadingPeriodError.notOpen(planned.month)) { try planned.closed() }
        let open = try planned.opened()
        try open.admit(readingOf: reading)
        let march = try day("2026-03-01")
        #expect(throws: ReadingPeriodError.outside(open.month, march)) { try open.admit(readingOf: march) }
        #expect(throws: ReadingPeriodError.openedBefore(open.month)) { try open.opened() }
        let closed = try open.closed()
        #expect(throws: ReadingPeriodError.closed(closed.month)) { try closed.admit(readingOf: reading) }
        #expect(throws: ReadingPeriodError.openedBefore(closed.month)) { try closed.opened() }
        #expect(try closed.closed() == closed)
        #expect(throws: ReadingPeriodError.noDays(open.month)) {
            try ReadingPeriod(month: open.month, firstDay: march, lastDay: reading)
        }
    }

    @Test("Freezes that overlap or touch are one; an open one swallows what follows")
    func freezes() throws {
        func freeze(_ first: String, _ returned: String?) throws -> BillingFreeze {
            try BillingFreeze(first: try day(first), returned: try returned.map { try day($0) })
        }
        let merged = BillingFreezes([
            try freeze("2026-03-01", "2026-03-11"), try freeze("2026-01-05", "2026-01-21"),
            try freeze("2026-01-10", "2026-01-16"), try freeze("2026-01-21", "2026-02-01"),
            try freeze("2026-02-10", "2026-02-10"),
        ])
        #expect(merged.freezes == [try freeze("2026-01-05", "2026-02-01"), try freeze("2026-03-01", "2026-03-11")])
        #expect(merged.freeze(on: try day("2026-01-31")) != nil)
        #expect(merged.freeze(on: try day("2026-02-01")) == nil)
        #expect(merged.freeze(on: try day("2026-02-10")) == nil)
        let open = BillingFreezes([try freeze("2026-03-01", nil), try freeze("2026-05-01", "2026-05-03")])
        #expect(open.freezes == [try freeze("2026-03-01", nil)])
    }

    @Test("No invoice is issued while the customer travels; after the return the whole time is billed once")
    func travel() throws {
        var sample = SampleRequest()
        let freeze = try BillingFreeze(first: try day("2026-02-10"), returned: try day("2026-03-11"))
        sample.freezes = BillingFreezes([freeze])
        #expect(throws: BillingError.deferred(.frozen(freeze))) { try sample.invoice() }
        sample.lastDay = "2026-03-11"
        sample.invoiceDay = "2026-03-11"
        #expect(try sample.invoice().days == 50)
        sample.lastDay = "2026-03-01"
        sample.invoiceDay = "2026-03-01"
        sample.occasion = .final
        #expect(try sample.invoice().days == 40)
    }

    @Test("Kazan is a boiler or a district, as the utility says")
    func boilers() {
        let both = BoilerSubscribers.baskent
        #expect(both.contains(hasBoiler: true, district: "Çankaya"))
        #expect(both.contains(hasBoiler: false, district: "Kahramankazan"))
        #expect(!both.contains(hasBoiler: false, district: "Çankaya"))
        let boiler = BoilerSubscribers(meaning: .boiler, districts: both.districts, version: "1")
        #expect(!boiler.contains(hasBoiler: false, district: "Kazan"))
        let district = BoilerSubscribers(meaning: .district, districts: both.districts, version: "1")
        #expect(!district.contains(hasBoiler: true, district: "Çankaya"))
    }

    @Test("A conversion closes a segment at its index and opens the next one there, whatever the use")
    func conversion() throws {
        let conversion = BoilerConversion(date: try day("2026-02-19"), index: try Index(printed: "02170"))
        var request = try SampleRequest().request()
        request.tariff = TariffVersion(
            name: "t", prices: request.tariff.prices, valueAddedTax: request.tariff.valueAddedTax, dueDays: 15,
            minimumBill: .tenCubicMetres)
        request.lastReading = conversion.reading
        #expect(throws: BillingError.self) { try Invoice(request) }
        request.occasion = .conversion
        #expect(try Invoice(request).lastReading == conversion.reading)
    }
}

@Suite("Use that is too little to bill")
struct MinimumBillTests {
    @Test("Each case of the golden file is carried as it says", arguments: try GoldenRow.rows("min_bill"))
    func golden(row: GoldenRow) throws {
        let rule = MinimumBill(
            limit: try MeterVolume(parsing: row["threshold_m3"], notation: .plain), version: "golden")
        var carried = MeterVolume.zero
        var billed: [String] = []
        for use in try row["monthly_m3"].split(separator: "|") {
            let split = try rule.split(use: MeterVolume(parsing: String(use), notation: .plain), carried: carried)
            billed.append(split.billed.figure.withoutTrailingZeros.description)
            carried = split.carried
        }
        #expect(try billed.joined(separator: "|") == row["billed_m3"])
        #expect(try carried.figure.withoutTrailingZeros.description == row["carried_m3"])
    }

    @Test("Less stays on the index; a final invoice bills it")
    func invoice() throws {
        var sample = SampleRequest(lastIndex: "02176")
        sample.minimumBill = .tenCubicMetres
        #expect(
            throws: BillingError.deferred(
                .belowMinimum(use: MeterVolume(litres: 10_000), limit: MeterVolume(litres: 10_000)))
        ) { try sample.invoice() }
        sample.occasion = .final
        #expect(try sample.invoice().figures.measuredVolume.description == "10.000")
        sample.occasion = .period
        sample.lastIndex = "02177"
        #expect(try sample.invoice().figures.measuredVolume.description == "11.000")
        #expect(try sample.invoice().policyVersions == ["ornek-2026-01", "bursagaz", "minimum-bill-10"])
    }
}
