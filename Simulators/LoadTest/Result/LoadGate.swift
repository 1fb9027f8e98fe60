/// Holds a result against a baseline: counts and kuruş exactly, speed only where it is asked.
package struct LoadGate: Sendable {
    /// What the baseline was.
    package let baseline: ResultFile
    /// What is held against it.
    package let result: ResultFile
    /// How much slower it may be, in thousandths; nil where speed is no matter.
    package let slowerPermille: Int?

    /// A gate.
    package init(baseline: ResultFile, result: ResultFile, slowerPermille: Int? = nil) {
        self.baseline = baseline
        self.result = result
        self.slowerPermille = slowerPermille
    }

    /// Why the result does not pass, the gravest first; none where it does.
    package func reasons() -> [GateReason] {
        let unlike = differentRuns()
        if !unlike.isEmpty { return unlike }
        var reasons = lostAndDouble() + faultless()
        reasons += counts() + faulty() + money() + faults() + ledger()
        if let slowerPermille { reasons += speed(slowerPermille) }
        return reasons
    }

    /// Two runs of different fleets say nothing of each other.
    private func differentRuns() -> [GateReason] {
        let (one, other) = (baseline.run, result.run)
        let fields: [(String, String, String)] = [
            ("scenario", one.scenario, other.scenario), ("seed", one.seed, other.seed),
            ("start", one.start, other.start), ("end", one.end, other.end),
            ("meters", "\(one.meters)", "\(other.meters)"), ("terms", one.terms, other.terms),
            ("metersPerShard", "\(one.metersPerShard)", "\(other.metersPerShard)"),
            ("graceDays", "\(one.graceDays)", "\(other.graceDays)"),
        ]
        return fields.filter { $0.1 != $0.2 }.map { GateReason(.run, $0.0, was: $0.1, is: $0.2) }
    }

    private func lostAndDouble() -> [GateReason] {
        [
            ("lost", baseline.counts.lost, result.counts.lost),
            ("unansweredWishes", baseline.counts.unansweredWishes, result.counts.unansweredWishes),
            ("double", baseline.counts.double, result.counts.double),
        ].compactMap { name, was, now in
            // Nothing may be lost or billed twice, whatever the baseline did.
            now > 0 || was != now ? GateReason(.counts, name, was: was, is: now) : nil
        }
    }

    /// A meter without a fault is billed to the kuruş, whatever the baseline did.
    private func faultless() -> [GateReason] {
        result.faultless.compactMap { now in
            let was = baseline.faultless.first { $0.cause == now.cause }
            guard now.periods > 0 || was?.periods ?? 0 != now.periods else { return nil }
            return GateReason(
                .faultless, now.cause, was: "\(was?.periods ?? 0) (\(was?.kurus ?? 0) kuruş)",
                is: "\(now.periods) (\(now.kurus) kuruş)")
        }
    }

    private func counts() -> [GateReason] {
        let (one, other) = (baseline.counts, result.counts)
        return exact(
            .counts,
            [
                ("given", one.given, other.given), ("billed", one.billed, other.billed),
                ("putOff", one.putOff, other.putOff), ("held", one.held, other.held),
                ("refused", one.refused, other.refused), ("repeated", one.repeated, other.repeated),
                ("secondLooks", one.secondLooks, other.secondLooks), ("wishes", one.wishes, other.wishes),
                ("refusedWishes", one.refusedWishes, other.refusedWishes),
            ])
    }

    private func faulty() -> [GateReason] {
        result.faulty.compactMap { now in
            let was = baseline.faulty.first { $0.cause == now.cause }
            guard was?.periods != now.periods || was?.kurus != now.kurus else { return nil }
            return GateReason(
                .faulty, now.cause, was: "\(was?.periods ?? 0) (\(was?.kurus ?? 0) kuruş)",
                is: "\(now.periods) (\(now.kurus) kuruş)")
        }
    }

    private func money() -> [GateReason] {
        var reasons: [GateReason] = []
        let names = Set((baseline.money + result.money).map { "\($0.kind)/\($0.fault)" }).sorted()
        for name in names {
            let was = baseline.money.first { "\($0.kind)/\($0.fault)" == name }
            let now = result.money.first { "\($0.kind)/\($0.fault)" == name }
            guard was != now else { continue }
            reasons.append(
                GateReason(
                    .money, name, was: "\(was?.billedKurus ?? 0) kuruş, \(was?.meters ?? 0) meters",
                    is: "\(now?.billedKurus ?? 0) kuruş, \(now?.meters ?? 0) meters"))
        }
        return reasons
    }

    private func faults() -> [GateReason] {
        var reasons = zip(baseline.faults, result.faults).flatMap { was, now in
            exact(
                .faults,
                [
                    ("\(now.number).truths", was.truths, now.truths), ("\(now.number).met", was.met, now.met),
                    ("\(now.number).found", was.found, now.found), ("\(now.number).flags", was.flags, now.flags),
                    ("\(now.number).right", was.right, now.right),
                    ("\(now.number).foundOfAll", was.foundOfAll, now.foundOfAll),
                ])
        }
        var use = result.use
        // A baseline of before has no kinds.
        if baseline.use.kinds == nil { use.kinds = nil }
        if baseline.use != use {
            reasons.append(
                GateReason(
                    .faults, "use", was: "\(baseline.use.flagged) of \(baseline.use.faults)",
                    is: "\(result.use.flagged) of \(result.use.faults)"))
        }
        return reasons
    }

    private func ledger() -> [GateReason] {
        var reasons: [GateReason] = []
        if result.ledger.sumKurus != 0 {
            reasons.append(GateReason(.ledger, "sumKurus", was: 0, is: Int(result.ledger.sumKurus)))
        }
        if baseline.ledger != result.ledger {
            reasons.append(
                GateReason(
                    .ledger, "owedKurus", was: Int(baseline.ledger.owedKurus), is: Int(result.ledger.owedKurus)))
        }
        return reasons
    }

    private func speed(_ permille: Int) -> [GateReason] {
        let (was, now) = (baseline.times.readingsPerSecond, result.times.readingsPerSecond)
        guard now * 1_000 < was * Double(1_000 - permille) else { return [] }
        return [GateReason(.speed, "readingsPerSecond", was: Int(was), is: Int(now))]
    }

    private func exact(_ part: GateReason.Part, _ fields: [(String, Int, Int)]) -> [GateReason] {
        fields.filter { $0.1 != $0.2 }.map { GateReason(part, $0.0, was: $0.1, is: $0.2) }
    }
}

/// One reason why a result does not pass: which field, what it was and what it is.
package struct GateReason: Hashable, Sendable, CustomStringConvertible {
    /// The part of the result.
    package enum Part: String, Hashable, Sendable {
        /// Not the same run.
        case run
        /// What became of readings and wishes.
        case counts
        /// Meters without a fault, billed otherwise than the truth: by cause.
        case faultless
        /// Meters with a fault: by cause.
        case faulty
        /// Money by kind and fault.
        case money
        /// Flags.
        case faults
        /// The ledger.
        case ledger
        /// Speed.
        case speed
    }

    /// The part.
    package let part: Part
    /// The field in it: of differences the cause.
    package let field: String
    /// In the baseline.
    package let was: String
    /// In the result.
    package let now: String

    init(_ part: Part, _ field: String, was: String, is now: String) {
        (self.part, self.field, self.was, self.now) = (part, field, was, now)
    }

    init(_ part: Part, _ field: String, was: Int, is now: Int) {
        self.init(part, field, was: "\(was)", is: "\(now)")
    }

    /// `faultless.factor: 0 (0 kuruş) -> 360 (-12345 kuruş)`.
    package var description: String { "\(part.rawValue).\(field): \(was) -> \(now)" }
}
