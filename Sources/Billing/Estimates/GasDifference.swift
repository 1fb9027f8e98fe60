public import Quantities

/// Gas bought against gas used, after a fault of meter or card or at a closing [eksi gaz / fazla gaz] (rows 16, 20, 71).
///
/// A finding about volume alone: what an Eksi Gaz debt costs is billed on the use's own terms, what is owed to the customer
/// is loaded on the card by a `LoadOrder`. Both signs are told to the customer (row 21).
public enum GasDifference: Hashable, Sendable {
    /// More was used than bought: the customer owes so much [eksi gaz].
    case minus(MeterVolume)
    /// More was bought than delivered: the customer is owed so much [fazla gaz].
    case excess(MeterVolume)
    /// Bought and used agree.
    case none
    /// The card's data and the dial differ by more than the tolerance: both are kept and a person decides.
    case disagreement(card: MeterVolume, dial: MeterVolume)

    /// The finding.
    ///
    /// - Parameters:
    ///   - bought: What was bought in all, and loaded.
    ///   - used: What the dial says was used.
    ///   - usedByCard: What the card's data say was used; `nil` where the card says nothing.
    ///   - unused: What the meter still holds as credit; it is bought, not delivered, and not missing.
    ///   - tolerance: How far card and dial may differ.
    /// - Throws: `EstimateError.outOfBounds` for a negative volume, `.overflow` where a difference does not fit.
    public init(
        bought: MeterVolume, used: MeterVolume, usedByCard: MeterVolume? = nil, unused: MeterVolume = .zero,
        tolerance: MeterVolume = Self.cardTolerance
    ) throws(EstimateError) {
        if bought < .zero { throw .outOfBounds(.boughtVolume) }
        if used < .zero || usedByCard ?? .zero < .zero { throw .outOfBounds(.usedVolume) }
        if unused < .zero { throw .outOfBounds(.soldVolume) }
        if let usedByCard, (used.litres - usedByCard.litres).magnitude > tolerance.litres.magnitude {
            self = .disagreement(card: usedByCard, dial: used)
            return
        }
        do throws(ArithmeticError) {
            let difference = try used.adding(unused).subtracting(bought)
            if difference > .zero {
                self = .minus(difference)
            } else if difference < .zero {
                self = .excess(try MeterVolume.zero.subtracting(difference))
            } else {
                self = .none
            }
        } catch {
            throw .overflow(.faultBackBilling)
        }
    }
}
