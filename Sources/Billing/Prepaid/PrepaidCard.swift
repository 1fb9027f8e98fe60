public import Quantities

/// A prepaid card and the credit on it that its meter has not taken over.
public struct PrepaidCard: Hashable, Sendable {
    /// The card's number.
    public let number: String
    /// Gas sold to the card that the meter has not taken over yet.
    public let unloaded: MeterVolume
    /// The number of the card that took its place; `nil` while it may be loaded.
    public let replacedBy: String?

    /// A card.
    public init(number: String, unloaded: MeterVolume, replacedBy: String? = nil) {
        self.number = number
        self.unloaded = unloaded
        self.replacedBy = replacedBy
    }

    /// What becomes of a lost card [kart kayıp] (row 14).
    public struct Loss: Hashable, Sendable {
        /// The lost card: blocked, empty.
        public let blocked: PrepaidCard
        /// The new card; its credit comes by `order`.
        public let replacement: PrepaidCard
        /// The order that loads the old card's credit onto the new one; `nil` where there was none.
        public let order: LoadOrder?
        /// What the new card costs, by the company's tariff of fees.
        public let fee: Money
    }

    /// Blocks the card and moves its unloaded credit to a new one, once.
    ///
    /// Gas that the meter has taken over is in the meter and is not credited again; the lots of the subscriber stay as they
    /// are, because a card is not a purchase.
    /// - Parameters:
    ///   - newNumber: The new card's number.
    ///   - declaration: The number of the customer's declaration.
    ///   - fee: What the new card costs.
    ///   - settled: The keys of load orders that were settled before.
    /// - Returns: Both cards and the load order.
    /// - Throws: `PrepaidError.cardBlocked` where the card was replaced before, and what `LoadOrder` throws.
    public func lost(
        newNumber: String, declaration: String, fee: Money, settled: Set<LedgerKey>
    ) throws(PrepaidError) -> Loss {
        guard replacedBy == nil, newNumber != number else { throw .cardBlocked }
        let order = try LoadOrder(
            reason: .lostCard, volume: unloaded, evidence: declaration, settled: settled)
        return Loss(
            blocked: PrepaidCard(number: number, unloaded: .zero, replacedBy: newNumber),
            replacement: PrepaidCard(number: newNumber, unloaded: .zero),
            order: unloaded == .zero ? nil : order, fee: fee)
    }
}
