public import MeterCore

/// What came of a customer's way to the meter with a card.
public struct CardOutcome: Hashable, Sendable {
    /// In which way it went wrong; nil where it did not.
    public var mishap: FaultVariant?
    /// Why each card that was put in was refused, nil for one that was taken; none where no card was put in.
    public var answers: [PrepaidRefusal?]
    /// The card as the customer brings it back, nil where it is lost or cannot be read.
    public var card: PrepaidCard?

    /// Nothing was put in.
    public init() {
        mishap = nil
        answers = []
        card = nil
    }
}

/// How a card fault changes what is put into the meter.
enum CardMishap {
    /// Puts a card in as the fault has it.
    static func insert(
        _ card: PrepaidCard, variant: FaultVariant, key: UInt64, into meter: inout PrepaidMeter,
        terms: inout PrepaidTerms, at seconds: UInt32
    ) -> CardOutcome {
        var outcome = CardOutcome()
        outcome.mishap = variant
        switch variant {
        case .damagedCard:
            var bytes = card.bytes
            // One bit of what the check covers, past mark, form, kind and unit.
            bytes[Int(6 + key % 22)] ^= UInt8(1) << UInt8(key >> 8 & 7)
            do throws(PrepaidRefusal) {
                var read = try PrepaidCard(bytes: bytes.span)
                outcome.answers = [meter.insert(&read, under: &terms, at: seconds)]
            } catch {
                outcome.answers = [error]
            }
        case .otherMetersCard:
            var other = card
            other.serial = card.serial ^ 1
            outcome.answers = [meter.insert(&other, under: &terms, at: seconds)]
            outcome.card = other
        case .doubledLoad:
            var (first, second) = (card, card)
            second.loadNumber &+= 1
            outcome.answers = [
                meter.insert(&first, under: &terms, at: seconds), meter.insert(&second, under: &terms, at: seconds),
            ]
            outcome.card = second
        default:
            var same = card
            outcome.answers = [
                meter.insert(&same, under: &terms, at: seconds), meter.insert(&same, under: &terms, at: seconds),
            ]
            outcome.card = same
        }
        return outcome
    }
}
