public import Quantities

/// Use matched with a lot: what was paid for it, what it cost when it was used, and the difference (points 5, 6 and 9).
public struct LotMatch: Hashable, Sendable {
    /// Why a difference is not passed on.
    public enum NotApplied: String, Hashable, Sendable, CaseIterable {
        /// The lot was bought before the cut-off (point 15): acquired rights [kazanılmış haklar].
        case lotBeforeCutOff = "lot-before-cutoff"
        /// The use lies before the last reading before the Board's approval (point 15, İzgaz).
        case beforeApprovalReading = "before-approval-reading"
        /// The company did not read the meter for too long (point 12): no additional debt.
        case unreadByCompany = "unread-by-company"
        /// More was used than was bought: an Eksi Gaz case, not a correction.
        case consumedMoreThanBought = "consumed-more-than-bought"
    }

    /// The place of the period in the correction's `periods`.
    public let period: Int
    /// The place of the lot in the correction's `lots`; `nil` where more was used than was bought.
    public let lot: Int?
    /// How much was matched.
    public let volume: MeterVolume
    /// What was paid for it before KDV, on the lot's terms, rounded half away from zero to the kuruş.
    public let paid: Money
    /// What it cost before KDV on the period's terms, rounded half away from zero to the kuruş.
    public let actual: Money
    /// actual − paid: above zero a debit [ilave], below zero a credit [tenzil].
    public let difference: Money
    /// What of the difference is passed on to the customer: all of it or nothing.
    public internal(set) var applied: Money
    /// Why nothing is passed on; `nil` where the difference is.
    public internal(set) var notApplied: NotApplied?
}

/// What the matches of a period come to.
public struct PeriodCorrection: Hashable, Sendable {
    /// Which way the correction goes.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The customer owes it [ilave borç].
        case debit
        /// The customer gets it back [tenzil].
        case credit
        /// Nothing is due.
        case none
    }

    /// The sum of the differences, passed on or not; what was used beyond what was bought is not in it.
    public let rawDifference: Money
    /// The correction before KDV: the sum of what is passed on.
    public let applied: Money
    /// The KDV on it: a price difference is in the KDV base (KDVK m.24/c); rounded half away from zero to the kuruş.
    public let valueAddedTax: Money
    /// The correction with KDV; it goes to the next purchase (point 8) or to the closing account (point 10).
    public let gross: Money
    /// What was used beyond what was bought: an Eksi Gaz case.
    public let overdrawn: MeterVolume

    /// Which way it goes.
    public var kind: Kind { applied > .zero ? .debit : applied < .zero ? .credit : .none }
}
