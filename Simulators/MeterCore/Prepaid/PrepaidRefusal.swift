/// Why a meter did not take a card; the number stands on the card's read-back, where 0 is "taken".
public enum PrepaidRefusal: UInt8, Error, Hashable, Sendable {
    /// Not 64 bytes, or without the mark "EK".
    case notACard = 1
    /// A form, kind or unit that this meter does not know.
    case unknownForm = 2
    /// The office's half does not match its check.
    case damaged = 3
    /// Another meter's card.
    case otherMeter = 4
    /// Money for a meter that counts gas, or the reverse.
    case otherUnit = 5
    /// A load number that is not above the last: this load was taken before, or an older card was found.
    case alreadyLoaded = 6
    /// A customer's card without an amount, or a service card with one.
    case wrongAmount = 7
    /// A money card without a price, or a volume card with one.
    case wrongPrice = 8
    /// Credit would exceed what the meter may hold.
    case overMaximum = 9
    /// The case was opened: a service card first.
    case caseOpened = 10
    /// The meter has no power to read a card.
    case batteryDead = 11
}
