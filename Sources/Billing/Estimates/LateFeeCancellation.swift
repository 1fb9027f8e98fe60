public import Quantities

/// A late fee on an over-estimate, of which the part is taken back that was charged on money never owed (row 150).
///
/// The fee is computed anew on what was truly owed, for the same days and at the same rates; the difference is cancelled,
/// KDV with it. A fee that was paid comes back as credit (`LedgerTransaction.lateFeeCancelled`).
public struct LateFeeCancellation: Hashable, Sendable {
    /// The fee as it was charged.
    public let charged: LateFee
    /// The fee on what was truly owed.
    public let owed: LateFee
    /// What is cancelled before KDV, above zero.
    public let fee: Money
    /// The KDV on it that is cancelled.
    public let valueAddedTax: Money
    /// Both.
    public let total: Money

    /// The cancellation of what `charged` takes on more than `principal`, which was truly owed.
    ///
    /// Throws `outOfBounds(.principal)` where that is below zero or above what was charged on.
    public init(of charged: LateFee, owed principal: Money) throws(DebtError) {
        guard principal <= charged.principal else { throw .outOfBounds(.principal) }
        let owed = try charged.onPrincipal(principal)
        self.charged = charged
        self.owed = owed
        // A smaller principal has no larger fee, and a smaller fee no larger KDV: each is zero or above, and fits.
        fee = Money(kurus: charged.fee.kurus - owed.fee.kurus)
        valueAddedTax = Money(kurus: charged.valueAddedTax.kurus - owed.valueAddedTax.kurus)
        total = Money(kurus: charged.total.kurus - owed.total.kurus)
    }

    /// An estimated invoice and the late fees charged on it, each on the part that was paid late.
    public struct Charged: Hashable, Sendable {
        /// What was billed, with KDV, zero or above.
        public let billed: Money
        /// The fees; their principals are parts of what was billed.
        public let lateFees: [LateFee]

        /// An invoice with its fees.
        public init(billed: Money, lateFees: [LateFee]) {
            self.billed = billed
            self.lateFees = lateFees
        }
    }

    /// What is cancelled of the fees on `invoices` that together were billed `overEstimate` too high.
    ///
    /// The over-estimate is parted among the invoices by what each was billed: running totals, rounded half away from zero, so
    /// that it is parted to the kuruş. Of an invoice what was paid first went to what was truly owed (oldest money, oldest debt),
    /// so the part paid last is the one that was not. An under-estimate cancels nothing. Throws
    /// `outOfBounds(.billedBefore)` for a negative amount, `outOfBounds(.principal)` where fees were charged on more than
    /// was billed, and `overflow`.
    public static func cancellations(
        of invoices: [Charged], overEstimate: Money
    ) throws(DebtError) -> [LateFeeCancellation] {
        var billed: Int128 = 0
        for invoice in invoices { billed += Int128(try invoice.billed.notNegative(.billedBefore).kurus) }
        guard overEstimate > .zero, billed > 0 else { return [] }
        let over = min(Int128(overEstimate.kurus), billed)
        var (cancellations, billedSoFar, sharedSoFar): ([LateFeeCancellation], Int128, Int128) = ([], 0, 0)
        for invoice in invoices {
            billedSoFar += Int128(invoice.billed.kurus)
            let shared = try DebtError.step(.lateFeeCancelled) { () throws(ArithmeticError) in
                try ExactQuotient(over, times: billedSoFar, over: billed).rounded()
            }
            cancellations += try invoice.cancellations(notOwed: shared - sharedSoFar)
            sharedSoFar = shared
        }
        return cancellations
    }
}

extension LateFeeCancellation.Charged {
    /// What is cancelled where so much of the invoice was never owed; at most what was billed.
    fileprivate func cancellations(notOwed: Int128) throws(DebtError) -> [LateFeeCancellation] {
        var late: Int128 = 0
        for fee in lateFees { late += Int128(fee.principal.kurus) }
        guard late <= Int128(billed.kurus) else { throw .outOfBounds(.principal) }
        var left = notOwed
        var cancellations: [LateFeeCancellation] = []
        // The place breaks the tie: `sorted` need not keep the order of equals.
        let latestFirst = lateFees.enumerated().sorted { ($0.element.paid, $0.offset) > ($1.element.paid, $1.offset) }
        for (_, fee) in latestFirst where left > 0 {
            let cut = min(left, Int128(fee.principal.kurus))
            left -= cut
            // The cut is at most the principal: what is left fits.
            let owed = Money(kurus: fee.principal.kurus - Int64(cut))
            let cancellation = try LateFeeCancellation(of: fee, owed: owed)
            if cancellation.total > .zero { cancellations.append(cancellation) }
        }
        return cancellations
    }
}

extension LateFeeCancellation: Derived {
    /// The fee on what was truly owed, and the difference.
    public var derivation: [DerivationStep] {
        owed.derivation + [
            DerivationStep(
                code: .lateFeeCancelled,
                operands: [
                    .init(.lateFee, charged.total.figure), .init(.reducedLateFee, owed.total.figure),
                ],
                result: total.figure, days: [.init(.due, charged.due), .init(.paid, charged.paid)],
                policy: charged.policy.version)
        ]
    }
}
