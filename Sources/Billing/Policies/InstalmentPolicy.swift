/// How a debt is paid in equal parts [taksit], without interest.
public struct InstalmentPolicy: Hashable, Sendable {
    /// Which part carries the kuruş that equal parts leave over.
    public enum Remainder: String, Hashable, Sendable, CaseIterable {
        /// The first part, which is the down payment [peşinat].
        case first
        /// The last part.
        case last
    }

    /// What happens to the rest when a part is not paid in time.
    public enum MissedPart: String, Hashable, Sendable, CaseIterable {
        /// The whole rest falls due [muacceliyet].
        case restFallsDue
        /// The other parts keep their days.
        case othersKeepTheirDays
    }

    /// The edition, stored with the plan.
    public let version: String
    /// How many parts there are, the down payment among them.
    public let count: Int
    /// Which part carries what is left over.
    public let remainder: Remainder
    /// How many months lie between two parts.
    public let monthsApart: Int
    /// What a missed part does to the rest.
    public let missedPart: MissedPart

    /// The most parts that a plan can have: a hundred years of months.
    public static let mostParts = 1_200

    /// A policy of those values; `nil` for fewer than one part or more than `mostParts`, or for parts on one day.
    public init?(
        version: String, count: Int, remainder: Remainder, monthsApart: Int = 1, missedPart: MissedPart = .restFallsDue
    ) {
        guard (1...Self.mostParts).contains(count), (1...Self.mostParts).contains(monthsApart) else { return nil }
        self.init(checked: version, count, remainder, monthsApart, missedPart)
    }

    private init(
        checked version: String, _ count: Int, _ remainder: Remainder, _ monthsApart: Int, _ missedPart: MissedPart
    ) {
        self.version = version
        self.count = count
        self.remainder = remainder
        self.monthsApart = monthsApart
        self.missedPart = missedPart
    }

    /// One down and three instalments [1 peşin 3 taksit] for a minus-gas debt (the department's own rule).
    public static let downPaymentAndThree = InstalmentPolicy(
        checked: "instalments-1+3-2026.1", 4, .first, 1, .restFallsDue)

    /// Six parts for a deposit: "at least six equal instalments without interest" (RG 33175, 21/2/2026, by the press).
    public static let depositInSix = InstalmentPolicy(
        checked: "instalments-deposit-2026.1", 6, .first, 1, .restFallsDue)

    /// Four parts for a reading period that the company made too long (RG 33175, by the press).
    public static let longPeriodInFour = InstalmentPolicy(
        checked: "instalments-long-period-2026.1", 4, .last, 1, .restFallsDue)
}
