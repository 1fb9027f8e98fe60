public import Quantities

/// A mechanical gas meter as the utility has it on record.
public struct Meter: Hashable, Sendable {
    /// The serial printed on it [sayaç no], where the utility knows it.
    public let serial: MeterSerial?
    /// Its size, for example `G4`.
    public let gClass: String
    /// The gauge pressure at which it measures [sayaç ölçüm basıncı], in mbar.
    public let pressureMillibar: Int
    /// The factor between the counter's difference and the volume [çarpan].
    public let multiplier: MeterMultiplier
    /// How many black digits its counter has: whole m3, which are billed.
    public let wheels: Int
    /// How many red digits its counter has: decimals, which are not billed.
    public let decimals: Int

    /// A meter with those particulars.
    public init(
        serial: MeterSerial?, gClass: String, pressureMillibar: Int,
        multiplier: MeterMultiplier = MeterMultiplier(thousandths: 1000), wheels: Int, decimals: Int
    ) {
        self.serial = serial
        self.gClass = gClass
        self.pressureMillibar = pressureMillibar
        self.multiplier = multiplier
        self.wheels = wheels
        self.decimals = decimals
    }
}
