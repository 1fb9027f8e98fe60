package import Quantities

/// A billing library that is driven with a fleet: the one seam of the load test.
///
/// Two conformers exist: ``CoreBilling``, in process over `Billing`, and ``CSVExchange``, over files with an outside
/// program. A shard is a stretch of the fleet that is billed by one thread; shards know nothing of each other, so two cores
/// do twice the work and the result does not depend on how many there are.
package protocol BillingUnderTest: Sendable {
    /// The books of one shard.
    associatedtype Shard: BillingShard

    /// By which reports speak of it.
    var name: String { get }
    /// Whether it says how it came to an amount, and may be asked for the same shard again.
    var derives: Bool { get }

    /// Opens the books of a shard: its meters as the register has them, each with the reading that its first period begins
    /// with.
    ///
    /// Throws ``AdapterError`` where the library does not take them.
    func open(_ opening: ShardOpening) throws -> Shard
}

/// The books of one shard, used by one thread at a time, a day after the other.
package protocol BillingShard {
    /// Judges and bills readings that came on a day, in the order in which they came.
    ///
    /// - Returns: an outcome for each reading, in its order, and the flags that they raised.
    mutating func bill(_ readings: [FleetReading], on day: CivilDate) throws -> DayAnswer

    /// Sells gas on cards; an answer for each wish, in its order.
    mutating func sell(_ wishes: [CardWish], on day: CivilDate) throws -> CardDay

    /// Closes the books: what was posted, and whether it balances.
    mutating func close() throws -> LedgerCheck
}

/// What a shard's books begin with.
package struct ShardOpening: Sendable {
    /// Number of the shard, from 0.
    package var shard: Int
    /// The meters, by their numbers in the fleet, which rise by one.
    package var meters: [RegisterRow]
    /// With what they are billed.
    package var terms: BillingTerms
    /// Meters whose invoices are wanted with their derivation.
    package var watched: Set<Int>

    /// An opening.
    package init(shard: Int, meters: [RegisterRow], terms: BillingTerms, watched: Set<Int> = []) {
        self.shard = shard
        self.meters = meters
        self.terms = terms
        self.watched = watched
    }
}

/// What billing says to a day's readings.
package struct DayAnswer: Sendable {
    /// For each reading, in the order in which they were given.
    package var outcomes: [ReadingOutcome] = []
    /// What looks faulty.
    package var flags: [FaultFlagged] = []
    /// Places of readings at which somebody should look again although nothing keeps them from being billed.
    package var looks: [Int] = []

    /// An answer of nothing.
    package init() {}
}

/// What billing says to a day's wishes.
package struct CardDay: Sendable {
    /// For each wish, in the order in which they were given.
    package var answers: [CardAnswer] = []
    /// What looks faulty.
    package var flags: [FaultFlagged] = []

    /// An answer of nothing.
    package init() {}
}

/// What the ledger of a shard came to.
package struct LedgerCheck: Hashable, Sendable {
    /// Transactions that were posted.
    package var transactions = 0
    /// Their lines.
    package var lines = 0
    /// What all customers owe less what they have in hand, in kuruş.
    package var owedKurus: Int64 = 0
    /// What was taken at the desk, in kuruş.
    package var cashKurus: Int64 = 0
    /// The sum of all balances: 0 where the books balance.
    package var sumKurus: Int64 = 0

    /// Nothing posted.
    package init() {}

    /// Adds another shard's.
    package mutating func add(_ other: LedgerCheck) {
        transactions += other.transactions
        lines += other.lines
        owedKurus += other.owedKurus
        cashKurus += other.cashKurus
        sumKurus += other.sumKurus
    }
}

/// Why an adapter cannot go on; its words are shown as they stand.
package struct AdapterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, and with what.
    package let description: String

    /// An error of those words.
    package init(_ description: String) { self.description = description }
}
