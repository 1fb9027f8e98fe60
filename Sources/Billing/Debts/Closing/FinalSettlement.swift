public import Quantities

/// The account of a subscriber who leaves: everything owed against everything held [kapanış mahsubu]. [47, 76, 135]
///
/// Its balance is the only thing that may be paid out: no deposit is returned before the debts are known.
public struct FinalSettlement: Hashable, Sendable, Derived {
    /// What follows from a balance.
    public enum Action: String, Hashable, Sendable, CaseIterable {
        /// The customer pays the rest.
        case collect
        /// The utility pays the rest out, within the days of the policy.
        case refund
        /// Nobody owes anything.
        case settled
    }

    /// What stands on one side or the other; each amount zero or more.
    public struct Items: Hashable, Sendable {
        /// The final invoice [son el faturası] with KDV.
        public var finalInvoice = Money.zero
        /// The invoices still open.
        public var openInvoices = Money.zero
        /// The late fees on them, with KDV.
        public var lateFee = Money.zero
        /// The instalments not yet due: at closing all of them fall due.
        public var instalmentsLeft = Money.zero
        /// The deposit held.
        public var deposit = Money.zero
        /// What came to the deposit.
        public var depositInterest = Money.zero
        /// What the customer has in hand; gas left on a card among it, valued after its TL correction.
        public var credit = Money.zero

        /// Nothing on either side.
        public init() {}
    }

    /// What was set off.
    public let items: Items
    /// What is owed less what is held: above zero the customer pays, below zero the utility does.
    public let balance: Money

    /// The settlement of `items`; throws `outOfBounds` for a negative one and `overflow` where the sum does not fit.
    public init(_ items: Items) throws(DebtError) {
        var balance: Int128 = 0
        for (role, amount) in Self.debts(items) { balance += Int128(try amount.notNegative(role).kurus) }
        for (role, amount) in Self.holdings(items) { balance -= Int128(try amount.notNegative(role).kurus) }
        guard let kurus = Int64(exactly: balance) else { throw .overflow(.settlementBalance) }
        self.items = items
        self.balance = Money(kurus: kurus)
    }

    /// What follows from the balance.
    public var action: Action {
        if balance == .zero { return .settled }
        return balance > .zero ? .collect : .refund
    }

    private static func debts(_ items: Items) -> [(role: DerivationStep.Role, amount: Money)] {
        [
            (.finalInvoice, items.finalInvoice), (.openInvoices, items.openInvoices), (.lateFee, items.lateFee),
            (.instalmentsLeft, items.instalmentsLeft),
        ]
    }

    private static func holdings(_ items: Items) -> [(role: DerivationStep.Role, amount: Money)] {
        [(.deposit, items.deposit), (.interest, items.depositInterest), (.credit, items.credit)]
    }

    /// One step: the debts less what is held.
    public var derivation: [DerivationStep] {
        [
            DerivationStep(
                code: .settlementBalance,
                operands: (Self.debts(items) + Self.holdings(items)).map { .init($0.role, $0.amount.figure) },
                result: balance.figure)
        ]
    }
}
