extension PrepaidMeter {
    /// Takes the card in: loads it if it may, and writes the meter's half in either case.
    ///
    /// A card of another meter is left as it was, and so is every card where the
    /// battery is dead.
    ///
    /// - Parameters:
    ///   - card: the card, which leaves the meter with its read-back.
    ///   - terms: the meter's terms; a money card brings the price.
    ///   - time: the meter's clock, in seconds since 2000-01-01 00:00:00.
    /// - Returns: why the load was refused, or nil.
    public mutating func insert(_ card: inout PrepaidCard, under terms: inout PrepaidTerms, at time: UInt32)
        -> PrepaidRefusal?
    {
        var refusal: PrepaidRefusal?
        do throws(PrepaidRefusal) {
            try load(card, under: &terms)
        } catch {
            refusal = error
        }
        if refusal != .otherMeter && refusal != .batteryDead {
            card.readBack = PrepaidReadBack(of: self, time: time, refusal: refusal)
        }
        return refusal
    }

    /// Loads a card, once, or throws why not and changes nothing.
    ///
    /// Numbers need not follow each other, as a card may be lost, but must rise: so no load is ever taken twice. What was
    /// used of the emergency credit is paid back first, simply because credit is one number.
    public mutating func load(_ card: PrepaidCard, under terms: inout PrepaidTerms) throws(PrepaidRefusal) {
        guard !flags.contains(.batteryDead) else { throw .batteryDead }
        guard card.serial == terms.serial else { throw .otherMeter }
        guard card.unit == terms.unit else { throw .otherUnit }
        guard card.loadNumber > loadNumber else { throw .alreadyLoaded }
        switch card.kind {
        case .customer:
            guard card.amount > 0 else { throw .wrongAmount }
            guard (card.price > 0) == (terms.unit == .money) else { throw .wrongPrice }
            guard !flags.contains(.caseOpened) else { throw .caseOpened }
            // The amount alone is held against the maximum first: only then does it surely fit the finest unit.
            guard card.amount <= terms.maximumCredit + UInt64(terms.emergencyLimit) else { throw .overMaximum }
            let (reached, overflow) = credit.addingReportingOverflow(terms.finest(card.amount))
            guard !overflow, reached <= terms.finest(terms.maximumCredit) else { throw .overMaximum }
            credit = reached
            if terms.unit == .money { terms.price = card.price }
        case .service:
            guard card.amount == 0 else { throw .wrongAmount }
            flags.subtract(.caseOpened.union(.magnet))
        }
        loadNumber = card.loadNumber
        if credit > 0 { flags.remove(.emergencyReleased) }
        openIfAllowed(under: terms)
    }
}
