public import Quantities

/// What stands on an invoice beside the gas of its period.
public struct InvoiceAdditions: Hashable, Sendable {
    /// TL correction before KDV, with its sign: a debit [ilave] above zero, a credit [tenzil] below.
    public var correction: Money
    /// The difference of the calorific value of earlier half-months before KDV, with its sign (`CalorificDifference`).
    public var calorificDifference: Money
    /// The late fee before KDV, zero or above.
    public var lateFee: Money
    /// Whether the late fee carries KDV, as its policy says; `charge` takes it from the fee.
    public var isLateFeeTaxed: Bool
    /// The instalment that is due, zero or above; it was taxed when it arose.
    public var instalment: Money
    /// The customer's credit on the ledger, zero or above; what the invoice does not need stays there.
    public var credit: Money
    /// What the customer owes from before, zero or above: printed as information, never in the payable amount.
    public var previousDebt: Money
    /// How the amounts came about before the invoice took them, by what they are for; an amount without steps is shown as given.
    ///
    /// The invoice shows them and keeps them: it was these figures that it was made with, whatever a policy says later.
    public var steps: [InvoiceCharge.Code: [DerivationStep]]
    /// What the earlier debt is the sum of.
    public var previousDebtParts: [DerivationStep.Operand]

    /// Additions of those amounts.
    public init(
        correction: Money = .zero, calorificDifference: Money = .zero, lateFee: Money = .zero,
        isLateFeeTaxed: Bool = LateFeePolicy.shipped.taxes(.publicClaimRate), instalment: Money = .zero,
        credit: Money = .zero, previousDebt: Money = .zero, steps: [InvoiceCharge.Code: [DerivationStep]] = [:],
        previousDebtParts: [DerivationStep.Operand] = []
    ) {
        self.correction = correction
        self.calorificDifference = calorificDifference
        self.lateFee = lateFee
        self.isLateFeeTaxed = isLateFeeTaxed
        self.instalment = instalment
        self.credit = credit
        self.previousDebt = previousDebt
        self.steps = steps
        self.previousDebtParts = previousDebtParts
    }

    /// Nothing beside the gas.
    public static let none = InvoiceAdditions()

    /// Whether only the information on earlier debt can be there.
    var isEmpty: Bool {
        correction == .zero && calorificDifference == .zero && lateFee == .zero && instalment == .zero
            && credit == .zero
    }

    /// Adds a late fee on the invoice of that number, with the answer of its policy on KDV; the KDV itself is the invoice's.
    ///
    /// Throws `contradiction` where a fee is there that is taxed otherwise, and `overflow` where the sum does not fit.
    public mutating func charge(_ fee: LateFee, on invoice: String? = nil) throws(BillingError) {
        try charge(fee.fee, taxed: fee.policy.taxes(fee.clause), step: fee.feeStep?.about(invoice))
    }

    /// Adds a late fee before KDV that was computed before by `step`, and whether its policy taxes it; throws as for one that is
    /// computed now.
    public mutating func charge(
        _ fee: Money, taxed isTaxed: Bool, step: DerivationStep? = nil
    ) throws(BillingError) {
        guard fee != .zero else { return }
        guard lateFee == .zero || isLateFeeTaxed == isTaxed else { throw .contradiction(.lateFeesTaxedDifferently) }
        let before = lateFee
        lateFee = try InvoiceFigures.step(.valueAddedTaxBase) { () throws(ArithmeticError) in try before.adding(fee) }
        isLateFeeTaxed = isTaxed
        if let step { steps[.lateFee, default: []].append(step) }
    }

    /// Throws `outOfBounds` with the amount that is below zero and must not be.
    func check() throws(BillingError) {
        if lateFee < .zero { throw .outOfBounds(.lateFeeCharge) }
        if instalment < .zero { throw .outOfBounds(.instalmentDue) }
        if credit < .zero { throw .outOfBounds(.creditApplied) }
        if previousDebt < .zero { throw .outOfBounds(.previousDebt) }
    }
}
