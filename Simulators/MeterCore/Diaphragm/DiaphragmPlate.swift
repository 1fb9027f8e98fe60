/// What stands on the plate of a diaphragm meter: size, wheels, pulse and cyclic volume.
///
/// Data, the same for many meters.
public struct DiaphragmPlate: Hashable, Sendable {
    /// The size, which gives Qmin, Qt and Qmax.
    public let size: DiaphragmSize
    /// Wheels of whole m³, 4 to 6: what is billed.
    public let blackWheels: Int
    /// Wheels behind the comma, 0 to 3.
    public let redWheels: Int
    /// Volume of one pulse of the index's magnet, in millilitres: 10,000 is "1 imp = 0.01 m³".
    public let pulseVolume: UInt32
    /// V, the volume of one turn of the diaphragms, in millilitres.
    public let cyclicVolume: UInt32

    /// A plate.
    ///
    /// - Parameters:
    ///   - size: G1.6 to G25.
    ///   - blackWheels: wheels of whole m³, 4 to 6.
    ///   - redWheels: wheels behind the comma, 0 to 3.
    ///   - pulseVolume: volume of a pulse in millilitres; must divide 1 m³, or be 1 m³.
    ///   - cyclicVolume: in millilitres; nil for the least that the size may have.
    public init(
        size: DiaphragmSize, blackWheels: Int = 5, redWheels: Int = 3, pulseVolume: UInt32 = 10_000,
        cyclicVolume: UInt32? = nil
    ) {
        precondition((4...6).contains(blackWheels), "a diaphragm meter has 4 to 6 black wheels")
        precondition((0...3).contains(redWheels), "a diaphragm meter has up to 3 red wheels")
        precondition(pulseVolume > 0 && 1_000_000 % pulseVolume == 0, "a pulse is a whole part of 1 m³")
        self.size = size
        self.blackWheels = blackWheels
        self.redWheels = redWheels
        self.pulseVolume = pulseVolume
        self.cyclicVolume = cyclicVolume ?? size.cyclicVolume
    }

    /// The volume after which all wheels stand at zero again, in millilitres: 10^11 for five black wheels.
    public var rollover: UInt64 {
        var range: UInt64 = 1_000_000
        for _ in 0..<blackWheels { range *= 10 }
        return range
    }

    /// A thousandth of the rightmost wheel's digit, in nanolitres.
    var wheelStep: UInt64 {
        var step: UInt64 = 1_000_000_000
        for _ in 0..<redWheels { step /= 10 }
        return step
    }
}
