public import Quantities

/// A temperature in °C; the soil's ten-year mean is kept unrounded, so six decimals.
public struct CelsiusTemperature: FixedPointQuantity {
    /// Six decimals of a degree.
    public static let fractionDigits = 6

    /// The temperature in 10⁻⁶ °C.
    public let microdegrees: Int64

    /// A temperature of so many 10⁻⁶ °C.
    public init(microdegrees: Int64) { self.microdegrees = microdegrees }

    /// A temperature of so many 10⁻⁶ °C.
    public init(smallestUnits: Int64) { self.init(microdegrees: smallestUnits) }

    /// The temperature in 10⁻⁶ °C.
    public var smallestUnits: Int64 { microdegrees }

    /// The absolute temperature in K, exact: t + 273.15.
    public var kelvin: DecimalFigure {
        DecimalFigure(units: Int128(microdegrees) + Self.zeroCelsiusMicrokelvin, fractionDigits: Self.fractionDigits)
    }

    /// 0 °C in 10⁻⁶ K.
    static let zeroCelsiusMicrokelvin: Int128 = 273_150_000
}
