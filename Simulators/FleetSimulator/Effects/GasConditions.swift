/// Pressure and temperature of the gas at a corrector, by hour.
public protocol GasConditions: Sendable {
    /// Absolute pressure, in pascals.
    func pascals(at hour: FleetHour) -> UInt32
    /// Temperature, in millikelvins.
    func millikelvins(at hour: FleetHour) -> UInt32
}
