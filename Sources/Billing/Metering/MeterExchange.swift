public import Quantities

/// The replacement of a meter between two readings [sayaç değişimi].
public struct MeterExchange: Hashable, Sendable {
    /// What the old meter showed when it was taken off.
    public let removedAt: Index
    /// How many black digits the old meter has.
    public let removedWheels: Int
    /// What the new meter showed when it was put on.
    public let newMeterStart: Index

    /// An exchange at those indexes.
    public init(removedAt: Index, removedWheels: Int, newMeterStart: Index) {
        self.removedAt = removedAt
        self.removedWheels = removedWheels
        self.newMeterStart = newMeterStart
    }
}
