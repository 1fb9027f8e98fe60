public import Quantities

/// What of a grown deposit is paid out once the final invoice is taken off it. [76, 108]
public struct DepositRefund: Hashable, Sendable, Derived {
    /// The deposit with its growth.
    public let deposit: GrownDeposit
    /// What the customer owes: the final invoice, or the balance of all debts.
    public let debts: Money
    /// What is paid out; below zero where the customer still owes.
    public let net: Money

    /// The refund of `deposit` after `debts`; throws `outOfBounds(.finalInvoice)` for negative debts and `overflow`.
    public init(_ deposit: GrownDeposit, after debts: Money) throws(DebtError) {
        self.deposit = deposit
        self.debts = try debts.notNegative(.finalInvoice)
        net = try DebtError.step(.refundedDeposit) { () throws(ArithmeticError) in
            try deposit.value.subtracting(debts)
        }
    }

    /// The deposit's growth, and the debts off it.
    public var derivation: [DerivationStep] {
        deposit.derivation + [
            DerivationStep(
                code: .refundedDeposit,
                operands: [.init(.grownDeposit, deposit.value.figure), .init(.finalInvoice, debts.figure)],
                result: net.figure, policy: deposit.policy.version)
        ]
    }
}
