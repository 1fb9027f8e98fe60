public import Quantities

/// The figures of the letter that puts a contractor's month before the General Directorate for approval [Olur]. [42]
///
/// It is strict where `WorkLine.lines` is lenient: work that is not accepted, stands twice or was paid before is refused and
/// named, because what a director signs is not tidied up silently. The total in words is `Wording`'s (`AmountInWords`).
public struct ApprovalLetter: Hashable, Sendable, Derived {
    /// The month that is paid.
    public let month: CivilMonth
    /// The contractor's name [yüklenici].
    public let contractor: String
    /// The work orders that are paid, in their order; the next letter's `paidBefore` holds them.
    public let orders: [String]
    /// The progress payment.
    public let payment: ProgressPayment

    /// The letter for `items`, all of which must be accepted and stand once.
    ///
    /// Throws `workNotApproved`, `workTwice` or `workPaidBefore` with the order, `noPrice` for work that the price list does not
    /// have, and what `ProgressPayment` throws.
    public init(
        month: CivilMonth, contractor: String, items: [WorkItem], paidBefore: Set<String> = [],
        prices: [(kind: String, price: WorkPrice)], penalties: Money, policy: ProgressPaymentPolicy
    ) throws(DebtError) {
        var orders: Set<String> = []
        for item in items {
            guard item.isApproved else { throw .workNotApproved(order: item.order) }
            guard orders.insert(item.order).inserted else { throw .workTwice(order: item.order) }
            guard !paidBefore.contains(item.order) else { throw .workPaidBefore(order: item.order) }
        }
        self.month = month
        self.contractor = contractor
        self.orders = items.map { $0.order }
        payment = try ProgressPayment(
            lines: try WorkLine.lines(of: items, prices: prices), penalties: penalties, policy: policy)
    }

    /// What is taken off the work [kesintiler]: the penalties, and the KDV that the utility pays to the state itself.
    ///
    /// It fits: both are parts of what was worked for, KDV with it.
    public var deductions: Money { Money(kurus: payment.penalties.kurus + payment.withheldTax.kurus) }

    /// The total, which the letter also writes in words.
    public var total: Money { payment.payable }

    /// The steps of the payment.
    public var derivation: [DerivationStep] { payment.derivation }
}
