public import Quantities

/// Gas bought in one sale and not yet corrected whole [parti]: first in, first out.
///
/// A lot belongs to the subscriber, not to a meter: it survives the exchange of a faulty meter (point 11).
public struct PrepaidLot: Hashable, Sendable {
    /// The sale's number, by which the caller knows the lot again.
    public let sale: Int64
    /// The day of purchase; it decides about the cut-off (point 15).
    public let purchasedOn: CivilDate
    /// How much was bought, m3 at the meter.
    public let bought: MeterVolume
    /// How much of it no use has been matched with.
    public let left: MeterVolume
    /// What it was sold on: price of the day, K and d of the month before.
    public let terms: GasTerms

    /// A lot of which `left` is still there, all of it where nothing is said.
    public init(
        sale: Int64, purchasedOn: CivilDate, bought: MeterVolume, left: MeterVolume? = nil, terms: GasTerms
    ) {
        self.sale = sale
        self.purchasedOn = purchasedOn
        self.bought = bought
        self.left = left ?? bought
        self.terms = terms
    }

    /// The same lot with another remainder.
    func with(left: MeterVolume) -> PrepaidLot {
        PrepaidLot(sale: sale, purchasedOn: purchasedOn, bought: bought, left: left, terms: terms)
    }

    func check() throws(PrepaidError) {
        try terms.check()
        if left < .zero { throw .outOfBounds(.lotVolume) }
        if left > bought { throw .moreLeftThanBought(sale: sale) }
    }
}
