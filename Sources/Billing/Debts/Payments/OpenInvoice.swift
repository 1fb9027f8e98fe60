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

    /// An open invoice; throws `outOfBounds` for a negative amount.
    public init(
        reference: String, due: CivilDate, lateFee: Money, principal: Money
    ) throws(DebtError) {
        self.reference = reference
        self.due = due
        self.lateFee = try lateFee.notNegative(.lateFee)
        self.principal = try principal.notNegative(.principal)
    }
}
