/// A volume corrector (otomatik hacim düzeltici, EN 12405-1): counters, p, T, C and status in 64 bytes.
///
/// A volume at measuring conditions (Vm) is multiplied with C as it comes and added to the volume at base conditions (Vb).
/// While a sensor fails, both go to their disturbed counters (VmD, VbD) instead, with the substitute value in C. The
/// totals (VmT, VbT) are the sums. What is cut from a Vb counter is kept for its next step, so each is at any time the
/// sum of Vm × C of all its steps, cut once to whole millilitres. Counters wrap after nine digits of m³.
public struct CorrectorMeter: Hashable, Sendable {
    /// Vm, undisturbed volume at measuring conditions, in millilitres.
    public private(set) var volume: UInt64
    /// VmD, disturbed volume at measuring conditions, in millilitres.
    public private(set) var disturbedVolume: UInt64
    /// Vb, undisturbed volume at base conditions, in millilitres.
    public private(set) var baseVolume: UInt64
    /// VbD, disturbed volume at base conditions, in millilitres.
    public private(set) var disturbedBaseVolume: UInt64
    /// What was cut from `baseVolume`, in ten-millionths of a millilitre.
    private var remainder: UInt32
    /// What was cut from `disturbedBaseVolume`, in ten-millionths of a millilitre.
    private var disturbedRemainder: UInt32
    /// p, absolute pressure, measured or substitute, in pascals.
    public private(set) var pressure: UInt32
    /// T, measured or substitute, in millikelvins.
    public private(set) var temperature: UInt32
    /// C, in ten-millionths.
    public private(set) var factor: UInt32
    /// Status now.
    public private(set) var status: CorrectorStatus
    /// Status that was on at any time since it was acknowledged.
    public private(set) var latched: CorrectorStatus

    /// A corrector as it is put in service: counters at zero, substitute values until it has measured.
    ///
    /// - Parameters:
    ///   - settings: substitute values and grid.
    ///   - factors: the table of C, in ten-millionths.
    public init(settings: CorrectorSettings, factors: Span<UInt32>) {
        (volume, disturbedVolume, baseVolume, disturbedBaseVolume) = (0, 0, 0, 0)
        (remainder, disturbedRemainder) = (0, 0)
        (pressure, temperature, factor) = (settings.substitutePressure, settings.substituteTemperature, 0)
        status = CorrectorStatus(rawValue: 0)
        latched = CorrectorStatus(rawValue: 0)
        measure(pressure: nil, temperature: nil, settings: settings, factors: factors)
        latched = CorrectorStatus(rawValue: 0)
    }

    /// The range of every counter, in millilitres: 10^9 m³.
    public static var rollover: UInt64 { 1_000_000_000_000_000 }

    /// VmT, all volume at measuring conditions, in millilitres.
    public var totalVolume: UInt64 { (volume + disturbedVolume) % CorrectorMeter.rollover }

    /// VbT, all volume at base conditions, in millilitres; the parts that both counters cut are counted together.
    public var totalBaseVolume: UInt64 {
        let parts = UInt64(remainder) + UInt64(disturbedRemainder)
        return (baseVolume + disturbedBaseVolume + parts / 10_000_000) % CorrectorMeter.rollover
    }

    /// Takes what the sensors measure, nil where one fails, and computes C of it.
    ///
    /// A value outside the table fails as well: the substitute value takes its place, and an alarm is on.
    ///
    /// - Parameters:
    ///   - measuredPressure: absolute, in pascals.
    ///   - measuredTemperature: in millikelvins.
    ///   - settings: substitute values and grid.
    ///   - factors: the table of C, in ten-millionths.
    public mutating func measure(
        pressure measuredPressure: UInt32?, temperature measuredTemperature: UInt32?, settings: CorrectorSettings,
        factors: Span<UInt32>
    ) {
        status.subtract(.alarms)
        if let measuredPressure, settings.grid.pressureRange.contains(measuredPressure) {
            pressure = measuredPressure
        } else {
            pressure = settings.substitutePressure
            warn(.pressureFailed)
        }
        if let measuredTemperature, settings.grid.temperatureRange.contains(measuredTemperature) {
            temperature = measuredTemperature
        } else {
            temperature = settings.substituteTemperature
            warn(.temperatureFailed)
        }
        factor = settings.grid.factor(pressure: pressure, temperature: temperature, in: factors)
    }

    /// Counts a volume at measuring conditions with the present C.
    ///
    /// - Parameter millilitres: what the meter before it counted, at most 10^12 (a million m³).
    public mutating func convert(millilitres: UInt64) {
        precondition(millilitres <= 1_000_000_000_000, "at most a million m³ at once")
        guard !status.contains(.batteryDead) else { return }
        if status.isDisjoint(with: .alarms) {
            CorrectorMeter.count(millilitres, factor, &volume, &baseVolume, &remainder)
        } else {
            CorrectorMeter.count(millilitres, factor, &disturbedVolume, &disturbedBaseVolume, &disturbedRemainder)
        }
    }

    /// Puts a status on, and into the latched word.
    public mutating func warn(_ raised: CorrectorStatus) {
        status.formUnion(raised)
        latched.formUnion(raised)
    }

    /// Takes a status off; the latched word keeps it.
    public mutating func clear(_ gone: CorrectorStatus) { status.subtract(gone) }

    /// The operator's command: the latched word forgets all but what is still on.
    public mutating func acknowledge() { latched = status }

    private static func count(
        _ millilitres: UInt64, _ factor: UInt32, _ volume: inout UInt64, _ base: inout UInt64,
        _ remainder: inout UInt32
    ) {
        volume = (volume + millilitres) % rollover
        // Whole C and its decimals apart, so that no product leaves 64 bits.
        let decimals = millilitres * UInt64(factor % 10_000_000) + UInt64(remainder)
        base = (base + millilitres * UInt64(factor / 10_000_000) + decimals / 10_000_000) % rollover
        remainder = UInt32(truncatingIfNeeded: decimals % 10_000_000)
    }
}
