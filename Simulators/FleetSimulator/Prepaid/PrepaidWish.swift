public import MeterCore

/// A customer who stands at the desk and wants gas on the card: what a billing is asked.
///
/// All volumes are millilitres of the meter; of a meter that counts money, at the price that it has.
public struct PrepaidWish: Hashable, Sendable {
    /// Which wish of the meter's customer it is, from 1.
    public let number: Int
    /// When.
    public let hour: FleetHour
    /// Which card of the customer: a lost one has another after it, from 1.
    public let card: Int
    /// Serial number of the meter that the card is for.
    public let serial: UInt64
    /// What the customer asks for.
    public let volume: Int64
    /// What is left before, as the meter has it; below zero where emergency credit was used.
    public let creditBefore: Int64
    /// Whether it is more than the meter may hold.
    public let isTooMuch: Bool
    /// What the card brings from the meter, which it was put into before the way to the desk; nil for one that never was.
    public let readBack: PrepaidReadBack?
    /// What the customer uses a day.
    let daily: Int64
}
