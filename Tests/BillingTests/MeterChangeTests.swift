import Billing
import GasPhysics
import Quantities
import Testing

@Suite("Meter changes inside a period")
struct MeterChangeTests {
    private func change(
        on day: String, at removed: String, start: String, multiplier: Int64 = 1_000, factor: String? = nil,
        millibar: Int = 300
    ) throws -> MeterChange {
        MeterChange(
            date: try CivilDate(iso8601: day),
            removed: Meter(
                serial: try MeterSerial("1"), gClass: "G10", pressureMillibar: millibar,
                multiplier: MeterMultiplier(thousandths: multiplier), wheels: removed.count, decimals: 3),
            removedAt: try Index(printed: removed), newMeterStart: try Index(printed: start),
            correction: try factor.map { .fixed(try CorrectionFactor(parsing: $0, notation: .plain)) })
    }

    @Test("Each part has its own multiplier and the K of its own pressure")
    func parts() throws {
        var sample = SampleRequest(firstIndex: "4200", lastIndex: "00035", correction: "1.03083")
        sample.rounding = .standard
        sample.meterChanges = [
            try change(on: "2026-02-01", at: "4321", start: "00000", multiplier: 2_000, factor: "1.2")
        ]
        let invoice = try sample.invoice()
        // 121 × 2 = 242 m3 × 1.2 = 290.400; 35 × 1.03083 = 36.079 (36.07905)
        #expect(invoice.figures.measuredVolume.description == "277.000")
        #expect(invoice.figures.correctedVolume.description == "326.479")
        #expect(invoice.figures.correctionFactor.description == "1.17862")
        #expect(
            invoice.derivation.prefix(5).map(\.code) == [
                .measuredVolume, .correctedVolume, .measuredVolume, .correctedVolume, .totalCorrectedVolume,
            ])
        #expect(invoice.derivation[4].operands.map(\.figure.description) == ["290.400", "36.079"])
        #expect(!invoice.isRollover)
    }

    @Test("The K of a part is the average of its own days")
    func factors() throws {
        var sample = SampleRequest(firstIndex: "04200", lastIndex: "00035")
        sample.rounding = .standard
        sample.monthlyCorrections = ["2026-01": "0.94875", "2026-02": "0.94784"]
        sample.meterChanges = [try change(on: "2026-01-31", at: "04321", start: "00000")]
        let invoice = try sample.invoice()
        // 121 × 0.94875 = 114.79875, 35 × 0.94784 = 33.1744
        #expect(invoice.figures.correctedVolume.description == "147.973")
        #expect(!invoice.derivation.contains { $0.code == .averageCorrectionFactor })
    }

    @Test("A change on the day of a reading leaves a part without days, billed by the K of its day")
    func noDays() throws {
        for day in ["2026-01-20", "2026-02-19"] {
            var sample = SampleRequest(firstIndex: "04200", lastIndex: "00035")
            sample.monthlyCorrections = ["2026-01": "1", "2026-02": "2"]
            sample.meterChanges = [try change(on: day, at: "04321", start: "00000")]
            #expect(try sample.invoice().figures.measuredVolume.description == "156.000")
            sample.priceChange = .lines
            #expect(try sample.invoice().figures.measuredVolume.description == "156.000")
        }
    }

    @Test(
        "A change on a reading's day that counts to the month before or after has the K of the counted day next to it")
    func noDaysAtMonthEnd() throws {
        for (first, last, convention) in [
            ("2026-01-31", "2026-02-28", DayCountConvention.excludeFirst),
            ("2026-02-01", "2026-03-01", .excludeLast),
        ] {
            var sample = SampleRequest(firstIndex: "01000", firstDay: first, lastDay: last, invoiceDay: "2026-03-02")
            sample.dayCount = convention
            sample.rounding = .standard
            sample.monthlyCorrections = ["2026-02": "0.94784"]
            if convention == .excludeFirst {
                sample.lastIndex = "00042"
                sample.meterChanges = [try change(on: first, at: "01000", start: "00000")]
            } else {
                sample.lastIndex = "00000"
                sample.meterChanges = [try change(on: last, at: "01042", start: "00000")]
            }
            let invoice = try sample.invoice()
            #expect(invoice.figures.measuredVolume.description == "42.000")
            // 42 × 0.94784 = 39.80928
            #expect(invoice.figures.correctedVolume.description == "39.809")
            sample.priceChange = .lines
            #expect(try sample.invoice().figures.measuredVolume.description == "42.000")
            #expect(!invoice.derivation.isEmpty)
        }
    }

    @Test("Changes come in order, inside the period")
    func order() throws {
        for days in [["2026-01-19"], ["2026-02-20"], ["2026-02-10", "2026-02-09"]] {
            var sample = SampleRequest(firstIndex: "04200", lastIndex: "00035")
            sample.meterChanges = try days.map { try change(on: $0, at: "04321", start: "04321") }
            let last = try CivilDate(iso8601: days[days.count - 1])
            #expect(throws: BillingError.contradiction(.changeOutOfOrder(on: last))) { try sample.invoice() }
        }
    }

    @Test("Several changes, one of them past zero; the limit is one of the whole period")
    func several() throws {
        var sample = SampleRequest(firstIndex: "99990", lastIndex: "00005", limit: "30")
        sample.meterChanges = [
            try change(on: "2026-01-25", at: "00010", start: "0000"),
            try change(on: "2026-02-05", at: "0005", start: "00000"),
        ]
        let invoice = try sample.invoice()
        #expect(invoice.figures.measuredVolume.description == "30.000")
        #expect(invoice.isRollover)
        sample.limit = "29"
        #expect(throws: BillingError.self) { try sample.invoice() }
        sample.limit = "30"
        sample.meterChanges = [try change(on: "2026-01-25", at: "0010", start: "00000")]
        #expect(throws: BillingError.indexDigits(try Index(printed: "99990"), wheels: 4)) { try sample.invoice() }
    }

    @Test("A removed meter above 300 mbar needed a corrector too")
    func pressure() throws {
        var sample = SampleRequest(firstIndex: "04200", lastIndex: "00035")
        sample.meterChanges = [try change(on: "2026-02-01", at: "04321", start: "00000", millibar: 301)]
        #expect(throws: BillingError.correctorCompulsory(pressureMillibar: 301)) { try sample.invoice() }
    }

    @Test("A multiplier that changes inside the period needs an index of that day")
    func multiplier() throws {
        let table = try RateTable<MeterMultiplier>([
            .init(from: try CivilDate(iso8601: "2025-01-01"), value: MeterMultiplier(thousandths: 1_000)),
            .init(from: try CivilDate(iso8601: "2026-02-01"), value: MeterMultiplier(thousandths: 10_000)),
            .init(from: try CivilDate(iso8601: "2026-03-01"), value: MeterMultiplier(thousandths: 10_000)),
        ])
        func interval(_ first: String, _ last: String) throws -> BillingInterval {
            try BillingInterval(first: try CivilDate(iso8601: first), last: try CivilDate(iso8601: last))
        }
        #expect(try table.multiplier(in: interval("2026-01-01", "2026-01-31")).thousandths == 1_000)
        #expect(try table.multiplier(in: interval("2026-01-31", "2026-03-10")).thousandths == 10_000)
        let day = try CivilDate(iso8601: "2026-02-01")
        #expect(throws: BillingError.contradiction(.multiplierChanges(on: day))) {
            try table.multiplier(in: interval("2026-01-20", "2026-02-01"))
        }
        #expect(throws: BillingError.outOfBounds(.multiplier)) {
            try table.multiplier(in: interval("2024-01-20", "2024-02-01"))
        }
    }
}
