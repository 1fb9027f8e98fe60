/// What meters of a size let through, by the size that is printed on them.
public enum MeterSizes {
    /// Qmax in litres an hour: EN 1359:2017, table 1 (diaphragm meters); above G100 rotary and turbine meters, EN 12480 and
    /// EN 12261, whose Qmax goes with the size in the same steps (OIML R 137).
    private static let largestFlow: [String: Int64] = [
        "G1.6": 2_500, "G2.5": 4_000, "G4": 6_000, "G6": 10_000, "G10": 16_000, "G16": 25_000, "G25": 40_000,
        "G40": 65_000, "G65": 100_000, "G100": 160_000,
        "G160": 250_000, "G250": 400_000, "G400": 650_000, "G650": 1_000_000, "G1000": 1_600_000, "G1600": 2_500_000,
        "G2500": 4_000_000, "G4000": 6_500_000, "G6500": 10_000_000,
    ]

    /// The sizes that are known.
    public static var names: Set<String> { Set(largestFlow.keys) }

    /// Qmax in litres an hour; `nil` for a size that is not known.
    public static func litresAnHour(_ size: String) -> Int64? { largestFlow[size] }
}
