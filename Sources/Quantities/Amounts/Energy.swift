/// The energy of the gas delivered, in kWh.
public struct Energy: FixedPointQuantity {
    /// Three decimals of a kWh.
    public static let fractionDigits = 3

    /// The energy in Wh.
    public let wattHours: Int64

    /// An energy of so many Wh.
    public init(wattHours: Int64) { self.wattHours = wattHours }

    /// An energy of so many Wh.
    public init(smallestUnits: Int64) { self.init(wattHours: smallestUnits) }

    /// The energy in Wh.
    public var smallestUnits: Int64 { wattHours }
}
