/// A customer's way to the desk and back to the meter: what was wished, and what the card did.
public struct PrepaidVisit: Hashable, Sendable {
    /// Which visit of the meter's customer it is, from 1.
    public let number: Int
    /// When.
    public let hour: FleetHour
    /// Which card of the customer: a lost one has another after it, from 1.
    public let card: Int
    /// Serial number of the meter that the card is for.
    public let serial: UInt64
    /// What the customer asked for, in millilitres; without a billing also what the card carries.
    public let wish: Int64
    /// What was left before, in millilitres, as the meter has it.
    public let creditBefore: Int64
    /// Number of the load on the card.
    public let loadNumber: UInt16
    /// What came of it at the meter.
    public let outcome: CardOutcome
    /// What is left after it, in millilitres.
    public let creditAfter: Int64
}
