import Quantities

/// Holds the fault rules of a draft against its meters and its time.
struct FaultRuleChecks {
    private let draft: FleetPlanDraft
    private let firsts: [Int]
    private let end: CivilDate

    init(_ draft: FleetPlanDraft) {
        self.draft = draft
        firsts = FleetPlan.firstMeters(of: draft.groups)
        end = FleetPlan.end(draft.start, draft.months)
    }

    func mistakes() -> [FleetPlanError] {
        var found: [FleetPlanError] = []
        for (place, rule) in draft.faults.enumerated() {
            found += general(rule).map { FleetPlanError(.fault(place), $0) }
            switch rule.scope {
            case .rate(let rate): found += byRate(rule, rate).map { FleetPlanError(.fault(place), $0) }
            case .meter(let meter): found += named(rule, meter, place).map { FleetPlanError(.fault(place), $0) }
            }
        }
        if found.isEmpty { found += tooOften() }
        return found
    }

    private func general(_ rule: FaultRule) -> [FleetPlanError.Reason] {
        var found = FleetPlan.outside(
            .plan,
            [
                ("days", rule.days, 1...3_650),
                (
                    "severity", rule.severity,
                    min(0, rule.kind.trait.severities.lowerBound)...rule.kind.trait.severities.upperBound
                ),
            ]
        ).map(\.reason)
        // Zero is allowed: it changes nothing, which a test of billing may want to see.
        if rule.severity != 0...0, rule.severity.lowerBound < rule.kind.trait.severities.lowerBound, found.isEmpty {
            found.append(.outside("severity", found: rule.severity.lowerBound, rule.kind.trait.severities))
        }
        if let variant = rule.variant, !rule.kind.variants.contains(variant) {
            found.append(.variantDoesNotFit(rule.kind, variant))
        }
        let from = rule.from ?? draft.start
        if from < draft.start || from >= end || (rule.to.map { $0 <= from || $0 > end } ?? false) {
            found.append(.timeOutside)
        }
        return found
    }

    private func byRate(_ rule: FaultRule, _ rate: Int) -> [FleetPlanError.Reason] {
        var found = FleetPlan.outside(.plan, [("rate", rate...rate, 0...50_000_000)]).map(\.reason)
        for group in rule.groups ?? [] {
            guard draft.groups.indices.contains(group) else {
                found.append(.noSuchGroup(group))
                continue
            }
            if !rule.kind.trait.meters.contains(draft.groups[group].kind) {
                found.append(.faultDoesNotFit(rule.kind, draft.groups[group].kind))
            }
        }
        if rule.groups == nil, !draft.groups.contains(where: { rule.kind.trait.meters.contains($0.kind) }) {
            found.append(.faultFitsNoGroup(rule.kind))
        }
        return found
    }

    private func named(_ rule: FaultRule, _ meter: Int, _ place: Int) -> [FleetPlanError.Reason] {
        guard let group = group(of: meter) else { return [.noSuchMeter(meter)] }
        var found: [FleetPlanError.Reason] = []
        if !rule.kind.trait.meters.contains(draft.groups[group].kind) {
            found.append(.faultDoesNotFit(rule.kind, draft.groups[group].kind))
        }
        // A variant that is left to chance may be the one that needs a neighbour.
        if rule.kind == .meterIdentity, rule.variant ?? .swappedNeighbours == .swappedNeighbours {
            if self.group(of: meter ^ 1) != group { found.append(.noNeighbour(meter)) }
        }
        for (other, earlier) in draft.faults.prefix(place).enumerated() {
            guard case .meter(let other_meter) = earlier.scope, earlier.kind.family == rule.kind.family,
                meters(rule, meter).contains(where: { meters(earlier, other_meter).contains($0) })
            else { continue }
            let (mine, theirs) = (longest(rule), longest(earlier))
            if mine.lowerBound < theirs.upperBound, theirs.lowerBound < mine.upperBound {
                found.append(.overlaps(fault: other))
            }
        }
        return found
    }

    /// The meters that a named fault may touch.
    private func meters(_ rule: FaultRule, _ meter: Int) -> [Int] {
        rule.kind == .meterIdentity && rule.variant ?? .swappedNeighbours == .swappedNeighbours
            ? [meter, meter ^ 1] : [meter]
    }

    private func longest(_ rule: FaultRule) -> Range<Int> {
        let start = (rule.from ?? draft.start).dayNumber
        return start..<start + max(rule.days.upperBound, 1)
    }

    private func group(of meter: Int) -> Int? {
        guard meter >= 0 else { return nil }
        return draft.groups.indices.first { firsts[$0] <= meter && meter < firsts[$0 + 1] }
    }

    /// The most faults by chance that are expected of a meter: beyond it hardly an hour is left without one.
    private static let most = 20

    private func tooOften() -> [FleetPlanError] {
        for group in draft.groups.indices {
            var sum = 0
            for (place, rule) in draft.faults.enumerated() {
                guard case .rate(let rate) = rule.scope, rule.groups?.contains(group) ?? true,
                    rule.kind.trait.meters.contains(draft.groups[group].kind)
                else { continue }
                let lead = rule.from == nil && rule.to == nil ? rule.days.upperBound : 0
                let days = (rule.from ?? draft.start).days(until: rule.to ?? end) + lead
                sum += rate * days / 365
                if sum > FaultRuleChecks.most * 1_000_000 {
                    return [FleetPlanError(.fault(place), .tooOften(sum / 1_000_000))]
                }
            }
        }
        return []
    }
}
