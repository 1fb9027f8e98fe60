public import Quantities

/// What irregular use [usulsüz kullanım] costs: a multiple of the open-close fee [açma-kapama bedeli]. [91]
public struct IrregularUseCharge: Hashable, Sendable, Derived {
    /// The four cases of the regulation's article 53 are one charge; one of them is forgiven.
    public enum Forgiveness: String, Hashable, Sendable, CaseIterable {
        /// Nothing is forgiven.
        case none
        /// The user had applied for a contract before being found (article 53, case c).
        case appliedBefore
    }

    /// The open-close fee that holds now.
    public let openCloseFee: Money
    /// Whether the charge is forgiven.
    public let forgiveness: Forgiveness
    /// The charge.
    public let charge: Money
    /// The policy that made it.
    public let policy: IllegalUsePolicy

    /// The charge at that fee; throws `outOfBounds(.openCloseFee)` for a negative fee and `overflow`.
    public init(
        openCloseFee: Money, forgiveness: Forgiveness = .none, policy: IllegalUsePolicy
    ) throws(DebtError) {
        self.openCloseFee = try openCloseFee.notNegative(.openCloseFee)
        self.forgiveness = forgiveness
        self.policy = policy
        let multiple = forgiveness == .none ? Int64(policy.irregularFeeMultiple) : 0
        charge = try DebtError.step(.irregularUseCharge) { () throws(ArithmeticError) in
            Money(kurus: try openCloseFee.kurus.checkedMultiplying(by: multiple))
        }
    }

    /// One step; none where the charge is forgiven.
    public var derivation: [DerivationStep] {
        guard forgiveness == .none else { return [] }
        return [
            DerivationStep(
                code: .irregularUseCharge,
                operands: [
                    .init(.openCloseFee, openCloseFee.figure),
                    .init(.feeMultiple, DecimalFigure(Int64(policy.irregularFeeMultiple))),
                ], result: charge.figure, policy: policy.version)
        ]
    }
}
