/// What is set in a corrector: its grid of C and the values that stand in for a failed sensor.
public struct CorrectorSettings: Hashable, Sendable {
    /// Where the table of C lies; what is outside it counts as a failed sensor.
    public let grid: ConversionGrid
    /// Agreed absolute pressure, in pascals.
    public let substitutePressure: UInt32
    /// Agreed temperature, in millikelvins.
    public let substituteTemperature: UInt32

    /// Settings; the substitute values must lie within the table.
    public init(grid: ConversionGrid, substitutePressure: UInt32, substituteTemperature: UInt32) {
        precondition(grid.pressureRange.contains(substitutePressure), "the substitute pressure is outside the table")
        precondition(
            grid.temperatureRange.contains(substituteTemperature), "the substitute temperature is outside the table")
        self.grid = grid
        self.substitutePressure = substitutePressure
        self.substituteTemperature = substituteTemperature
    }
}
