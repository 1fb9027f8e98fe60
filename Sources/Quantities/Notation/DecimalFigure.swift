/// A decimal number as it is printed: `units ÷ 10^fractionDigits`, with its decimals shown in full.
///
/// Derivations and checks carry figures; computations carry quantities. Equality is by value and decimals; `isEqual(to:)`
/// compares the value alone.
public struct DecimalFigure: Hashable, Sendable {
    /// The most decimals a figure carries.
    public static let mostFractionDigits = 18

    /// The number without its decimal point.
    public let units: Int128
    /// How many decimals are shown.
    public let fractionDigits: Int

    /// A figure of `units` in the last of `fractionDigits` decimals (0 to 18).
    public init(units: Int128, fractionDigits: Int) {
        precondition(
            (0...Self.mostFractionDigits).contains(fractionDigits), "a figure has 0 to 18 decimals")
        self.units = units
        self.fractionDigits = fractionDigits
    }

    /// A whole number.
    public init(_ whole: Int64) { self.init(units: Int128(whole), fractionDigits: 0) }

    /// The same value with another number of decimals; rounds half away from zero where decimals are dropped.
    ///
    /// Throws `overflow` where more decimals (18 at most) no longer fit.
    public func rounded(toFractionDigits digits: Int) throws(ArithmeticError) -> DecimalFigure {
        if digits >= fractionDigits {
            let factor = Int128.powerOfTen(digits - fractionDigits)
            return DecimalFigure(units: try units.checkedMultiplying(by: factor), fractionDigits: digits)
        }
        let divisor = Int128.powerOfTen(fractionDigits - digits)
        return DecimalFigure(units: try ExactQuotient(units, over: divisor).rounded(), fractionDigits: digits)
    }

    /// Whether both figures are the same number, however many decimals each shows.
    public func isEqual(to other: DecimalFigure) -> Bool {
        let (mine, theirs) = (withoutTrailingZeros, other.withoutTrailingZeros)
        return mine == theirs
    }

    /// The same number with as few decimals as it needs.
    public var withoutTrailingZeros: DecimalFigure { withoutTrailingZeros(keeping: 0) }

    /// The same number with as few decimals as it needs, but not fewer than `fewest` of those that it has.
    public func withoutTrailingZeros(keeping fewest: Int) -> DecimalFigure {
        var (units, digits) = (units, fractionDigits)
        while digits > fewest && units % 10 == 0 { (units, digits) = (units / 10, digits - 1) }
        return DecimalFigure(units: units, fractionDigits: digits)
    }
}
