package import Quantities

/// A fleet as the load test sees it: registers, readings that come, customers who buy, and the truth.
///
/// Two conformers exist: the plan's fleet, and a small synthetic one of the tests.
package protocol FleetUnderLoad: Sendable {
    /// A stretch of the fleet, stepped by one thread.
    associatedtype Shard: FleetShard

    /// By which reports speak of it.
    var name: String { get }
    /// From which all chance is drawn.
    var seed: UInt64 { get }
    /// The first day.
    var start: CivilDate { get }
    /// The day after the last.
    var end: CivilDate { get }
    /// How many meters.
    var count: Int { get }
    /// With what it is billed.
    var terms: BillingTerms { get }

    /// A stretch of the fleet.
    ///
    /// - Parameters:
    ///   - meters: by their numbers.
    ///   - isFaultless: the same meters, days and customers without any fault or slip: the truth, whose readings are all
    ///     taken as confirmed.
    /// - Returns: the stretch, before its first day.
    /// - Throws: what keeps the fleet from being made.
    func open(_ meters: Range<Int>, isFaultless: Bool) throws -> Shard
}

/// A stretch of a fleet, a day after the other.
package protocol FleetShard {
    /// The meters as the office has them in its register.
    var register: [RegisterRow] { get }

    /// Readings that come to the office on a day, in the order in which they come; each day is asked once, in order.
    ///
    /// A day's readings come before its customers: the desk closes later than the round ends.
    mutating func readings(on day: CivilDate) -> [FleetReading]

    /// What somebody finds who looks again at a meter whose reading was not billed; nil where nobody can, as for a reading
    /// of an earlier day.
    mutating func secondLook(at reading: FleetReading, on day: CivilDate) -> FleetReading?

    /// Customers who come to the desk on a day.
    mutating func wishes(on day: CivilDate) -> [CardWish]

    /// The cards go home: what they carry is put into the meters.
    mutating func take(_ answers: [CardAnswer], on day: CivilDate)

    /// What really was wrong until the end of a day.
    func truths(until day: CivilDate) -> [TruthFault]
}
