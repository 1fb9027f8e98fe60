/// What becomes of a reading by a rule, the mildest first.
public enum PlausibilityZone: Int, Hashable, Comparable, Sendable, CaseIterable {
    /// It is billed without a person.
    case accept = 0
    /// The customer is asked, or a person looks and may confirm it.
    case review = 1
    /// It is never billed, whoever confirms it: the index, the register of meters or the last reading is wrong.
    case refuse = 2

    /// The zone's name in logs and files.
    public var code: String {
        switch self {
        case .accept: "accept"
        case .review: "review"
        case .refuse: "refuse"
        }
    }

    /// Whether the left zone is milder.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
