public import Quantities

/// To what a payment goes: the invoice that fell due first comes first, inside it the late fee or the principal. [25]
public struct PaymentAllocation: Hashable, Sendable, Derived {
    /// What an invoice gets of a payment.
    public struct Share: Hashable, Sendable {
        /// The invoice.
        public let invoice: OpenInvoice
        /// What goes to its late fee.
        public let lateFee: Money
        /// What goes to the invoice itself.
        public let principal: Money
    }

    /// The payment.
    public let payment: Money
    /// What each open invoice gets, oldest due first; invoices due on one day in the order in which they were given.
    public let shares: [Share]
    /// What is left: it goes to the customer's credit and into the queue of refunds [mükerrer ödeme iadesi].
    public let surplus: Money
    /// The policy that made it.
    public let policy: AllocationPolicy

    /// The allocation of `payment` to `invoices`.
    ///
    /// Throws `outOfBounds(.payment)` for a negative payment and `invoiceTwice` where a reference stands twice.
    public init(
        payment: Money, to invoices: [OpenInvoice], policy: AllocationPolicy
    ) throws(DebtError) {
        var left = try payment.notNegative(.payment).kurus
        guard Set(invoices.map { $0.reference }).count == invoices.count else { throw .invoiceTwice }
        // The place breaks the tie: `sorted` need not keep the order of equals.
        let ordered = invoices.enumerated().sorted {
            ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
        }
        var shares: [Share] = []
        for (_, invoice) in ordered {
            let (fee, principal): (Int64, Int64)
            switch policy.within {
            case .feeFirst:
                fee = min(left, invoice.lateFee.kurus)
                principal = min(left - fee, invoice.principal.kurus)
            case .principalFirst:
                principal = min(left, invoice.principal.kurus)
                fee = min(left - principal, invoice.lateFee.kurus)
            }
            left -= fee + principal
            shares.append(Share(invoice: invoice, lateFee: Money(kurus: fee), principal: Money(kurus: principal)))
        }
        self.payment = payment
        self.shares = shares
        surplus = Money(kurus: left)
        self.policy = policy
    }

    /// What went to late fees; at most the payment.
    public var lateFees: Money { Money(kurus: shares.reduce(0) { $0 + $1.lateFee.kurus }) }

    /// What went to invoices, the late fees that they charge left out; at most the payment.
    public var principals: Money { Money(kurus: shares.reduce(0) { $0 + $1.principal.kurus }) }

    /// What went to the receivables of invoices, the late fees that they charge among it; at most the payment.
    public var receivables: Money {
        Money(kurus: shares.reduce(principals.kurus) { $0 + ($1.invoice.isFeeInvoiced ? $1.lateFee.kurus : 0) })
    }

    /// What went to late fees that stand by themselves; at most the payment.
    var feesAlone: Money { Money(kurus: principals.kurus + lateFees.kurus - receivables.kurus) }

    /// What was left of the payment and what was owed, invoice by invoice, until nothing was left.
    public var derivation: [DerivationStep] {
        var steps: [DerivationStep] = []
        var left = payment.kurus
        for share in shares where left > 0 {
            var parts: [(DerivationStep.Role, owed: Money, paid: Money)] = [
                (.lateFee, share.invoice.lateFee, share.lateFee),
                (.principal, share.invoice.principal, share.principal),
            ]
            if policy.within == .principalFirst { parts.reverse() }
            for (role, owed, paid) in parts where owed > .zero && left > 0 {
                steps.append(
                    DerivationStep(
                        code: .allocatedPayment,
                        operands: [.init(.payment, Money(kurus: left).figure), .init(role, owed.figure)],
                        result: paid.figure, days: [.init(.due, share.invoice.due)], policy: policy.version))
                left -= paid.kurus
            }
        }
        return steps
    }
}
