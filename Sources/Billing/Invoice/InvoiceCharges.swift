import Quantities

/// What stands on an invoice beside the gas, brought into the bounds that no invoice may leave.
///
/// No invoice is below zero: of corrections and credits it takes what it can bear, the rest stays on the ledger [114].
struct InvoiceCharges {
    private(set) var charges: [InvoiceCharge] = []
    private(set) var carried = CarriedCredit.none
    /// The base of the KDV, never below zero.
    private(set) var base: Money
    /// What is paid with the invoice untaxed.
    private(set) var balance = Money.zero
    private let additions: InvoiceAdditions

    /// The taxed charges beside a charge for gas.
    init(gas: Money, discount: Money, additions: InvoiceAdditions) throws(BillingError) {
        self.additions = additions
        base = gas
        if discount != .zero { try add(.discount, try Self.negative(discount)) }
        if additions.lateFee != .zero && additions.isLateFeeTaxed { try add(.lateFee, additions.lateFee) }
        // What raises the base first, so that what lowers it finds most to lower.
        let signed: [(InvoiceCharge.Code, Money)] = [
            (.correction, additions.correction), (.calorificDifference, additions.calorificDifference),
        ]
        for (code, amount) in signed where amount > .zero { try add(code, amount) }
        var corrections = Money.zero
        for (code, amount) in signed where amount < .zero {
            let applied = max(amount, try Self.negative(base))
            if applied != .zero { try add(code, applied) }
            corrections = try Self.sum(.valueAddedTaxBase, corrections, try Self.difference(applied, amount))
        }
        if additions.lateFee != .zero && !additions.isLateFeeTaxed {
            charges.append(InvoiceCharge(code: .lateFee, amount: additions.lateFee, isTaxed: false))
            balance = additions.lateFee
        }
        carried = CarriedCredit(corrections: corrections, credit: .zero)
    }

    /// Adds what is paid with an invoice of that total; returns the balance.
    mutating func settle(total: Money) throws(BillingError) -> Money {
        if additions.instalment != .zero {
            charges.append(InvoiceCharge(code: .instalment, amount: additions.instalment, isTaxed: false))
            balance = try Self.sum(.payable, balance, additions.instalment)
        }
        let due = try Self.sum(.payable, total, balance)
        let applied = min(additions.credit, due)
        if applied != .zero {
            charges.append(InvoiceCharge(code: .credit, amount: try Self.negative(applied), isTaxed: false))
            balance = try Self.difference(balance, applied)
        }
        carried = CarriedCredit(
            corrections: carried.corrections, credit: try Self.difference(additions.credit, applied))
        return balance
    }

    private mutating func add(_ code: InvoiceCharge.Code, _ amount: Money) throws(BillingError) {
        charges.append(InvoiceCharge(code: code, amount: amount, isTaxed: true))
        base = try Self.sum(.valueAddedTaxBase, base, amount)
    }

    private static func sum(
        _ code: DerivationStep.Code, _ left: Money, _ right: Money
    ) throws(BillingError) -> Money {
        try InvoiceFigures.step(code) { () throws(ArithmeticError) in try left.adding(right) }
    }

    private static func difference(_ left: Money, _ right: Money) throws(BillingError) -> Money {
        try InvoiceFigures.step(.payable) { () throws(ArithmeticError) in try left.subtracting(right) }
    }

    private static func negative(_ amount: Money) throws(BillingError) -> Money { try difference(.zero, amount) }
}
