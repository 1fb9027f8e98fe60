/// A rule of a tariff beyond its price: a free volume, a second tier, a discount.
///
/// A new rule is one new file, with a function that changes a `PricedUse`, and one line of data, the rule in its tariff's
/// `rules`:
///
/// ```swift
/// // WinterDiscount.swift
/// extension TariffRule {
///     /// 10 % off the days from December to February, as the village council decided on 1/10/2026.
///     static let winterDiscount = TariffRule(version: "winter-discount-2026.1") {
///         (use: inout PricedUse) throws(BillingError) in
///         let winter = use.days { [12, 1, 2].contains($0.month) }
///         try use.discount(Rate(partsPerMillion: 100_000), days: winter)
///     }
/// }
///
/// // The tariff's data
/// TariffVersion(name: "ornek-2026-12", …, rules: [.winterDiscount])
/// ```
///
/// What a file of policies can give without code is `TariffRuleData`.
///
/// The version names the rule and every figure in it, is stored with what it priced, and decides equality: another figure is
/// another version.
public struct TariffRule: Hashable, Sendable {
    /// What a rule does to a period's use; the order of the tariff's rules is the order in which they see it.
    public typealias Change = @Sendable (inout PricedUse) throws(BillingError) -> Void

    /// The name and edition of the rule, for example `free-volume-2023.1`.
    public let version: String
    private let change: Change

    /// A rule of that version; `change` throws where a figure does not fit.
    public init(version: String, change: @escaping Change) {
        self.version = version
        self.change = change
    }

    /// Applies the rule.
    func apply(to use: inout PricedUse) throws(BillingError) { try change(&use) }

    /// Whether both are the same version.
    public static func == (lhs: Self, rhs: Self) -> Bool { lhs.version == rhs.version }

    /// Hashes the version.
    public func hash(into hasher: inout Hasher) { hasher.combine(version) }
}
