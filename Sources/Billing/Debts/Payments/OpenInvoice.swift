public import Quantities

/// What is still owed of an invoice.
public struct OpenInvoice: Hashable, Sendable {
    /// Its number or another name that is its alone.
    public let reference: String
    /// The last day to pay it.
    public let due: CivilDate
    /// The late fee owed on it, with KDV.
    public let lateFee: Money
    /// What is owed of the invoice itself.
    public let principal: Money
    /// Whether the invoice itself charges the late fee, that on an older one: then it is a part of its receivable, on which
    /// nothing runs, and no fee that stands by itself.
    public let isFeeInvoiced: Bool

    /// An open invoice; throws `outOfBounds` for a negative amount.
    public init(
        reference: String, due: CivilDate, lateFee: Money, principal: Money, isFeeInvoiced: Bool = false
    ) throws(DebtError) {
        self.isFeeInvoiced = isFeeInvoiced
        self.reference = reference
        self.due = due
        self.lateFee = try lateFee.notNegative(.lateFee)
        self.principal = try principal.notNegative(.principal)
    }
}
