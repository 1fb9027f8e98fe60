public import Quantities

/// What a field contractor is paid for a month [hakediş]: work less penalties, with KDV, less the share withheld. [42]
public struct ProgressPayment: Hashable, Sendable, Derived {
    /// The work.
    public let lines: [WorkLine]
    /// The penalties [ceza].
    public let penalties: Money
    /// The sum of count × price, rounded once.
    public let gross: Money
    /// The work less the penalties: the base of the KDV.
    public let base: Money
    /// The KDV on the base.
    public let valueAddedTax: Money
    /// The part of the KDV that the utility pays to the state itself.
    public let withheldTax: Money
    /// What the contractor gets.
    public let payable: Money
    /// The policy that made it.
    public let policy: ProgressPaymentPolicy

    /// The payment for `lines` less `penalties`.
    ///
    /// Throws `outOfBounds(.penalties)` for a negative penalty, `penaltiesExceedWork` where nothing would be left, and
    /// `overflow`.
    public init(
        lines: [WorkLine], penalties: Money, policy: ProgressPaymentPolicy
    ) throws(DebtError) {
        self.lines = lines
        self.penalties = try penalties.notNegative(.penalties)
        self.policy = policy
        let gross = try DebtError.step(.workTotal) { () throws(ArithmeticError) in
            var sum: Int128 = 0
            for line in lines {
                sum = try sum.checkedAdding(Int128(line.count).checkedMultiplying(by: Int128(line.price.microlira)))
            }
            return Money(kurus: try ExactQuotient(sum, over: 10_000).roundedToInt64())
        }
        self.gross = gross
        guard penalties <= gross else { throw .penaltiesExceedWork }
        let base = Money(kurus: gross.kurus - penalties.kurus)
        self.base = base
        let tax = try DebtError.step(.valueAddedTax) { () throws(ArithmeticError) in
            try base.multiplied(by: policy.valueAddedTaxRate)
        }
        valueAddedTax = tax
        let withheld = try DebtError.step(.withheldTax) { () throws(ArithmeticError) in
            try tax.multiplied(by: policy.withheldShare)
        }
        withheldTax = withheld
        payable = try DebtError.step(.workPayable) { () throws(ArithmeticError) in
            try base.adding(tax).subtracting(withheld)
        }
    }

    /// From the work to what is paid.
    public var derivation: [DerivationStep] {
        let work = lines.flatMap { line -> [DerivationStep.Operand] in
            [
                .init(.workCount, DecimalFigure(line.count)),
                .init(.workPrice, line.price.figure.withoutTrailingZeros(keeping: 2)),
            ]
        }
        var steps = [
            DerivationStep(code: .workTotal, operands: work, result: gross.figure, policy: policy.version),
            DerivationStep(
                code: .workBase,
                operands: [.init(.workTotal, gross.figure), .init(.penalties, penalties.figure)], result: base.figure),
            DerivationStep(
                code: .valueAddedTax,
                operands: [
                    .init(.valueAddedTaxBase, base.figure),
                    .init(.valueAddedTaxRate, policy.valueAddedTaxRate.figure.withoutTrailingZeros(keeping: 2)),
                ], result: valueAddedTax.figure, policy: policy.version),
        ]
        if policy.withheldShare > .zero {
            steps.append(
                DerivationStep(
                    code: .withheldTax,
                    operands: [
                        .init(.valueAddedTax, valueAddedTax.figure),
                        .init(.withheldShare, policy.withheldShare.figure.withoutTrailingZeros(keeping: 2)),
                    ], result: withheldTax.figure, policy: policy.version))
        }
        steps.append(
            DerivationStep(
                code: .workPayable,
                operands: [
                    .init(.valueAddedTaxBase, base.figure), .init(.valueAddedTax, valueAddedTax.figure),
                    .init(.withheldTax, withheldTax.figure),
                ], result: payable.figure))
        return steps
    }
}
