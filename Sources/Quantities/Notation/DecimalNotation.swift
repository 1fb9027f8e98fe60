/// How a decimal number is written.
///
/// The caller names it; it is never guessed, because `1.730` is a thousand times more
/// in one notation than in the other.
public enum DecimalNotation: Hashable, Sendable {
    /// A point before the decimals, no grouping: `1730.00`. Files and programs write so.
    case plain
    /// A comma before the decimals, points between groups of three or none at all: `1.730,00`. Turkish print.
    case turkish

    var decimalSeparator: UInt8 {
        switch self {
        case .plain: UInt8(ascii: ".")
        case .turkish: UInt8(ascii: ",")
        }
    }

    var groupSeparator: UInt8? {
        switch self {
        case .plain: nil
        case .turkish: UInt8(ascii: ".")
        }
    }
}
