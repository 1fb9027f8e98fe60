public import Quantities

/// Where and when comparative invoices may be made at all: off, until a dated decision with an area switches them on (row
/// 145).
public struct EstimateScope: Hashable, Sendable {
    /// Why meters are not read; the rule knows no other ground.
    public enum Ground: String, Hashable, Sendable, CaseIterable {
        /// The place is under quarantine [karantina].
        case quarantine
        /// An administrative decision stopped the reading [idari karar].
        case readingStopped = "reading-stopped"
        /// The readers cannot keep their distance [sosyal mesafe].
        case noDistance = "no-distance"
    }

    /// A decision that switches comparative invoices on in an area.
    public struct Decision: Hashable, Sendable {
        /// The decision's number.
        public let identifier: String
        /// Its ground.
        public let ground: Ground
        /// The codes of the districts or quarters that it names; never the whole country.
        public let areas: Set<String>
        /// The first day on which meters are not read.
        public let from: CivilDate
        /// The last such day; `nil` while it is open.
        public let through: CivilDate?

        /// A decision.
        public init(
            identifier: String, ground: Ground, areas: Set<String>, from: CivilDate, through: CivilDate?
        ) {
            self.identifier = identifier
            self.ground = ground
            self.areas = areas
            self.from = from
            self.through = through
        }

        func holds(in area: String, on day: CivilDate) -> Bool {
            areas.contains(area) && from <= day && through.map { day <= $0 } ?? true
        }
    }

    /// The decisions, ended ones too.
    public let decisions: [Decision]

    /// A scope of those decisions.
    public init(decisions: [Decision]) { self.decisions = decisions }

    /// The decision that holds in `area` on `day`, the day on which the meter would have been read; `nil` where the switch
    /// is off.
    public func decision(in area: String, on day: CivilDate) -> Decision? {
        decisions.first { $0.holds(in: area, on: day) }
    }
}

/// Why no comparative invoice is made for a customer, with evidence, and until when (row 149).
public struct EstimateExemption: Hashable, Sendable {
    /// The exempt cases.
    public enum Ground: String, Hashable, Sendable, CaseIterable {
        /// A business closed by decision [faaliyeti durdurulan iş yeri].
        case closedBusiness = "closed-business"
        /// A student house found without use [öğrenci evi].
        case unusedStudentHouse = "unused-student-house"
        /// A home left for quarantine or health [boşaltılan konut].
        case evacuatedHome = "evacuated-home"
    }

    /// The case.
    public let ground: Ground
    /// The number of the paper that shows it.
    public let evidence: String
    /// The first day on which it holds.
    public let from: CivilDate
    /// The last such day, shown by `endEvidence`; `nil` while it is open.
    public let through: CivilDate?
    /// The number of the paper that shows the end; needed for an end.
    public let endEvidence: String?

    /// An exemption; `nil` without evidence, or with an end that nothing shows or that lies before the beginning.
    public init?(
        ground: Ground, evidence: String, from: CivilDate, through: CivilDate? = nil, endEvidence: String? = nil
    ) {
        guard !evidence.isEmpty, (through == nil) == (endEvidence?.isEmpty ?? true) else { return nil }
        if let through, through < from { return nil }
        self.ground = ground
        self.evidence = evidence
        self.from = from
        self.through = through
        self.endEvidence = endEvidence
    }

    /// Whether it holds on `day`.
    public func holds(on day: CivilDate) -> Bool { from <= day && through.map { day <= $0 } ?? true }
}
