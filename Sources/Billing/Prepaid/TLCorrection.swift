public import Quantities

/// The TL correction of a subscriber: use matched with lots, first in, first out, and what is passed on (rows 125-142).
///
/// For each matched portion: paid = m3 × K × d ÷ 860.42 × price on the lot's terms, actual = the same on the period's
/// terms, each rounded once, half away from zero, to the kuruş; difference = actual − paid. KDV comes on the sum of what is
/// passed on. Use and lots are m3 at the meter.
public struct TLCorrection: Hashable, Sendable {
    /// The rules.
    public let rules: TLCorrectionRules
    /// The last reading before the approval, up to whose day nothing is corrected; `nil` where the rules know no such day
    /// or no period ends before it.
    public let startReading: CivilDate?
    /// The lots in the order of their purchase, as they were before.
    public let lots: [PrepaidLot]
    /// The periods, earliest first.
    public let periods: [UsePeriod]
    /// The matches, by period and then by lot; each is stored for later proof (point 9).
    public let matches: [LotMatch]
    /// What each period comes to, one for each of `periods`.
    public let corrections: [PeriodCorrection]
    /// What is left of each of `lots` afterwards.
    public let remaining: [MeterVolume]

    /// The lots that have gas left, for the next run.
    public var remainingLots: [PrepaidLot] {
        zip(lots, remaining).compactMap { lot, left in left > .zero ? lot.with(left: left) : nil }
    }

    /// The corrections of all periods with KDV: above zero the customer owes it.
    ///
    /// Throws `overflow` where it does not fit.
    public func gross() throws(ArithmeticError) -> Money {
        var sum = Money.zero
        for correction in corrections { sum = try sum.adding(correction.gross) }
        return sum
    }
}
