public import Quantities

/// What a period's correction posts (point 9; rows 117, 133): it is neither income nor expense of the distributor, but
/// passes through an account of its own to the supplier.
///
/// The three amounts add up to zero: a debit is above zero, a credit below. `Ledger` makes the entry of them.
public struct PassThroughAmounts: Hashable, Sendable {
    /// Where an amount goes.
    public enum Account: String, Hashable, Sendable, CaseIterable {
        /// The subscriber's correction balance: a receivable, or a credit for the next purchase.
        case subscriberCorrection
        /// KDV collected, or taken back.
        case valueAddedTax
        /// The supplier's pass-through [ayrı hesap].
        case supplierPassThrough
    }

    /// The correction with KDV: above zero the subscriber owes it.
    public let subscriberCorrection: Money
    /// The KDV, with the opposite sign.
    public let valueAddedTax: Money
    /// The correction before KDV, with the opposite sign.
    public let supplierPassThrough: Money

    /// What `correction` posts; `nil` where nothing is due.
    ///
    /// Throws `overflow` where an amount does not fit.
    public init?(_ correction: PeriodCorrection) throws(ArithmeticError) {
        guard correction.applied != .zero else { return nil }
        subscriberCorrection = correction.gross
        valueAddedTax = try Money.zero.subtracting(correction.valueAddedTax)
        supplierPassThrough = try Money.zero.subtracting(correction.applied)
    }

    /// The amounts by account; they add up to zero.
    public var lines: [(account: Account, amount: Money)] {
        [
            (.subscriberCorrection, subscriberCorrection), (.valueAddedTax, valueAddedTax),
            (.supplierPassThrough, supplierPassThrough),
        ]
    }
}
