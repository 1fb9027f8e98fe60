public import Quantities

extension PlausibilityPolicy {
    /// What the rules say about a reading; a pure function of what is asked.
    ///
    /// No figure traps: what does not fit is compared at the end of its range.
    public func assess(_ question: PlausibilityQuestion) -> PlausibilityAssessment {
        let check = PlausibilityCheck(question, self)
        var findings = [check.register, check.lowerIndex, check.flow, check.expectedUse].compactMap { $0 }
        findings += [check.zeroUse, check.tooSoon, check.repeatedEstimates].compactMap { $0 }
        findings += [check.subMeters, check.disputedReading, check.date].compactMap { $0 }
        var proposals: [Index] = []
        // Where a person looks anyway, the machine says which slip would explain it.
        if findings.contains(where: { [.lowerIndex, .flow, .expectedUse].contains($0.rule) && $0.zone != .accept }) {
            let (digit, decimals) = (check.oneDigitProposals, check.decimalsProposals)
            if let finding = PlausibilityFinding.proposing(digit, by: .oneDigit) { findings.append(finding) }
            if let finding = PlausibilityFinding.proposing(decimals, by: .decimals) { findings.append(finding) }
            proposals = Set(digit + decimals).sorted { $0.value < $1.value }
        }
        let byNumber = findings.enumerated().sorted {
            ($0.element.rule.number, $0.offset) < ($1.element.rule.number, $1.offset)
        }
        return PlausibilityAssessment(
            policy: version, findings: byNumber.map { $0.element }, proposals: proposals)
    }

    /// The most m3 on the counter, in so many days, that nobody need look at: R3's lower limit before the multiplier, or what
    /// a converter's own counter went on, and what two counters may differ by.
    ///
    /// `nil` for a size without a limit and without a second counter, or a multiplier that is not above zero: a person decides.
    public func counterLimit(of meter: Meter, days: Int, secondCounter: MeterVolume? = nil) -> MeterVolume? {
        guard meter.multiplier > .zero else { return nil }
        let multiplier = Int128(meter.multiplier.thousandths)
        let byFlow = MeterSizes.litresAnHour(meter.gClass).map {
            Int128.saturatingProduct(
                Int128($0) * 24 * Int128(max(days, fewestFlowDays)), Int128(reviewedFlowPermille))
        }
        let bySecond = secondCounter.map { second in
            Int128.saturatingSum(
                Int128.saturatingProduct(Int128(max(second.litres, 0)), 1_000 + Int128(max(counterPermille, 0))),
                Int128(max(counterFloorLitres, 0)) * 1_000)
        }
        // The counter turns slower than the gas flows by the multiplier: ÷ 1,000 × 1,000 ÷ thousandths of the multiplier.
        return [byFlow, bySecond].compactMap { $0 }.max()
            .flatMap { Int64(exactly: $0 / multiplier) }.map { MeterVolume(litres: $0) }
    }

    /// The most litres that the meter lets through in so many days, above which no value is billed: R3's upper limit.
    func mostLitres(of meter: Meter, days: Int) -> Int128? {
        guard let flow = MeterSizes.litresAnHour(meter.gClass), meter.multiplier > .zero else { return nil }
        let thousandths = Int128.saturatingProduct(
            Int128(flow) * 24 * Int128(max(days, 0) + 1), Int128(refusedFlowPermille))
        return thousandths / 1_000
    }
}

extension PlausibilityRule {
    /// 1 for R1.
    fileprivate var number: Int { Self.allCases.firstIndex(of: self).map { $0 + 1 } ?? 0 }
}

extension PlausibilityFinding {
    /// The finding that other indexes would be plausible; `nil` where there is none.
    fileprivate static func proposing(_ indexes: [Index], by rule: PlausibilityRule) -> PlausibilityFinding? {
        if indexes.isEmpty { return nil }
        return PlausibilityFinding(
            rule, .review, indexes.map { .init(.proposedIndex, DecimalFigure($0.value)) })
    }
}
