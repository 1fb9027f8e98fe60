import Quantities

extension InvoiceReversal: Derived {
    /// Each amount with what it was on the invoice that is taken back.
    public var derivation: [DerivationStep] {
        var steps = lines.map { step(.lineAmount, $0.amount) }
        steps += charges.filter { $0.isTaxed }.map { step($0.code.role, $0.amount) }
        steps += [
            step(.valueAddedTaxBase, valueAddedTaxBase), step(.valueAddedTax, valueAddedTax), step(.total, total),
        ]
        steps += charges.filter { !$0.isTaxed }.map { step($0.code.role, $0.amount) }
        if payableRounding != .zero { steps.append(step(.payableRounding, payableRounding)) }
        steps.append(step(.payable, payable))
        return steps
    }

    private func step(_ role: DerivationStep.Role, _ amount: Money) -> DerivationStep {
        // The opposite of an opposite: it fits.
        DerivationStep(
            code: .reversedAmount, operands: [.init(role, Money(kurus: -amount.kurus).figure)], result: amount.figure,
            policy: InvoiceRules.reversalVersion, reference: original.text)
    }
}
