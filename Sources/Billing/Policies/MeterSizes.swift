/// What meters of a size let through, by the size that is printed on them.
public enum MeterSizes {
    /// Qmax in litres an hour: EN 1359:2017, table 1 (diaphragm meters); OIML R 137.
    private static let largestFlow: [String: Int64] = [
        "G1.6": 2_500, "G2.5": 4_000, "G4": 6_000, "G6": 10_000, "G10": 16_000, "G16": 25_000, "G25": 40_000,
        "G40": 65_000, "G65": 100_000, "G100": 160_000,
    ]

    /// The sizes that are known.
    public static var names: Set<String> { Set(largestFlow.keys) }

    /// Qmax in litres an hour; `nil` for a size that is not known.
    public static func litresAnHour(_ size: String) -> Int64? { largestFlow[size] }
}
