/// A quantity held as one whole number of its smallest unit, so that every figure on an invoice is exact.
///
/// Two quantities of different kinds never mix; a conversion is a named operation that says how it rounds.
public protocol FixedPointQuantity: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// How many decimals of the printed unit the smallest unit stands for.
    static var fractionDigits: Int { get }
    /// The quantity in its smallest unit.
    var smallestUnits: Int64 { get }
    /// A quantity of so many smallest units.
    init(smallestUnits: Int64)
}

extension FixedPointQuantity {
    /// Nothing.
    public static var zero: Self { Self(smallestUnits: 0) }

    /// Whether the left quantity is the smaller one.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.smallestUnits < rhs.smallestUnits }

    /// The sum, exact; throws `overflow` where it does not fit.
    public func adding(_ other: Self) throws(ArithmeticError) -> Self {
        Self(smallestUnits: try smallestUnits.checkedAdding(other.smallestUnits))
    }

    /// The difference, exact; throws `overflow` where it does not fit.
    public func subtracting(_ other: Self) throws(ArithmeticError) -> Self {
        Self(smallestUnits: try smallestUnits.checkedSubtracting(other.smallestUnits))
    }

    /// The quantity as a figure with all the decimals it carries.
    public var figure: DecimalFigure {
        DecimalFigure(units: Int128(smallestUnits), fractionDigits: Self.fractionDigits)
    }

    /// The quantity in plain notation with all the decimals it carries.
    public var description: String { figure.description }

    /// The quantity that `text` writes in `notation`, by value: zeros after the decimals it carries are allowed.
    ///
    /// Throws `NumberFormatError` for anything but a strictly written number, for decimals that the quantity does not
    /// carry, and for a number that does not fit.
    public init(parsing text: String, notation: DecimalNotation) throws(NumberFormatError) {
        try self.init(DecimalFigure(parsing: text, notation: notation), writtenAs: text)
    }

    /// The quantity of that figure; throws `NumberFormatError` where it has more decimals or digits than are carried.
    public init(_ figure: DecimalFigure) throws(NumberFormatError) {
        try self.init(figure, writtenAs: figure.description)
    }

    private init(_ figure: DecimalFigure, writtenAs text: String) throws(NumberFormatError) {
        let shortest = figure.withoutTrailingZeros
        guard shortest.fractionDigits <= Self.fractionDigits else {
            throw NumberFormatError(
                text: text,
                reason: .tooManyDecimals(found: shortest.fractionDigits, allowed: Self.fractionDigits))
        }
        do throws(ArithmeticError) {
            let units = try shortest.rounded(toFractionDigits: Self.fractionDigits).units
            guard let smallestUnits = Int64(exactly: units) else { throw .overflow }
            self.init(smallestUnits: smallestUnits)
        } catch {
            throw NumberFormatError(text: text, reason: .outOfRange)
        }
    }
}
