import Quantities

extension Invoice {
    /// The steps of the invoice with one for each amount beside the gas, also where it was stored before amounts had steps.
    ///
    /// `known` are the steps of such amounts as other books kept them; of an amount of which nothing is kept the invoice's own
    /// figure is shown. Nothing is computed anew. What the invoice has steps of stays as it is.
    package func explained(_ known: [InvoiceCharge.Code: [DerivationStep]] = [:]) -> [DerivationStep] {
        var steps = derivation
        for charge in charges where !steps.contains(where: { charge.code.explaining.contains($0.code) }) {
            let sum: DerivationStep.Code = charge.isTaxed ? .valueAddedTaxBase : .payable
            let place = steps.firstIndex { $0.code == sum } ?? steps.endIndex
            let given = known[charge.code] ?? []
            let isWhole = given.count == 1 && given[0].result.isEqual(to: charge.amount.figure)
            let operands = given.map { DerivationStep.Operand(charge.code.givenRole, $0.result) }
            steps.insert(contentsOf: isWhole ? given : given + [charge.step(operands)], at: place)
        }
        if previousDebt != .zero, !steps.contains(where: { $0.code == .earlierDebt }) {
            steps.append(.earlierDebt(previousDebt, parts: []))
        }
        return steps
    }
}
