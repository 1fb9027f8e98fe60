/// A diaphragm gas meter: what its index shows, and the pulses it gives, for the gas that passes.
///
/// The index is held in nanolitres, because a true millilitre times an error in parts per million is a whole number of
/// them: any split of a volume at the same flow ends on the same nanolitre, and nothing is ever rounded away.
public struct DiaphragmMeter: Hashable, Sendable {
    /// What stands on the plate.
    public let plate: DiaphragmPlate
    /// The error of this meter, which a fault may exchange.
    public var curve: ErrorCurve
    /// What the index has counted since all wheels stood at zero, in nanolitres; wraps when the index does.
    public private(set) var nanolitres: UInt64

    /// A meter whose index stands at a volume.
    ///
    /// - Parameters:
    ///   - plate: size, wheels and pulse.
    ///   - curve: error as a function of flow.
    ///   - millilitres: what the index shows at first, wrapped to its range.
    public init(plate: DiaphragmPlate, curve: ErrorCurve, millilitres: UInt64 = 0) {
        self.plate = plate
        self.curve = curve
        nanolitres = millilitres % plate.rollover * 1_000_000
    }

    /// The index in millilitres, cut to what has wholly been counted.
    public var millilitres: UInt64 { nanolitres / 1_000_000 }

    /// The whole m³ of the black wheels: the reading that is billed.
    public var reading: UInt32 { UInt32(truncatingIfNeeded: nanolitres / 1_000_000_000_000) }

    /// The wheels, with the angle of each.
    public var wheels: WheelCounter {
        WheelCounter(wheels: plate.blackWheels + plate.redWheels, thousandths: nanolitres / plate.wheelStep)
    }

    /// Lets gas pass and counts it, with the meter's error.
    ///
    /// - Parameters:
    ///   - volume: true volume, in millilitres, at most 10^12 (a million m³).
    ///   - flow: true flow, in litres an hour, for the error.
    /// - Returns: the pulses that the index gave meanwhile.
    public mutating func pass(millilitres volume: UInt64, litresPerHour flow: UInt32) -> UInt64 {
        let counted = counted(volume, flow)
        let pulse = UInt64(plate.pulseVolume) * 1_000_000
        let reached = nanolitres + counted
        let pulses = reached / pulse - nanolitres / pulse
        nanolitres = reached % range
        return pulses
    }

    /// Lets gas pass the wrong way, as through a meter fitted backwards: the index falls, below zero to all nines.
    ///
    /// The reed cannot tell the direction, so it pulses as it would forwards.
    ///
    /// - Parameters:
    ///   - volume: true volume, in millilitres, at most 10^12.
    ///   - flow: true flow, in litres an hour.
    /// - Returns: the pulses that the index gave meanwhile.
    public mutating func passBackwards(millilitres volume: UInt64, litresPerHour flow: UInt32) -> UInt64 {
        let counted = counted(volume, flow)
        let pulse = UInt64(plate.pulseVolume) * 1_000_000
        // Whole ranges are added first: every range is a whole number of pulses.
        let lifted = nanolitres + (counted / range + 1) * range
        let reached = lifted - counted
        let pulses = lifted / pulse - reached / pulse
        nanolitres = reached % range
        return pulses
    }

    private var range: UInt64 { plate.rollover * 1_000_000 }

    /// What the index counts for a true volume, in nanolitres; never negative.
    private func counted(_ volume: UInt64, _ flow: UInt32) -> UInt64 {
        precondition(volume <= 1_000_000_000_000, "at most a million m³ at once")
        let error = curve.partsPerMillion(atLitresPerHour: flow)
        precondition(error <= 10_000_000, "a meter shows at most eleven times the truth")
        return volume * UInt64(max(0, 1_000_000 + Int64(error)))
    }
}
