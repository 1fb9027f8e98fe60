public import Quantities

// Faults that the readings of the billing show, with history and peers.
extension FaultPolicy {
    /// Fault 1: nothing for more than thirty heating days on a connection that used gas before, while the peers heat.
    ///
    /// `periods` are those of the connection, the newest last; `peers` what similar customers used over its days without use.
    /// Without enough peers there is no flag: an empty flat would be accused. R5 asks the customer all the same.
    public func stuckIndex(periods: [PastUse], peers: [MeterVolume], isActive: Bool) -> FaultFlag? {
        guard isActive, peers.count >= max(fewestPeers, 1) else { return nil }
        let zeros = periods.reversed().prefix { $0.volume == .zero }
        // It stood from the first day: an empty flat or a summer house, not a counter that stopped.
        guard !zeros.isEmpty, zeros.count < periods.count else { return nil }
        let heating = zeros.reduce(0) {
            $0 + MonthStretch(from: $1.from, days: $1.days).days(in: heatingMonths)
        }
        // The lower of two in the middle: fewer flags.
        let middle = peers.sorted()[(peers.count - 1) / 2]
        guard heating > mostZeroHeatingDays, middle.litres >= fewestPeerLitres else { return nil }
        return FaultFlag(
            .stuckIndex,
            [
                .init(.heatingDays, DecimalFigure(Int64(heating))),
                .init(.peerUse, .cubicMetres(Int128(middle.litres))),
            ])
    }

    /// Fault 2: a drop that one missed carry explains, and that the next reading does not take back.
    ///
    /// A digit that was misread is right again at the next reading, whose use is then a power of ten too high; a wheel that
    /// slipped goes on from where it stands. Where the next use would be expected either way there is no flag, nor where as
    /// much can have flown back as fell.
    public func slippingWheel(
        readings: (first: Index, dropped: Index, next: Index), multiplier: MeterMultiplier,
        expected: (ofDrop: ExpectedUse, ofNext: ExpectedUse)
    ) -> FaultFlag? {
        let (first, dropped, next) = readings
        guard first.digits == dropped.digits, dropped.digits == next.digits, dropped.value < first.value,
            dropped.value <= next.value, multiplier > .zero
        else { return nil }
        let thousandths = Int128(multiplier.thousandths)
        let nextUse = Int128(next.value - dropped.value)
        let fall = Int128(first.value - dropped.value) * thousandths
        guard expected.ofNext.contains(litres: nextUse * thousandths), !expected.ofDrop.contains(litres: fall) else {
            return nil
        }
        var carry: Int64 = 1
        for _ in 1..<max(first.digits, 1) {
            carry *= 10
            let use = Int128(dropped.value) + Int128(carry) - Int128(first.value)
            guard use >= 0, expected.ofDrop.contains(litres: use * thousandths),
                !expected.ofNext.contains(litres: (nextUse - Int128(carry)) * thousandths)
            else { continue }
            return FaultFlag(
                .slippingWheel,
                [
                    .init(.firstIndex, DecimalFigure(first.value)), .init(.lastIndex, DecimalFigure(dropped.value)),
                    .init(.proposedIndex, .init(units: Int128(dropped.value) + Int128(carry), fractionDigits: 0)),
                ])
        }
        return nil
    }

    /// Fault 2, where the reading before the newest one dropped: what the rules were asked of the newest one says what
    /// either use is held against.
    ///
    /// A reading that somebody only estimated is too high, and the next one drops, too: then the two periods together are
    /// as expected, this year's weather being that of the newest period. What fell before falls for another reason.
    ///
    /// - Parameters:
    ///   - readings: the counter's, oldest first, the newest one last.
    ///   - question: what the rules were asked about the newest one.
    ///   - limits: those rules.
    /// - Returns: the flag; `nil` where nothing dropped, or where nothing is known that a use could be held against.
    public func slippingWheel(
        readings: [MeterReading], asked question: PlausibilityQuestion, _ limits: PlausibilityPolicy
    ) -> FaultFlag? {
        guard let next = readings.last, let dropped = readings.dropLast().last, let first = readings.dropLast(2).last,
            dropped.index.value < first.index.value
        else { return nil }
        var (ofDrop, ofNext) = (question, question)
        (ofDrop.first, ofDrop.last, ofNext.first, ofNext.last) = (first, dropped, dropped, next)
        guard let drop = ExpectedUse(of: ofDrop, limits), let rise = ExpectedUse(of: ofNext, limits),
            let flag = slippingWheel(
                readings: (first.index, dropped.index, next.index), multiplier: question.meter.multiplier,
                expected: (drop, rise)),
            let carried = flag.figures.last?.figure.units
        else { return nil }
        guard let before = readings.dropLast(3).last else { return flag }
        if first.index.value < before.index.value { return nil }
        var ofFirst = question
        (ofFirst.first, ofFirst.last) = (before, first)
        guard let earlier = ExpectedUse(of: ofFirst, limits) else { return flag }
        let thousandths = Int128(question.meter.multiplier.thousandths)
        func use(_ from: Index, _ to: Int128) -> Int128 { (to - Int128(from.value)) * thousandths }
        func expected(_ litres: Int128) -> Int128 {
            Int128.saturatingProduct(litres, use(dropped.index, Int128(next.index.value))) / max(rise.litres, 1)
        }
        func distance(_ use: Int128, _ expected: Int128) -> Int128 {
            abs(max(Int128.saturatingSum(use, -expected), -Int128.max))
        }
        let slipped = Int128.saturatingSum(
            distance(use(before.index, Int128(first.index.value)), expected(earlier.litres)),
            distance(use(first.index, carried), expected(drop.litres)))
        let estimated = distance(
            use(before.index, Int128(dropped.index.value)),
            expected(Int128.saturatingSum(earlier.litres, drop.litres)))
        // Clearly the likelier of the two: half as far from what was expected.
        return Int128.saturatingProduct(slipped, 2) < estimated ? flag : nil
    }

    /// Fault 3: the counter passed its largest number, as the assessment has it.
    public func rollover(_ assessment: PlausibilityAssessment) -> FaultFlag? {
        let finding = assessment.findings.first { $0.rule == .lowerIndex && $0.zone == .accept }
        return finding.map { FaultFlag(.rollover, $0.figures) }
    }

    /// Fault 4: the index falls reading after reading, by no more than can flow, and through zero it would be more.
    ///
    /// One fall is more often a misread digit: it is held by R2, and flagged when the next reading falls again.
    public func reverseFlow(
        readings: [MeterReading], of meter: Meter, _ policy: PlausibilityPolicy
    ) -> FaultFlag? {
        let falls = zip(readings, readings.dropFirst()).reversed().prefix { first, last in
            guard first.index.digits == last.index.digits, last.index.value < first.index.value,
                let most = policy.mostLitres(of: meter, days: first.date.days(until: last.date))
            else { return false }
            let multiplier = Int128(meter.multiplier.thousandths)
            let fall = Int128(first.index.value - last.index.value) * multiplier
            return fall <= most && Int128(last.index.cubicMetres(since: first.index)) * multiplier > most
        }
        guard falls.count >= max(fallsInARow, 1), let newest = falls.first else { return nil }
        return FaultFlag(
            .reverseFlow,
            [
                .init(.occurrences, DecimalFigure(Int64(falls.count))),
                .init(.firstIndex, DecimalFigure(newest.0.index.value)),
                .init(.lastIndex, DecimalFigure(newest.1.index.value)),
            ])
    }

    /// Fault 25: two readings that are implausible where they stand and plausible on each other's meter.
    ///
    /// Both must be out of place and both must fit crosswise: readings that fit either way are left where they are.
    public func swapped(
        _ one: PlausibilityQuestion, _ other: PlausibilityQuestion, _ policy: PlausibilityPolicy
    ) -> FaultFlag? {
        guard one.exchanges.isEmpty, other.exchanges.isEmpty else { return nil }
        var (crossedOne, crossedOther) = (one, other)
        (crossedOne.last, crossedOther.last) = (other.last, one.last)
        let asTheyStand = [one, other].allSatisfy { !PlausibilityCheck($0, policy).isPlausibleUse }
        let crossed = [crossedOne, crossedOther].allSatisfy { PlausibilityCheck($0, policy).isPlausibleUse }
        guard asTheyStand, crossed else { return nil }
        return FaultFlag(
            .wrongMeter,
            [
                .init(.lastIndex, DecimalFigure(one.last.index.value)),
                .init(.proposedIndex, DecimalFigure(other.last.index.value)),
            ])
    }
}
