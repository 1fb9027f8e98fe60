public import Quantities

/// What stands on an invoice beside the gas of its period.
public struct InvoiceAdditions: Hashable, Sendable {
    /// TL correction before KDV, with its sign: a debit [ilave] above zero, a credit [tenzil] below.
    public var correction: Money
    /// The difference of the calorific value of earlier half-months before KDV, with its sign (`CalorificDifference`).
    public var calorificDifference: Money
    /// The late fee before KDV, zero or above.
    public var lateFee: Money
    /// The instalment that is due, zero or above; it was taxed when it arose.
    public var instalment: Money
    /// The customer's credit on the ledger, zero or above; what the invoice does not need stays there.
    public var credit: Money
    /// What the customer owes from before, zero or above: printed as information, never in the payable amount.
    public var previousDebt: Money

    /// Additions of those amounts.
    public init(
        correction: Money = .zero, calorificDifference: Money = .zero, lateFee: Money = .zero,
        instalment: Money = .zero, credit: Money = .zero, previousDebt: Money = .zero
    ) {
        self.correction = correction
        self.calorificDifference = calorificDifference
        self.lateFee = lateFee
        self.instalment = instalment
        self.credit = credit
        self.previousDebt = previousDebt
    }

    /// Nothing beside the gas.
    public static let none = InvoiceAdditions()

    /// Whether only the information on earlier debt can be there.
    var isEmpty: Bool {
        correction == .zero && calorificDifference == .zero && lateFee == .zero && instalment == .zero
            && credit == .zero
    }

    /// Throws `outOfBounds` with the amount that is below zero and must not be.
    func check() throws(BillingError) {
        if lateFee < .zero { throw .outOfBounds(.lateFeeCharge) }
        if instalment < .zero { throw .outOfBounds(.instalmentDue) }
        if credit < .zero { throw .outOfBounds(.creditApplied) }
        if previousDebt < .zero { throw .outOfBounds(.previousDebt) }
    }
}
