public import Quantities

/// A rule that has something to say about a reading, with the figures that it compared.
public struct PlausibilityFinding: Hashable, Sendable {
    /// The rule.
    public let rule: PlausibilityRule
    /// What becomes of the reading by this rule alone; `accept` where the rule only explains, as for a rollover.
    public let zone: PlausibilityZone
    /// The figures compared, the observed ones before the limits.
    public let figures: [DerivationStep.Operand]
    /// The days compared.
    public let days: [DerivationStep.Day]

    /// A finding of those figures.
    public init(
        _ rule: PlausibilityRule, _ zone: PlausibilityZone, _ figures: [DerivationStep.Operand] = [],
        days: [DerivationStep.Day] = []
    ) {
        self.rule = rule
        self.zone = zone
        self.figures = figures
        self.days = days
    }
}

/// What all rules together say about a reading: its zone, and why.
public struct PlausibilityAssessment: Hashable, Sendable, Derived {
    /// The version of the policy whose limits decided, to be stored with what they decided.
    public let policy: String
    /// The rules that have something to say, by number; none for a reading with nothing remarkable.
    public let findings: [PlausibilityFinding]
    /// The indexes that would be plausible in the place of this one (R6, R8), smallest first.
    public let proposals: [Index]

    /// An assessment of those findings.
    public init(policy: String, findings: [PlausibilityFinding], proposals: [Index] = []) {
        self.policy = policy
        self.findings = findings
        self.proposals = proposals
    }

    /// The zone of the strictest rule.
    public var zone: PlausibilityZone { findings.map { $0.zone }.max() ?? .accept }

    /// What one rule alone makes of the reading.
    public func zone(of rule: PlausibilityRule) -> PlausibilityZone {
        findings.filter { $0.rule == rule }.map { $0.zone }.max() ?? .accept
    }

    /// The findings of the strictest zone that is not `accept`, by number.
    public var decisive: [PlausibilityFinding] { findings.filter { $0.zone != .accept && $0.zone == zone } }

    /// The numbers of the rules that ask or refuse, such as `R3,R6`; empty where none does.
    public var codes: String {
        findings.filter { $0.zone != .accept }.map { $0.rule.rawValue }.joined(separator: ",")
    }

    /// Every finding in one line, for a log: `R3 review: measuredVolume 427, days 31, highestUse 446.4`.
    public var summary: String {
        findings.map { finding in
            let figures = finding.figures.map { "\($0.role.rawValue) \($0.figure)" }
            let days = finding.days.map { "\($0.role.rawValue) \($0.date)" }
            let values = (figures + days).joined(separator: ", ")
            return "\(finding.rule.rawValue) \(finding.zone.code)" + (values.isEmpty ? "" : ": \(values)")
        }.joined(separator: "; ")
    }

    /// A step a finding: the figures compared, and the zone as 0 (accept), 1 (review) or 2 (refuse).
    public var derivation: [DerivationStep] {
        findings.map { finding in
            DerivationStep(
                code: finding.rule.step, operands: finding.figures,
                result: DecimalFigure(Int64(finding.zone.rawValue)), days: finding.days, policy: policy)
        }
    }
}
