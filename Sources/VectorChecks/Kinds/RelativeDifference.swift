import Quantities

/// How far a figure is from the expected one, as a share of the latter: exact to 10⁻¹², rounded up.
package struct RelativeDifference: Hashable, Comparable, Sendable {
    /// The share in 10⁻¹².
    private let trillionths: Int128

    /// A share of 10 to the power of minus `exponent`, 0 to 12.
    init(tenToTheMinus exponent: Int) { trillionths = Int128.powerOfTen(12 - exponent) }

    /// The difference of `computed` from `expected`; `nil` where the latter is zero and the other not, and where the
    /// figures are too large to be compared.
    init?(of computed: DecimalFigure, from expected: DecimalFigure) {
        let digits = max(computed.fractionDigits, expected.fractionDigits)
        do throws(ArithmeticError) {
            let ours = try computed.rounded(toFractionDigits: digits).units
            let theirs = try expected.rounded(toFractionDigits: digits).units
            let difference = Int128(exactly: try ours.checkedSubtracting(theirs).magnitude)
            guard let difference, let whole = Int128(exactly: theirs.magnitude) else { return nil }
            if difference == 0 {
                trillionths = 0
                return
            }
            guard whole > 0 else { return nil }
            let scaled = try difference.checkedMultiplying(by: Int128.powerOfTen(12))
            trillionths = try scaled.checkedAdding(whole - 1) / whole
        } catch {
            return nil
        }
    }

    /// Whether the left figure is nearer to what was expected.
    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.trillionths < rhs.trillionths }
}

extension RelativeDifference: CustomStringConvertible {
    /// The share with two digits, rounded up: `4.9e-8`; `0` where the figures are equal.
    package var description: String {
        guard trillionths > 0 else { return "0" }
        var (mantissa, exponent) = (trillionths, -12)
        while mantissa >= 100 { (mantissa, exponent) = ((mantissa + 9) / 10, exponent + 1) }
        if mantissa < 10 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
        return "\(mantissa / 10).\(mantissa % 10)e\(exponent + 1)"
    }
}
