/// Which faults a plan's meters have, and when: a pure function of the plan and the meter's number.
///
/// Nothing is stored per meter, and meters may be asked in any order and on any thread.
public struct FaultSchedule: Sendable {
    private let plan: FleetPlan
    private let named: [Int: [Fault]]
    private let singles: [FaultProcess]
    private let pairs: [FaultProcess]
    private let gates: [FaultGate]

    /// The schedule of a plan.
    public init(_ plan: FleetPlan) {
        self.plan = plan
        let named = FaultSchedule.named(plan)
        self.named = named
        let sources = plan.groups.indices.map { FaultSchedule.sources(plan, group: $0) }
        let singles = sources.enumerated().map { group, sources in
            FaultProcess(
                sources.filter { $0.variant != .swappedNeighbours }, seed: plan.seed, stream: UInt64(group) * 2)
        }
        let pairs = sources.enumerated().map { group, sources in
            FaultProcess(
                sources.filter { $0.variant == .swappedNeighbours }, seed: plan.seed, stream: UInt64(group) * 2 + 1)
        }
        let filter = FaultGate.filter(named.keys)
        gates = zip(singles, pairs).map { FaultGate($0, $1, named: filter) }
        self.singles = singles
        self.pairs = pairs
    }

    /// Which meters of a group have no fault at all.
    public func gate(group: Int) -> FaultGate { gates[group] }

    /// Whether a meter has a fault that touches a window.
    public func hasFault(_ meter: Int, group: Int, in window: Range<FleetHour>) -> Bool {
        gates[group].passes(meter) && faults(of: meter, group: group).contains { $0.touches(window) }
    }

    /// The faults of a meter that touch a window, by their start.
    public func faults(of meter: Int, in window: Range<FleetHour>) -> [Fault] {
        faults(of: meter, group: plan.group(of: meter)).filter { $0.touches(window) }
    }

    /// The faults of a meter that touch the plan's time, by their start.
    public func faults(of meter: Int) -> [Fault] { faults(of: meter, group: plan.group(of: meter)) }

    /// The same where the meter's group is known.
    public func faults(of meter: Int, group: Int) -> [Fault] {
        guard gates[group].passes(meter) else { return [] }
        var kept = named[meter] ?? []
        let partner = plan.neighbour(of: meter, group: group)
        if let partner, !pairs[group].isEmpty {
            // Both of a pair must come to the same end, so the named ones of both are held against it.
            var against = kept + (named[partner] ?? [])
            for fault in pairs[group].faults(meter >> 1, of: meter) where add(fault, to: &against) {
                kept.append(fault)
            }
        }
        for fault in singles[group].faults(meter, of: meter) { add(fault, to: &kept) }
        return kept.sorted { ($0.start.number, $0.kind.rawValue, $0.key) < ($1.start.number, $1.kind.rawValue, $1.key) }
    }

    /// Keeps a fault that touches the plan and shares no hour with another of its family.
    @discardableResult
    private func add(_ fault: Fault, to faults: inout [Fault]) -> Bool {
        guard fault.touches(plan.hours) else { return false }
        let window = fault.start..<fault.end
        guard !faults.contains(where: { $0.kind.family == fault.kind.family && $0.touches(window) }) else {
            return false
        }
        faults.append(fault)
        return true
    }

    /// The sources of a group's faults by chance; a rule that names no variant is one for each.
    static func sources(_ plan: FleetPlan, group: Int) -> [FaultProcess.Source] {
        var sources: [FaultProcess.Source] = []
        for (place, rule) in plan.faults.enumerated() {
            guard case .rate(let rate) = rule.scope, rule.groups?.contains(group) ?? true,
                rule.kind.trait.meters.contains(plan.groups[group].kind)
            else { continue }
            let variants = rule.variant.map { [$0] } ?? rule.kind.variants
            for variant in variants {
                // What happens at one moment cannot have begun before.
                let lasts = rule.kind != .rollover && variant != .exchange
                let lead = rule.from == nil && rule.to == nil && lasts ? rule.days.upperBound * 24 : 0
                let starts =
                    FleetHour(rule.from ?? plan.start).advanced(byHours: -lead)..<FleetHour(rule.to ?? plan.end)
                let years = Double(starts.lowerBound.hours(until: starts.upperBound)) / 8_760
                sources.append(
                    FaultProcess.Source(
                        rule: place, kind: rule.kind, variant: variant, starts: starts, days: rule.days,
                        severity: rule.severity,
                        expected: Double(rate) / 1_000_000 * years / Double(variants.count)))
            }
        }
        return sources
    }

    private static func named(_ plan: FleetPlan) -> [Int: [Fault]] {
        var named: [Int: [Fault]] = [:]
        let key = FaultDraw.key(seed: plan.seed, stream: 1 << 40)
        for (place, rule) in plan.faults.enumerated() {
            guard case .meter(let meter) = rule.scope else { continue }
            let base = FaultDraw.bits(key, UInt64(place))
            let variants = rule.kind.variants
            let variant = rule.variant ?? variants[FaultDraw.even(FaultDraw.bits(base, 1), 0...variants.count - 1)]
            let start = FleetHour(rule.from ?? plan.start)
            let end = start.advanced(byHours: FaultDraw.even(FaultDraw.bits(base, 2), rule.days) * 24)
            let severity = FaultDraw.even(FaultDraw.bits(base, 3), rule.severity)
            var meters = [meter]
            if variant == .swappedNeighbours,
                let partner = plan.neighbour(of: meter, group: plan.group(of: meter))
            {
                meters.append(partner)
            }
            for meter in meters {
                named[meter, default: []].append(
                    Fault(
                        meter: meter, kind: rule.kind, variant: variant, start: start, end: end, severity: severity,
                        key: FaultDraw.bits(base, 4)))
            }
        }
        return named
    }
}

extension FleetPlan {
    /// The meter beside a meter: the other of the pair (2n, 2n + 1), nil where that is of another group.
    public func neighbour(of meter: Int, group: Int) -> Int? {
        let other = meter ^ 1
        return other >= firstMeters[group] && other < firstMeters[group + 1] ? other : nil
    }
}
