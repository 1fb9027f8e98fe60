/// Which tariff and which region's gas the fleet is billed with, and where their figures stand.
public struct PlanTariff: Hashable, Sendable {
    /// Where the policies stand, in the form that `endeks policies example` prints.
    public enum Source: Hashable, Sendable {
        /// A file; a relative path begins at the scenario's folder.
        case file(String)
        /// YAML text that stood in the scenario itself.
        case text(String)
    }

    /// Name of a tariff in the policies.
    public var name: String
    /// Name of a region in the policies, which gives K and the calorific value; nil for one named as the meter's place.
    public var region: String?
    /// Where the policies stand.
    public var policies: Source

    /// A tariff and a region by name.
    public init(name: String, region: String? = nil, policies: Source) {
        self.name = name
        self.region = region
        self.policies = policies
    }
}

extension FleetPlan {
    /// Name of the tariff that a group is billed with.
    public func tariffName(ofGroup group: Int) -> String { groups[group].tariff ?? tariff.name }

    /// Name of the region whose gas a group uses.
    public func regionName(ofGroup group: Int) -> String {
        groups[group].region ?? tariff.region ?? groups[group].place.rawValue
    }
}
