/// Where the values of a table of C lie over pressure and temperature: an even grid.
///
/// The table itself is the caller's: `pressures` × `temperatures` whole numbers, the conversion factor C (Umwertezahl,
/// dönüşüm katsayısı) in ten-millionths, row by row of equal pressure. So Z, base conditions and gas quality are settled
/// before, by any equation of state, and the meter multiplies.
public struct ConversionGrid: Hashable, Sendable {
    /// Absolute pressure of the first row, in pascals.
    public let firstPressure: UInt32
    /// From row to row, in pascals.
    public let pressureStep: UInt32
    /// Rows, at least 2.
    public let pressures: Int
    /// Temperature of the first column, in millikelvins.
    public let firstTemperature: UInt32
    /// From column to column, in millikelvins.
    public let temperatureStep: UInt32
    /// Columns, at least 2.
    public let temperatures: Int

    /// A grid; a cell may be 4 bar × 10 K or any other shape of no more area, so that its arithmetic fits 64 bits.
    public init(
        firstPressure: UInt32, pressureStep: UInt32, pressures: Int, firstTemperature: UInt32, temperatureStep: UInt32,
        temperatures: Int
    ) {
        precondition(pressures >= 2 && temperatures >= 2, "a table has at least two rows and columns")
        precondition(pressureStep > 0 && temperatureStep > 0, "a table's steps are above zero")
        precondition(
            UInt64(pressureStep) * UInt64(temperatureStep) <= 4_000_000_000, "a cell of the table is too large")
        precondition(
            UInt64(firstPressure) + UInt64(pressureStep) * UInt64(pressures - 1) <= UInt64(UInt32.max)
                && UInt64(firstTemperature) + UInt64(temperatureStep) * UInt64(temperatures - 1) <= UInt64(UInt32.max),
            "the table ends beyond 32 bits")
        self.firstPressure = firstPressure
        self.pressureStep = pressureStep
        self.pressures = pressures
        self.firstTemperature = firstTemperature
        self.temperatureStep = temperatureStep
        self.temperatures = temperatures
    }

    /// Pressures that the table covers, in pascals.
    public var pressureRange: ClosedRange<UInt32> {
        firstPressure...(firstPressure + pressureStep * UInt32(truncatingIfNeeded: pressures - 1))
    }

    /// Temperatures that the table covers, in millikelvins.
    public var temperatureRange: ClosedRange<UInt32> {
        firstTemperature...(firstTemperature + temperatureStep * UInt32(truncatingIfNeeded: temperatures - 1))
    }

    /// C between four values of the table, in ten-millionths: bilinear, exact, rounded once, half up.
    ///
    /// - Parameters:
    ///   - pressure: absolute, in pascals, within ``pressureRange``.
    ///   - temperature: in millikelvins, within ``temperatureRange``.
    ///   - factors: the table, in ten-millionths.
    /// - Returns: C in ten-millionths.
    public func factor(pressure: UInt32, temperature: UInt32, in factors: Span<UInt32>) -> UInt32 {
        precondition(factors.count == pressures * temperatures, "the table is not of this grid")
        precondition(pressureRange.contains(pressure), "a pressure outside the table")
        precondition(temperatureRange.contains(temperature), "a temperature outside the table")
        let (row, above) = cell(pressure - firstPressure, pressureStep, pressures)
        let (column, right) = cell(temperature - firstTemperature, temperatureStep, temperatures)
        let (below, left) = (UInt64(pressureStep) - above, UInt64(temperatureStep) - right)
        let first = row * temperatures + column
        let second = first + temperatures
        // Four weights that add up to the cell's area, at most 4 × 10^9, times 32 bits: it fits 64.
        let sum =
            UInt64(factors[first]) * (below * left) + UInt64(factors[first + 1]) * (below * right)
            + UInt64(factors[second]) * (above * left) + UInt64(factors[second + 1]) * (above * right)
        let area = UInt64(pressureStep) * UInt64(temperatureStep)
        return UInt32(truncatingIfNeeded: (sum + area / 2) / area)
    }

    /// The cell in which an offset lies, and how far into it; the last line belongs to the last cell.
    private func cell(_ offset: UInt32, _ step: UInt32, _ lines: Int) -> (Int, UInt64) {
        let number = min(Int(offset / step), lines - 2)
        return (number, UInt64(offset) - UInt64(number) * UInt64(step))
    }
}
