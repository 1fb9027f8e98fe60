import Quantities

// What stands on an invoice beside the gas.
extension InvoiceDerivation {
    /// How each of these amounts came about, and what the invoice took of it; `before` is what it came to without them.
    func chargeSteps(_ charges: [InvoiceCharge], before: Money) -> [DerivationStep] {
        var steps: [DerivationStep] = []
        var kurus = before.kurus
        for charge in charges {
            steps.append(contentsOf: chargeSteps(charge, before: Money(kurus: kurus)))
            // Sums of an invoice: they were computed before.
            kurus &+= charge.amount.kurus
        }
        return steps
    }

    private func chargeSteps(_ charge: InvoiceCharge, before: Money) -> [DerivationStep] {
        let additions = basis.additions
        let given = additions.steps[charge.code] ?? []
        switch charge.code {
        // The rules of the tariff told it.
        case .discount: return []
        case .lateFee, .instalment:
            if given.count == 1, given[0].result.isEqual(to: charge.amount.figure) { return given }
            let operands = given.map { DerivationStep.Operand(charge.code.givenRole, $0.result) }
            return given + [charge.step(operands)]
        case .correction:
            return given + [charge.step(Self.taken(charge, of: additions.correction, before: before))]
        case .calorificDifference:
            return given + [charge.step(Self.taken(charge, of: additions.calorificDifference, before: before))]
        case .credit:
            let operands: [DerivationStep.Operand] = [
                .init(.credit, additions.credit.figure), .init(.amountBefore, before.figure),
            ]
            return given + [charge.step(operands)]
        }
    }

    /// An amount with its sign, and what it can lower where it lowers something.
    private static func taken(
        _ charge: InvoiceCharge, of amount: Money, before: Money
    ) -> [DerivationStep.Operand] {
        let given = DerivationStep.Operand(charge.code.givenRole, amount.figure)
        return amount < .zero ? [given, .init(.amountBefore, before.figure)] : [given]
    }

    /// What is owed from before, as the books stood.
    var earlierDebt: DerivationStep {
        let parts = basis.additions.previousDebtParts
        return DerivationStep.earlierDebt(invoice.previousDebt, parts: parts)
    }
}

extension DerivationStep {
    static func earlierDebt(_ debt: Money, parts: [Operand]) -> DerivationStep {
        DerivationStep(
            code: .earlierDebt, operands: parts.isEmpty ? [.init(.previousDebt, debt.figure)] : parts,
            result: debt.figure)
    }
}

extension InvoiceCharge {
    /// What the invoice took, from those figures; from the amount itself where there are none.
    func step(_ operands: [DerivationStep.Operand] = []) -> DerivationStep {
        DerivationStep(
            code: code.step, operands: operands.isEmpty ? [.init(code.givenRole, amount.figure)] : operands,
            result: amount.figure, policy: code.version)
    }
}

extension InvoiceCharge.Code {
    /// What the amount is in a sum of the invoice.
    var role: DerivationStep.Role {
        switch self {
        case .discount: .discountCharge
        case .correction: .correctionCharge
        case .calorificDifference: .calorificCharge
        case .lateFee: .lateFeeCharge
        case .instalment: .instalmentDue
        case .credit: .creditApplied
        }
    }

    /// What the invoice was given.
    var givenRole: DerivationStep.Role {
        switch self {
        case .discount: .discountCharge
        case .correction: .correction
        case .calorificDifference: .calorificCharge
        case .lateFee: .lateFee
        case .instalment: .instalmentDue
        case .credit: .credit
        }
    }

    /// The step that says what the invoice took.
    var step: DerivationStep.Code {
        switch self {
        case .discount: .discount
        case .correction: .appliedCorrection
        case .calorificDifference: .appliedCalorificDifference
        case .lateFee: .lateFeeTotal
        case .instalment: .dueInstalment
        case .credit: .appliedCredit
        }
    }

    /// The edition of the rule by which an invoice takes it; `nil` where it takes what it is given.
    fileprivate var version: String? {
        switch self {
        case .correction, .calorificDifference, .credit: InvoiceRules.creditVersion
        case .discount, .lateFee, .instalment: nil
        }
    }

    /// The steps any of which explains the amount.
    var explaining: [DerivationStep.Code] {
        switch self {
        case .lateFee: [.lateFeeTotal, .lateFee, .contractLateFee, .statutoryInterest]
        case .instalment: [.dueInstalment, .instalment, .instalmentWithRemainder]
        case .discount, .correction, .calorificDifference, .credit: [step]
        }
    }
}
