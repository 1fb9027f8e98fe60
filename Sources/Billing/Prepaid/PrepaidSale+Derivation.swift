import GasPhysics
import Quantities

extension PrepaidSale: Derived {
    /// The volume for the payment, what the limit leaves of it, what is taken for it and the change.
    public var derivation: [DerivationStep] {
        let rate = DerivationStep.Operand(
            .valueAddedTaxRate, valueAddedTaxRate.figure.withoutTrailingZeros(keeping: 2))
        var steps = [
            DerivationStep(
                code: .cardVolume,
                operands: [
                    .init(.payment, payment.figure), rate, .init(.price, terms.price.figure),
                    .kilocaloriesPerKilowattHour,
                    .init(.calorificValue, terms.calorificValue.figure.withoutTrailingZeros(keeping: 2)),
                    .init(.correctionFactor, terms.correctionFactor.figure),
                ],
                result: wanted.figure)
        ]
        guard let monthlyLimit, sold != wanted else { return steps }
        steps.append(
            DerivationStep(
                code: .soldVolume,
                operands: [.init(.monthlyLimit, monthlyLimit.figure), .init(.soldBefore, soldBefore.figure)],
                result: sold.figure))
        steps.append(
            DerivationStep(
                code: .saleAmount, operands: terms.operands(for: sold) + [rate], result: taken.figure))
        steps.append(
            DerivationStep(
                code: .change, operands: [.init(.payment, payment.figure), .init(.saleAmount, taken.figure)],
                result: change.figure))
        return steps
    }
}
