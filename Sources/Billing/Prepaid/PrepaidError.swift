public import Quantities

/// Why a prepaid computation has no result; each case says what to do about it.
public enum PrepaidError: Error, Hashable, Sendable {
    /// The rule set corrects from the Board's approval on [Kurul onayı] and was not told when that was: give the last
    /// reading before it or its day. The date of the memo in the rule set's decision is not that day.
    case startMissing(rules: String)
    /// A use period begins before the last reading before the approval and ends after it: split it at that reading.
    case periodStraddlesStart(from: CivilDate, through: CivilDate, start: CivilDate)
    /// Two use periods share days, so some gas would be matched twice: correct the reading days.
    case periodsOverlap(from: CivilDate, previousThrough: CivilDate)
    /// A figure that must not be negative is, or one that must be above zero is not.
    case outOfBounds(DerivationStep.Role)
    /// More is left of a lot than was bought.
    case moreLeftThanBought(sale: Int64)
    /// There is no retail price for that day: complete the tariff.
    case noPrice(on: CivilDate)
    /// There is no correction factor K for that day's month: enter it.
    case noCorrectionFactor(on: CivilDate)
    /// There is no calorific value for that day's month: enter it.
    case noCalorificValue(on: CivilDate)
    /// The card was replaced before: its credit is on the newer card, and the old one must never load again.
    case cardBlocked
    /// The report or the declaration that such a load needs is missing: attach its number.
    case evidenceMissing
    /// The event was settled before, under the same key: nothing is loaded or posted a second time.
    case settledBefore(key: LedgerKey)
    /// The reports say that no gas is missing: there is nothing to load.
    case nothingMissing
    /// The customer did not ask for it: nobody is moved to billing unasked.
    case notRequested
    /// A person decides: the removed meter's index and the last reading make no use that may be charged.
    case indexHeld(first: Index, last: Index)
    /// A figure does not fit its type.
    case overflow(DerivationStep.Code)
}
