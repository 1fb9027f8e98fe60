import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Properties of the plausibility rules")
struct PlausibilityPropertyTests {
    // Mutation, tried in a scratch copy: with the zones of R3's two limits swapped this fails, as R3's own tests do.
    @Test("The zones are monotonic: a larger use above the expected one never gets a milder zone")
    func monotonicAbove() {
        forAll("uses", seed: 21) { generator in
            var question = try Self.question(&generator)
            let range = Int64(99_999) - question.first.index.value
            let uses = [generator.integer(in: 0...range), generator.integer(in: 0...range)].sorted()
            let expected = ExpectedUse(of: question, .current)
            generator.note("uses", uses)
            generator.note("question", question)
            guard try Self.litres(uses[0], question) >= expected?.litres ?? 0, uses[0] > 0 else { return }
            var zones: [PlausibilityZone] = []
            for use in uses {
                question.last = MeterReading(
                    index: try Index(value: question.first.index.value + use, digits: 5), date: question.last.date)
                zones.append(PlausibilityPolicy.current.assess(question).zone)
            }
            try hold(zones[0] <= zones[1], "\(zones)")
        }
    }

    @Test("The zones are monotonic below, too: a smaller use under the expected one never gets a milder zone")
    func monotonicBelow() {
        forAll("uses", seed: 22) { generator in
            var question = try Self.question(&generator)
            guard let expected = ExpectedUse(of: question, .current) else { return }
            let range = Int64(99_999) - question.first.index.value
            let uses = [generator.integer(in: 0...min(range, 1_000)), generator.integer(in: 0...min(range, 1_000))]
                .sorted()
            generator.note("uses", uses)
            guard try Self.litres(uses[1], question) <= expected.litres else { return }
            var zones: [PlausibilityZone] = []
            for use in uses {
                question.last = MeterReading(
                    index: try Index(value: question.first.index.value + use, digits: 5), date: question.last.date)
                // R3's upper side is another matter: a customer's usual use may be above it.
                let assessment = PlausibilityPolicy.current.assess(question)
                zones.append(max(assessment.zone(of: .expectedUse), assessment.zone(of: .zeroUse)))
            }
            try hold(zones[1] <= zones[0], "\(zones)")
        }
    }

    @Test("A drop through zero by more never gets a milder zone")
    func monotonicDrop() {
        forAll("drops", seed: 23) { generator in
            var question = try Self.question(&generator)
            let first = question.first.index.value
            guard first > 1 else { return }
            let lower = [generator.integer(in: 0...(first - 1)), generator.integer(in: 0...(first - 1))].sorted()
            generator.note("first and lower", (first, lower))
            var zones: [PlausibilityZone] = []
            for value in lower {
                question.last = MeterReading(index: try Index(value: value, digits: 5), date: question.last.date)
                zones.append(PlausibilityPolicy.current.assess(question).zone(of: .lowerIndex))
            }
            try hold(zones[0] <= zones[1], "\(zones)")
        }
    }

    // Mutation, tried in a scratch copy: with plain products in the place of the saturating ones the process traps.
    @Test("No rule traps on extremes, and what it says can be written down")
    func extremes() {
        forAll("extremes", seed: 24) { generator in
            let (question, policy) = (try Self.extremeQuestion(&generator), Self.extremePolicy(&generator))
            generator.note("question", question)
            generator.note("policy", policy)
            let assessment = policy.assess(question)
            try holdEqual(assessment.derivation.count, assessment.findings.count)
            try holdEqual(assessment.summary.isEmpty, assessment.findings.isEmpty)
            try hold(assessment.decisive.allSatisfy { $0.zone == assessment.zone })
            // The same question has the same answer.
            try holdEqual(policy.assess(question), assessment)
            // What is proposed asks nobody as far as the counter and the use go.
            for proposal in assessment.proposals.prefix(2) {
                var other = question
                other.last = MeterReading(index: proposal, date: question.last.date)
                let again = policy.assess(other)
                try hold(
                    [.register, .lowerIndex, .flow, .expectedUse].allSatisfy { again.zone(of: $0) == .accept },
                    "the proposal \(proposal)")
            }
        }
    }

    private static func extremeReport(_ generator: inout SeededGenerator) throws -> CardReport {
        func moment() throws -> CivilMoment {
            try CivilMoment(try anyDay(&generator), secondOfDay: generator.count(in: 0...86_399))
        }
        return CardReport(
            day: try anyDay(&generator), register: MeterVolume(litres: generator.extremeInt64()),
            credit: MeterVolume(litres: generator.extremeInt64()), taken: generator.extremeInt64(),
            status: MeterStatus(rawValue: UInt32(truncatingIfNeeded: generator.next())),
            refusal: generator.element(of: CardRefusal.allCases),
            clock: ClockReading(shown: try moment(), earliest: try moment(), latest: try moment()))
    }

    @Test("No fault flag traps on extremes")
    func extremeFlags() {
        forAll("flags", seed: 25) { generator in
            var policy = FaultPolicy()
            policy.fewestPeers = generator.count(in: -2...3)
            policy.fallsInARow = generator.count(in: -2...3)
            policy.inspectionPermille = generator.extremeInt64()
            policy.pulsePermille = generator.extremeInt64()
            policy.pulseFloorLitres = generator.extremeInt64()
            policy.factorPermille = generator.extremeInt64()
            policy.floatBits = generator.count(in: -2...60)
            let volumes = (0..<3).map { _ in MeterVolume(litres: generator.extremeInt64()) }
            _ = policy.inspection(errorPermille: generator.extremeInt64())
            _ = policy.counters(mechanical: volumes[0], converter: volumes[1])
            _ = policy.disturbed(
                volumes[0], status: MeterStatus(rawValue: UInt32(truncatingIfNeeded: generator.next())))
            _ = policy.factor(
                corrected: volumes[0], uncorrected: volumes[1],
                expected: CorrectionFactor(smallestUnits: generator.extremeInt64()))
            let reports = try (0..<2).map { _ in try Self.extremeReport(&generator) }
            _ = policy.readBack(
                reports[1], before: reports[0],
                loads: [CardLoad(number: generator.extremeInt64(), date: reports[0].day, volume: volumes[2])],
                CreditLimits(emergency: volumes[1], cap: volumes[2]))
            _ = policy.converter(
                ConverterVolumes(
                    uncorrected: volumes[0], corrected: volumes[1], disturbed: volumes[2],
                    disturbedCorrected: volumes[0]), mechanical: volumes[2],
                expected: CorrectionFactor(smallestUnits: generator.extremeInt64()), status: [])
            let records = try (0..<generator.count(in: 0...6)).map { _ in
                ArchiveRecord(
                    order: generator.extremeInt64(), date: try Self.anyDay(&generator),
                    received: try Self.anyDay(&generator), litres: generator.extremeInt64())
            }
            _ = policy.floatRounded(records)
            let missing = policy.transport(records).filter { $0.transport == .missing }
            try hold(missing.count < max(records.count, 1), "gaps")
            let (one, other) = (try Self.extremeQuestion(&generator), try Self.extremeQuestion(&generator))
            _ = policy.swapped(one, other, .current)
            _ = policy.reverseFlow(readings: [one.first, one.last, other.first, other.last], of: one.meter, .current)
            _ = policy.stuckIndex(periods: one.history, peers: volumes, isActive: true)
            if let expected = ExpectedUse(of: one, .current) {
                _ = policy.slippingWheel(
                    readings: (one.first.index, one.last.index, other.last.index), multiplier: one.meter.multiplier,
                    expected: (expected, expected))
            }
        }
    }
}

extension PlausibilityPropertyTests {
    /// A question of an ordinary meter, with or without history.
    private static func question(_ generator: inout SeededGenerator) throws -> PlausibilityQuestion {
        let from = try CivilDate(iso8601: "2026-01-01").advanced(byDays: generator.count(in: 0...700))
        var sample = SampleQuestion()
        sample.first = try Index(value: generator.integer(in: 0...99_998), digits: 5).description
        sample.last = sample.first
        sample.from = from.description
        sample.through = try from.advanced(byDays: generator.count(in: 3...120)).description
        sample.size = generator.element(of: ["G4", "G1.6", "G25", "G100"])
        sample.multiplier = generator.element(of: ["1", "10", "0.5"])
        var question = try sample.question()
        if generator.oneIn(2) { question.history = try yearOfHistory(generator.element(of: [2025, 2026])) }
        if generator.oneIn(2) { question.tenthsOfDegreeDays = generator.integer(in: 0...9_000) }
        if generator.oneIn(3) { question.classUse = ClassUse(litresADay: Array(repeating: 3_000, count: 12)) }
        return question
    }

    private static func litres(_ use: Int64, _ question: PlausibilityQuestion) throws -> Int128 {
        Int128(try MeterVolume(counted: use, multiplier: question.meter.multiplier).litres)
    }

    private static func anyDay(_ generator: inout SeededGenerator) throws -> CivilDate {
        try CivilDate(
            year: generator.count(in: CivilDate.years), month: generator.count(in: 1...12),
            day: generator.count(in: 1...28))
    }

    private static func anyIndex(_ generator: inout SeededGenerator) throws -> Index {
        let digits = generator.count(in: 1...Index.mostDigits)
        let range = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
        return try Index(
            value: generator.oneIn(4) ? range - 1 : generator.integer(in: 0...(range - 1)), digits: digits)
    }

    private static func extremeQuestion(_ generator: inout SeededGenerator) throws -> PlausibilityQuestion {
        let first = try anyIndex(&generator)
        let last = generator.oneIn(4) ? try anyIndex(&generator) : first
        var question = PlausibilityQuestion(
            meter: Meter(
                serial: nil, gClass: generator.element(of: ["G4", "G100", "", "G7"]), pressureMillibar: 21,
                multiplier: MeterMultiplier(thousandths: generator.extremeInt64()),
                wheels: generator.oneIn(5) ? generator.count(in: -1...30) : last.digits,
                decimals: generator.count(in: -1...40)),
            first: MeterReading(index: first, date: try anyDay(&generator)),
            last: MeterReading(
                index: generator.oneIn(2) ? last : try Index(value: 0, digits: last.digits),
                date: try anyDay(&generator)))
        if generator.oneIn(4) {
            question.exchanges = try (0..<generator.count(in: 1...3)).map { _ in
                MeterExchange(
                    removedAt: try anyIndex(&generator), removedWheels: first.digits,
                    newMeterStart: try anyIndex(&generator))
            }
        }
        question.tenthsOfDegreeDays = generator.oneIn(2) ? generator.extremeInt64() : 10_000_000
        question.history = try (0..<generator.count(in: 0...8)).compactMap { _ in
            let from = try anyDay(&generator)
            let through = try from.advanced(byDays: min(generator.count(in: 1...4_000), 2_999 * 365 - from.dayNumber))
            return PastUse(
                from: from, through: through,
                volume: MeterVolume(litres: generator.oneIn(2) ? 1_000_000_000_000 : generator.integer(in: 0...900)),
                tenthsOfDegreeDays: generator.oneIn(2) ? 10_000_000 : generator.integer(in: 0...3))
        }
        question.isEstimate = generator.oneIn(2)
        question.isTyped = generator.oneIn(2)
        question.doubtfulPlaces = [generator.count(in: -3...40), generator.count(in: 0...4)]
        question.classUse = ClassUse(litresADay: Array(repeating: 1_000_000_000, count: 12))
        question.subMeters = SubMeters(
            main: MeterVolume(litres: generator.extremeInt64()),
            parts: [MeterVolume(litres: generator.extremeInt64()), MeterVolume(litres: generator.extremeInt64())])
        question.today = try anyDay(&generator)
        return question
    }

    private static func extremePolicy(_ generator: inout SeededGenerator) -> PlausibilityPolicy {
        var policy = PlausibilityPolicy.current
        guard generator.oneIn(2) else { return policy }
        policy.reviewedFlowPermille = generator.extremeInt64()
        policy.refusedFlowPermille = generator.extremeInt64()
        policy.fewestFlowDays = generator.count(in: -400_000...2_000_000_000)
        policy.rolloverPermille = generator.extremeInt64()
        policy.regressionPercent = generator.extremeInt64()
        policy.deviations = generator.extremeInt64()
        policy.floorLitres = generator.extremeInt64()
        policy.lastYearPercent = generator.extremeInt64()
        policy.classPercent = generator.extremeInt64()
        policy.fewestPeriods = generator.count(in: -1...3)
        policy.mostPeriods = generator.count(in: -1...6)
        policy.fewestCoveredPercent = generator.extremeInt64()
        policy.mostZeroHeatingDays = generator.count(in: -1...40)
        policy.mostDecimals = generator.count(in: -1...40)
        policy.mostEstimates = generator.count(in: -1...3)
        policy.subMeterPermille = generator.extremeInt64()
        return policy
    }
}
