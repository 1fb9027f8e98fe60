import Billing
import GasPhysics
import InvoiceDocuments
import Quantities
import Testing
import Wording

@Suite("Explanations")
struct ExplanationTests {
    private func formula(
        _ code: DerivationStep.Code, _ operands: [(DerivationStep.Role, String)], indexes: [Index] = [],
        _ language: Language = .turkish
    ) throws -> String {
        let step = DerivationStep(
            code: code,
            operands: try operands.map { .init($0.0, try DecimalFigure(parsing: $0.1, notation: .plain)) },
            result: DecimalFigure(1))
        return Explanation(of: [step], indexes: indexes, in: language).lines[0].formula
    }

    @Test("An index is printed as its wheels, never as an amount")
    func wheels() throws {
        let change: [(DerivationStep.Role, String)] = [
            (.lastIndex, "3150"), (.firstIndex, "3101"), (.multiplier, "1"), (.wheels, "5"),
        ]
        #expect(try formula(.measuredVolume, change) == "03150 − 03101")
        #expect(try formula(.measuredVolume, change, .english) == "03150 − 03101")
        // As it was stored before steps had wheels: by the indexes of the invoice, else the digits alone.
        let old = Array(change.dropLast())
        let shown = try ["03101", "03150"].map { try Index(printed: $0) }
        #expect(try formula(.measuredVolume, old, indexes: shown) == "03150 − 03101")
        #expect(try formula(.measuredVolume, old) == "3150 − 3101")
        let rollover: [(DerivationStep.Role, String)] = [
            (.lastIndex, "12"), (.firstIndex, "99980"), (.multiplier, "10"), (.counterRange, "100000"), (.wheels, "5"),
        ]
        #expect(try formula(.measuredVolume, rollover) == "(00012 + 100.000 − 99980) × 10")
        let register: [(DerivationStep.Role, String)] = [
            (.lastRegister, "52300"), (.firstRegister, "2000"), (.multiplier, "1"), (.wheels, "6"),
        ]
        #expect(try formula(.registerDifference, register) == "052300 − 002000")
        let proposal = try formula(.oneDigitCheck, [(.proposedIndex, "1060")], indexes: [try Index(printed: "01600")])
        #expect(proposal == "önerilen endeks 01060")
    }

    @Test("A late fee shows its principal, its rates and its time as they are typed into a calculator")
    func lateFee() throws {
        let months: [(DerivationStep.Role, String)] = [
            (.principal, "926.68"), (.monthlyRate, "0.045"), (.months, "1"), (.days, "2"), (.monthlyRate, "0.037"),
            (.months, "0"), (.days, "15"), (.daysPerMonth, "30"),
        ]
        #expect(try formula(.lateFee, months) == "926,68 × (%4,5 × (1 + 2 ÷ 30) + %3,7 × (0 + 15 ÷ 30))")
        let daily: [(DerivationStep.Role, String)] = [
            (.principal, "926.68"), (.yearlyRate, "0.24"), (.days, "12"), (.daysPerYear, "365"),
        ]
        #expect(try formula(.statutoryInterest, daily, .english) == "926.68 × 24% × 12 ÷ 365")
        #expect(try formula(.lateFee, [(.principal, "926.68")]) == "anapara 926,68")
    }

    @Test("A K by pressures shows its formula, and its line the days, the article and the edition")
    func months() throws {
        let pressures: [(DerivationStep.Role, String)] = [
            (.stationPressure, "0.911"), (.meterPressure, "0.021"), (.basePressure, "1.01325"),
            (.baseTemperature, "288.15"), (.soilTemperature, "283.65"),
        ]
        let text = "(0,911 + 0,021) ÷ 1,01325 × 288,15 ÷ 283,65"
        #expect(try formula(.monthlyCorrectionFactor, pressures) == text)
        let day = try CivilDate(iso8601: "2026-10-22")
        let step = DerivationStep(
            code: .monthlyCalorificValue, operands: [], result: DecimalFigure(9_220),
            days: [.init(.from, day), .init(.through, day)], policy: "ornek-2026.1", reference: "OGZ2026000000001")
        let line = Explanation(of: [step], in: .english).lines[0]
        #expect(line.formula == "as published")
        #expect(line.grounds.first == "invoice OGZ2026000000001" && line.grounds.last == "policy ornek-2026.1")
    }

    @Test(
        "A late fee is explained with the invoice that was late, in both languages", arguments: Language.allCases
    )
    func paper(language: Language) throws {
        var sample = SampleInvoice()
        let fee = try LateFee(
            principal: Money(kurus: 92_668), due: try CivilDate(iso8601: "2026-02-24"),
            paid: try CivilDate(iso8601: "2026-03-11"), clause: .publicClaimRate, policy: .shipped)
        try sample.additions.charge(fee, on: "OGZ2026000000041")
        let invoice = try sample.invoice()
        #expect(invoice.derivation.contains { $0.reference == "OGZ2026000000041" })
        let lines = Explanation(of: invoice.derivation, in: language).lines
        let line = try #require(lines.first { $0.formula.hasPrefix(language == .turkish ? "926,68 × " : "926.68 × ") })
        #expect(line.grounds.count >= 6, "\(line.grounds)")
        #expect(
            line.grounds.contains { $0.contains("OGZ2026000000041") } && line.grounds.contains { $0.contains("6183") })
    }
}

@Suite("Words for the reasons that no invoice is made")
struct BillingErrorWordsTests {
    /// One of each; a case that is added is missed by the switch of `number` first.
    private static var errors: [BillingError] {
        get throws {
            let day = try CivilDate(iso8601: "2026-10-22")
            let (first, last) = (try Index(printed: "03101"), try Index(printed: "03150"))
            let check = try CorrectorCheck(
                measured: .zero, corrected: CorrectedVolume(litres: 1_000),
                expectedFactor: CorrectionFactor(hundredThousandths: 100_000), tolerance: .zero)
            return [
                .prepaidSubscriber, .indexLower(first: first, last: last),
                .consumptionImplausible(first: first, last: last, limit: MeterVolume(litres: 1_234_500)),
                .indexDigits(last, wheels: 6), .emptyPeriod(first: day, last: day),
                .invoiceBeforeLastReading(invoice: day, reading: day), .noPrice(on: day), .noCorrectionFactor(on: day),
                .noCalorificValue(on: day), .noTaxRate(on: day), .correctorCompulsory(pressureMillibar: 400),
                .outOfBounds(.calorificValue), .dueDateOutOfRange, .overflow(.total), .held(.corrector(check)),
                .deferred(.belowMinimum(use: MeterVolume(litres: 5_000), limit: MeterVolume(litres: 10_000))),
                .deferred(.frozen(try BillingFreeze(first: day, returned: nil))),
                .contradiction(.multiplierChanges(on: day)), .contradiction(.changeOutOfOrder(on: day)),
                .contradiction(.correctorChanged(on: day)), .contradiction(.noSystemUsePrice(on: day)),
                .contradiction(.ruleBelowZero("winter-1")), .contradiction(.lateFeesTaxedDifferently),
            ]
        }
    }

    private static func number(_ error: BillingError) -> Int {
        switch error {
        case .prepaidSubscriber: 0
        case .indexLower: 1
        case .consumptionImplausible: 2
        case .indexDigits: 3
        case .emptyPeriod: 4
        case .invoiceBeforeLastReading: 5
        case .noPrice: 6
        case .noCorrectionFactor: 7
        case .noCalorificValue: 8
        case .noTaxRate: 9
        case .correctorCompulsory: 10
        case .outOfBounds: 11
        case .dueDateOutOfRange: 12
        case .overflow: 13
        case .held(.corrector): 14
        case .deferred(.belowMinimum): 15
        case .deferred(.frozen): 16
        case .contradiction(.multiplierChanges): 17
        case .contradiction(.changeOutOfOrder): 18
        case .contradiction(.correctorChanged): 19
        case .contradiction(.noSystemUsePrice): 20
        case .contradiction(.ruleBelowZero): 21
        case .contradiction(.lateFeesTaxedDifferently): 22
        }
    }

    @Test("Every reason has words in both languages, filled in, and no code of the library's among them")
    func all() throws {
        let errors = try Self.errors
        #expect(errors.map(Self.number) == Array(0...22))
        for language in Language.allCases {
            var seen: Set<String> = []
            for error in errors {
                let words = error.words(in: language)
                #expect(words.count > 10 && !words.contains("{") && !words.contains("("), "\(words)")
                let raw = "\(error)".split { !$0.isLetter }.first.map(String.init) ?? ""
                #expect(!words.contains(raw), "\(raw) in \(words)")
                #expect(seen.insert(words).inserted, "\(words)")
            }
            #expect(errors[1].words(in: language).contains("03150"))
        }
        #expect(errors[2].words(in: .turkish).contains("1.234,5") && errors[2].words(in: .english).contains("1,234.5"))
    }
}
