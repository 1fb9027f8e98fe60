/// Why an exact computation has no result.
public enum ArithmeticError: Error, Hashable, Sendable {
    /// The result does not fit its type; nothing was wrapped or cut off.
    case overflow
    /// The divisor is zero.
    case divisionByZero
}
