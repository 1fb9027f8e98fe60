/// What is known of the meter before its photo is read.
///
/// Each part can only narrow the reading or lower its confidence.
public struct MeterHints: Hashable, Sendable {
    /// The number of black wheels (whole cubic metres), 1 to 9.
    public var wheels: Int?
    /// The number of red wheels (decimals), 0 to 4.
    public var decimals: Int?
    /// The registered serial number; dots, spaces and leading zeros do not count.
    public var serial: String?
    /// The last index that was billed, in whole cubic metres.
    public var lastIndex: Int?
    /// Where the index is expected to lie.
    public var expected: ExpectedIndex?

    /// Nothing known.
    public static let none = MeterHints()

    /// What is known; leave out what is not.
    ///
    /// Numbers outside the ranges above are taken as not known.
    public init(
        wheels: Int? = nil, decimals: Int? = nil, serial: String? = nil, lastIndex: Int? = nil,
        expected: ExpectedIndex? = nil
    ) {
        self.wheels = wheels.flatMap { (1...9).contains($0) ? $0 : nil }
        self.decimals = decimals.flatMap { (0...4).contains($0) ? $0 : nil }
        self.serial = serial
        self.lastIndex = lastIndex.flatMap { $0 >= 0 ? $0 : nil }
        self.expected = expected
    }
}
