public import MeterCore

extension DiaphragmSize {
    /// What stands on the plate: G1.6 to G25.
    public var name: String { MeterSizes.names[Int(rawValue)] }
}
