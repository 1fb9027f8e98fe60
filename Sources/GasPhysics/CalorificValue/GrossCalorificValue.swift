public import Quantities

/// The energy that burning a m3 sets free [üst ısıl değer], in kcal/m3; bills print two decimals, daily values may have four.
public struct GrossCalorificValue: FixedPointQuantity {
    /// Four decimals of a kcal/m3.
    public static let fractionDigits = 4

    /// The value in 10⁻⁴ kcal/m3.
    public let tenThousandths: Int64

    /// A value of so many 10⁻⁴ kcal/m3.
    public init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

    /// A value of so many 10⁻⁴ kcal/m3.
    public init(smallestUnits: Int64) { self.init(tenThousandths: smallestUnits) }

    /// The value in 10⁻⁴ kcal/m3.
    public var smallestUnits: Int64 { tenThousandths }
}
