public import Quantities

/// The register that a card brings back from its meter, in litres; it turns over with the meter's wheels.
public struct CardRegister: Hashable, Sendable {
    /// What it showed.
    public let litres: Int64
    /// Black wheels of the meter, 4 to 9.
    public let wheels: Int

    /// A register; nil for a figure that no such register shows.
    public init?(litres: Int64, wheels: Int) {
        guard (4...9).contains(wheels), litres >= 0, litres < Self.range(wheels) else { return nil }
        self.litres = litres
        self.wheels = wheels
    }

    /// What was counted since an earlier read-back; nil where the two are of no one meter: it fell, and as a turn of the register
    /// the use would be above `limit`, or it rose by more than that.
    ///
    /// `limit` is the most that the meter's size lets pass (`PlausibilityPolicy.counterLimit`); without one a rise is taken as
    /// it is and no fall is.
    public func volume(since earlier: CardRegister, limit: MeterVolume?) -> MeterVolume? {
        guard wheels == earlier.wheels else { return nil }
        let isTurn = litres < earlier.litres
        if isTurn, limit == nil { return nil }
        let volume = MeterVolume(litres: litres - earlier.litres + (isTurn ? Self.range(wheels) : 0))
        if let limit, volume > limit { return nil }
        return volume
    }

    private static func range(_ wheels: Int) -> Int64 { (0..<wheels).reduce(1_000) { range, _ in range * 10 } }
}
