import Billing
import Quantities
import Testing

@Suite("Plausibility rules")
struct PlausibilityRulesTests {
    private let policy = PlausibilityPolicy.current

    private func assess(_ change: (inout PlausibilityQuestion) throws -> Void = { _ in }, _ sample: SampleQuestion)
        throws -> PlausibilityAssessment
    {
        var question = try sample.question()
        try change(&question)
        return policy.assess(question)
    }

    @Test("A usual reading is accepted, and no rule has anything to say")
    func usual() throws {
        let assessment = policy.assess(try SampleQuestion().question())
        #expect(assessment.zone == .accept && assessment.findings.isEmpty && assessment.derivation.isEmpty)
        #expect(assessment.policy == "plausibility-2026.2" && assessment.codes.isEmpty && assessment.summary.isEmpty)
    }

    @Test("R1: another number of digits is refused, and no use is computed from it")
    func register() throws {
        let assessment = policy.assess(try SampleQuestion(last: "1100").question())
        #expect(assessment.summary == "R1 refuse: lastIndex 1100, digits 4, wheels 5")
    }

    @Test(
        "R2: a drop is a rollover near the counter's end and for a plausible use, and is refused elsewhere",
        arguments: [
            ("99990", "00010", "R2 accept: lastIndex 10, firstIndex 99990, counterRange 100000"),
            // 432 m3 is the most for thirty days of a G4.
            ("99990", "00422", "R2 accept: lastIndex 422, firstIndex 99990, counterRange 100000"),
            ("99990", "00423", "R2 refuse: lastIndex 423, firstIndex 99990, counterRange 100000"),
            ("05000", "04980", "R2 refuse: lastIndex 4980, firstIndex 5000, counterRange 100000"),
        ])
    func lowerIndex(first: String, last: String, expected: String) throws {
        #expect(policy.assess(try SampleQuestion(first: first, last: last, decimals: 0).question()).summary == expected)
    }

    @Test(
        "R2: a drop within the flow limit that starts at 90 % of the range or below is for a person",
        arguments: [("9001", PlausibilityZone.accept), ("9000", .review)])
    func smallCounter(first: String, zone: PlausibilityZone) throws {
        // A G16 lets 1,800 m3 pass in thirty days at 10 %: more than a tenth of four wheels.
        let sample = SampleQuestion(first: first, last: "0100", size: "G16", wheels: 4)
        #expect(policy.assess(try sample.question()).zone(of: .lowerIndex) == zone)
    }

    @Test("R2: over an exchange each counter is held against itself")
    func exchange() throws {
        let exchange = MeterExchange(
            removedAt: try Index(printed: "01080"), removedWheels: 5, newMeterStart: try Index(printed: "00000"))
        let assessment = try assess({ $0.exchanges = [exchange] }, SampleQuestion(last: "00020"))
        #expect(assessment.zone == .accept)
        #expect(policy.assess(try SampleQuestion(last: "00020").question()).zone == .refuse)
    }

    @Test(
        "R3: 432 m3 in thirty days ask nobody, 4,464 may be confirmed and more is refused",
        arguments: [
            ("01432", PlausibilityZone.accept), ("01433", .review), ("05464", .review), ("05465", .refuse),
        ])
    func flow(last: String, zone: PlausibilityZone) throws {
        // G4: 6 m3/h × 24 h × 30 days × 10 % = 432; 6 × 24 × 31 = 4,464, since a reading has no hour.
        let assessment = policy.assess(try SampleQuestion(last: last).question())
        #expect(assessment.zone == zone)
        #expect(assessment.zone(of: .flow) == zone)
    }

    @Test("R3 shows use, days and the limit")
    func flowFigures() throws {
        #expect(
            policy.assess(try SampleQuestion(last: "01433").question()).summary
                == "R3 review: measuredVolume 433, days 30, highestUse 432")
        #expect(
            policy.assess(try SampleQuestion(last: "05465").question()).summary
                == "R3 refuse: measuredVolume 4465, days 30, highestUse 4464")
    }

    @Test("R3 holds the volume behind the multiplier against the meter")
    func multiplier() throws {
        let inside = SampleQuestion(last: "01043", multiplier: "10")
        let outside = SampleQuestion(last: "01044", multiplier: "10")
        #expect(policy.assess(try inside.question()).zone == .accept)
        #expect(
            policy.assess(try outside.question()).summary == "R3 review: measuredVolume 440, days 30, highestUse 432")
    }

    @Test("R3: a size or a multiplier that is not known is for a person", arguments: [("G7", "1"), ("G4", "0")])
    func unknownSize(size: String, multiplier: String) throws {
        let sample = SampleQuestion(last: "01001", size: size, multiplier: multiplier)
        let assessment = policy.assess(try sample.question())
        #expect(assessment.zone == .review && assessment.codes == "R3")
    }

    @Test(
        "R4: a year of history with degree-days sets an interval of 35 %",
        arguments: [("00158", PlausibilityZone.review), ("00159", .accept), ("00328", .accept), ("00329", .review)])
    func regression(last: String, zone: PlausibilityZone) throws {
        var question = try SampleQuestion(first: "00000", last: last, from: "2026-01-01", through: "2026-02-01")
            .question()
        question.history = try yearOfHistory()
        // 31 days × 1 + 531 degree-days × 0.4 = 243.4; 35 % either way: 158.21 to 328.59.
        question.tenthsOfDegreeDays = 5_310
        let assessment = policy.assess(question)
        #expect(assessment.zone == zone)
        let expected = try #require(ExpectedUse(of: question, policy))
        #expect(expected.basis == .regression && expected.litres == 243_400)
        #expect(expected.lowestLitres == 158_210 && expected.highestLitres == 328_590)
    }

    @Test("R4: without degree-days the same weeks of last year count, with 60 %")
    func lastYear() throws {
        var question = try SampleQuestion(last: "01080", from: "2026-01-01", through: "2026-02-01").question()
        question.history = try yearOfHistory()
        // January 2025 had 211 m3: 84.4 to 337.6.
        #expect(
            policy.assess(question).summary
                == "R4 review: measuredVolume 80, expectedUse 211, lowestUse 84.4, highestUse 337.6")
        question.last = MeterReading(index: try Index(printed: "01085"), date: question.last.date)
        #expect(policy.assess(question).zone == .accept)
    }

    @Test("R4: weeks of last year that are measured by less than four fifths are no expectation")
    func coverage() throws {
        var question = try SampleQuestion(from: "2026-01-01", through: "2026-01-31").question()
        question.history = [try period("2025-01-08", "2025-01-31", 100)]
        #expect(ExpectedUse(of: question, policy) == nil)
        question.history = [try period("2025-01-07", "2025-01-31", 120)]
        // 24 of 30 days: 120 m3 × 30 ÷ 24.
        #expect(ExpectedUse(of: question, policy)?.litres == 150_000)
        // An estimate is no measurement.
        question.history = [try period("2025-01-01", "2025-01-31", 150, isEstimate: true)]
        #expect(ExpectedUse(of: question, policy) == nil)
    }

    @Test("R4: without history the class speaks, wide enough for a large house")
    func classMean() throws {
        var question = try SampleQuestion(last: "01600", size: "G16", wheels: 5).question()
        question.classUse = ClassUse(litresADay: Array(repeating: 4_000, count: 12))
        // 30 × 4 = 120 m3: up to 480.
        #expect(policy.assess(question).codes == "R4")
        question.last = MeterReading(index: try Index(printed: "01480"), date: question.last.date)
        #expect(policy.assess(question).zone == .accept)
    }

    @Test("R4: a household that always used very little has 10 m3 of room")
    func floor() throws {
        var question = try SampleQuestion(last: "01012", from: "2026-07-01", through: "2026-07-31").question()
        question.history = [try period("2025-07-01", "2025-07-31", 2)]
        #expect(policy.assess(question).zone == .accept)
        question.last = MeterReading(index: try Index(printed: "01013"), date: question.last.date)
        #expect(policy.assess(question).zone == .review)
    }

    @Test("R4: one wild month in twelve does not move the regression far")
    func robust() throws {
        var history = try yearOfHistory()
        history[1] = try period("2025-02-01", "2025-03-01", 4_000, degreeDays: 400)
        var question = try SampleQuestion(first: "00000", last: "00243", from: "2026-01-01", through: "2026-02-01")
            .question()
        question.history = history
        question.tenthsOfDegreeDays = 5_310
        let litres = try #require(ExpectedUse(of: question, policy)).litres
        #expect((230_000...260_000).contains(litres))
    }

    @Test(
        "R5: nothing in more than thirty heating days is asked about",
        arguments: [
            ("2025-11-01", "2025-12-02", true, PlausibilityZone.review),
            // 30 heating days are not more than 30.
            ("2025-11-01", "2025-12-01", true, .accept), ("2026-06-01", "2026-08-01", true, .accept),
            // Nobody lives there.
            ("2025-11-01", "2025-12-02", false, .accept),
        ])
    func zeroUse(from: String, through: String, isActive: Bool, zone: PlausibilityZone) throws {
        let assessment = try assess(
            { $0.isActive = isActive }, SampleQuestion(last: "01000", from: from, through: through))
        #expect(assessment.zone(of: .zeroUse) == zone && assessment.zone == zone)
    }

    @Test("R6: a doubtful digit, or two neighbours swapped, is proposed where it explains the reading")
    func oneDigit() throws {
        // 06042 for 01042: the first digit but one was read with doubt.
        let doubtful = try assess({ $0.doubtfulPlaces = [1] }, SampleQuestion(last: "06042"))
        #expect(doubtful.codes == "R3,R6" && doubtful.proposals.map { $0.description } == ["01042"])
        let swapped = try assess({ $0.isTyped = true }, SampleQuestion(last: "10042", decimals: 0))
        #expect(swapped.codes == "R3,R6" && swapped.proposals.map { $0.description } == ["01042"])
        // A machine swaps nothing.
        #expect(try assess(SampleQuestion(last: "10042", decimals: 0)).codes == "R3")
        // Without a doubt no digit is changed, and what is plausible needs no proposal.
        #expect(try assess(SampleQuestion(last: "06042")).proposals.isEmpty)
        #expect(try assess({ $0.doubtfulPlaces = [4] }, SampleQuestion(last: "01042")).findings.isEmpty)
    }

    @Test(
        "R7: less than three days after the last reading is too soon",
        arguments: [("2026-06-01", "R7"), ("2026-06-03", "R7"), ("2026-06-04", "")])
    func tooSoon(through: String, codes: String) throws {
        #expect(policy.assess(try SampleQuestion(last: "01000", through: through).question()).codes == codes)
    }

    @Test("R8: red digits read as whole are proposed to be left out")
    func decimals() throws {
        let assessment = policy.assess(try SampleQuestion(last: "10481").question())
        #expect(assessment.codes == "R3,R8" && assessment.proposals.map { $0.description } == ["01048"])
        #expect(policy.assess(try SampleQuestion(last: "10481", decimals: 0).question()).codes == "R3")
    }

    @Test("R9: the third estimate in a row is too much, and a true reading ends the row")
    func estimates() throws {
        let history = [
            try period("2026-03-01", "2026-04-01", 90, isEstimate: true),
            try period("2026-05-01", "2026-06-01", 80, isEstimate: true),
        ]
        let mixed = history + [try period("2026-04-01", "2026-05-01", 85)]
        func codes(_ history: [PastUse], isEstimate: Bool) throws -> String {
            try assess({ ($0.history, $0.isEstimate) = (history, isEstimate) }, SampleQuestion()).codes
        }
        #expect(try codes(history, isEstimate: true) == "R9")
        #expect(try codes(mixed, isEstimate: true) == "")
        #expect(try codes(history, isEstimate: false) == "")
        #expect(try codes(Array(history.prefix(1)), isEstimate: true) == "")
    }

    @Test(
        "R10: sub-meters may differ from the main meter by five in a hundred",
        arguments: [
            (Int64(950), ""), (949, "R10"), (1_050, ""), (1_051, "R10"),
        ])
    func subMeters(sum: Int64, codes: String) throws {
        let meters = SubMeters(
            main: MeterVolume(litres: 1_000_000),
            parts: [MeterVolume(litres: 400_000), MeterVolume(litres: sum * 1_000 - 400_000)])
        #expect(try assess({ $0.subMeters = meters }, SampleQuestion()).codes == codes)
    }

    @Test("R11: after a reading in dispute a person looks")
    func disputed() throws {
        #expect(
            try assess({ $0.isFirstDisputed = true }, SampleQuestion()).summary
                == "R11 review: firstIndex 1000, firstReading 2026-06-01")
    }

    @Test("R12: a reading of tomorrow, or before the last, is refused")
    func date() throws {
        func codes(_ today: String, _ through: String = "2026-07-01") throws -> String {
            let today = try CivilDate(iso8601: today)
            return try assess({ $0.today = today }, SampleQuestion(through: through)).codes
        }
        #expect(try codes("2026-06-30") == "R12")
        #expect(try codes("2026-07-01") == "")
        #expect(try codes("2026-07-01", "2026-05-31") == "R12")
    }

    @Test("Every finding is a step with its figures, its zone and the policy's version")
    func derivation() throws {
        let step = try #require(policy.assess(try SampleQuestion(last: "01433").question()).derivation.first)
        #expect(step.code == .flowCheck && step.result.description == "1" && step.policy == policy.version)
        #expect(step.operands.map { $0.role } == [.measuredVolume, .days, .highestUse])
    }

    @Test("The policy that holds is the last one that began, and the first one before all")
    func dated() throws {
        var later = policy
        (later.version, later.from) = ("later", try CivilDate(iso8601: "2027-01-01"))
        let policies = [policy, later]
        #expect(
            PlausibilityPolicy.holding(on: try CivilDate(iso8601: "2026-12-31"), of: policies).version == policy.version
        )
        #expect(PlausibilityPolicy.holding(on: try CivilDate(iso8601: "2027-01-01"), of: policies).version == "later")
        #expect(
            PlausibilityPolicy.holding(on: try CivilDate(iso8601: "1900-01-01"), of: policies).version == policy.version
        )
    }
}

extension PlausibilityRulesTests {
    private func assess(_ sample: SampleQuestion) throws -> PlausibilityAssessment {
        policy.assess(try sample.question())
    }
}
