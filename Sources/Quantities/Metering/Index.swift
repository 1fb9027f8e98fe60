/// What a meter's counter shows in whole m3 [endeks]: the black digits, leading zeros included.
public struct Index: Hashable, Sendable, CustomStringConvertible {
    /// The most wheels a counter has here; 10^18 still fits the value.
    public static let mostDigits = 18

    /// The number on the counter, in whole m3 (before the meter's multiplier).
    public let value: Int64
    /// How many black digits the counter has; after its largest number it starts again at zero.
    public let digits: Int

    /// An index of `value` on a counter with `digits` wheels (1 to 18).
    ///
    /// Throws `IndexError` where the value is negative or has more digits than the counter.
    public init(value: Int64, digits: Int) throws(IndexError) {
        guard (1...Self.mostDigits).contains(digits) else { throw .digitCount(digits) }
        guard value >= 0, value < Self.modulus(digits: digits) else { throw .doesNotFit(value: value, digits: digits) }
        self.value = value
        self.digits = digits
    }

    /// The index as printed on the counter, its length being the number of wheels: `"01042"`.
    ///
    /// Throws `IndexError` for anything but 1 to 18 ASCII digits.
    public init(printed text: String) throws(IndexError) {
        let bytes = Array(text.utf8)
        guard (1...Self.mostDigits).contains(bytes.count) else { throw .digitCount(bytes.count) }
        var value: Int64 = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw .notDigits(text) }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))  // 18 digits at most: fits
        }
        self.value = value
        self.digits = bytes.count
    }

    /// The index as the counter prints it, with leading zeros.
    public var description: String {
        let text = String(value)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// The number at which a counter of `digits` wheels starts again at zero.
    package static func modulus(digits: Int) -> Int64 {
        (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    }
}

/// Why something is not an index of a counter.
public enum IndexError: Error, Hashable, Sendable {
    /// A counter has 1 to 18 digits, not so many.
    case digitCount(Int)
    /// The number is negative or has more digits than the counter.
    case doesNotFit(value: Int64, digits: Int)
    /// The text holds something else than digits.
    case notDigits(String)
}
