/// What a file's stay with Legal [Hukuk] does to the debts in it. [19]
public struct LegalPolicy: Hashable, Sendable {
    /// The edition, stored with the file.
    public let version: String
    /// Whether the late fee, or the interest, runs on after the hand-over.
    public let doesInterestRun: Bool

    /// A policy of those values.
    public init(version: String, doesInterestRun: Bool) {
        self.version = version
        self.doesInterestRun = doesInterestRun
    }

    /// Interest continues: the department's text says so and leaves it to policy.
    public static let shipped = LegalPolicy(version: "legal-2026.1", doesInterestRun: true)
}
