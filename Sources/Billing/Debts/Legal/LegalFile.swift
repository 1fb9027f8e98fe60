public import Quantities

/// The file that goes to Legal [Hukuk dosyası]: the debts by the day on which each fell due, the plan that was broken, and the
/// fees up to the day of the hand-over. [19]
///
/// While it is with Legal nobody else reminds the customer (`ReminderDecision`, `inLegal`); whether interest runs on is
/// the policy's.
public struct LegalFile: Hashable, Sendable {
    /// A debt in the file.
    public struct Debt: Hashable, Sendable {
        /// Its number or another name that is its alone.
        public let reference: String
        /// The last day to pay it.
        public let due: CivilDate
        /// What is owed of it, above zero.
        public let principal: Money
        /// The fee charged before and still owed, with KDV.
        public let feeOwed: Money
        /// The last day for which a fee was charged, after which the time is counted by itself; `nil` where none was.
        public let feeThrough: CivilDate?

        /// A debt; throws `outOfBounds` for a principal that is not above zero and a negative fee.
        public init(
            reference: String, due: CivilDate, principal: Money, feeOwed: Money = .zero, feeThrough: CivilDate? = nil
        ) throws(DebtError) {
            guard principal > .zero else { throw .outOfBounds(.principal) }
            self.reference = reference
            self.due = due
            self.principal = principal
            self.feeOwed = try feeOwed.notNegative(.lateFee)
            self.feeThrough = feeThrough
        }
    }

    /// A plan that was not kept, as it stood on the day of the hand-over.
    public struct BrokenPlan: Hashable, Sendable {
        /// The plan.
        public let plan: InstalmentPlan
        /// How it stood.
        public let state: InstalmentPlan.State
    }

    /// What the file is worth on a day.
    public struct Claim: Hashable, Sendable {
        /// The day.
        public let day: CivilDate
        /// The fee on each of the file's debts, in their order, for the time that no fee was charged for.
        public let fees: [LateFee]
        /// What is owed of the debts.
        public let principal: Money
        /// The fees on them with KDV, those charged before among them.
        public let fee: Money
        /// Both.
        public let total: Money
    }

    /// Whose debts they are.
    public let subscriber: SubscriberNumber
    /// The debts, oldest due first.
    public let debts: [Debt]
    /// The plan that was broken, where there was one.
    public let brokenPlan: BrokenPlan?
    /// The day on which the file was handed over.
    public let handedOver: CivilDate
    /// What it was worth on that day.
    public let claim: Claim
    /// By what late payment costs.
    public let terms: LateFeeTerms
    /// The policy.
    public let policy: LegalPolicy

    /// The file of `debts`.
    ///
    /// Throws `nothingOwed` without a debt, `invoiceTwice` where a reference stands twice, `notOverdue` for a debt whose last day
    /// is not before the hand-over, and what `LateFee` throws.
    public init(
        of subscriber: SubscriberNumber, debts: [Debt], handedOver: CivilDate, terms: LateFeeTerms,
        policy: LegalPolicy = .shipped
    ) throws(DebtError) {
        try self.init(of: subscriber, debts, nil, handedOver, terms, policy)
    }

    init(
        of subscriber: SubscriberNumber, _ debts: [Debt], _ brokenPlan: BrokenPlan?, _ handedOver: CivilDate,
        _ terms: LateFeeTerms, _ policy: LegalPolicy
    ) throws(DebtError) {
        guard !debts.isEmpty else { throw .nothingOwed }
        guard Set(debts.map { $0.reference }).count == debts.count else { throw .invoiceTwice }
        if let early = debts.first(where: { $0.due >= handedOver }) { throw .notOverdue(reference: early.reference) }
        // The place breaks the tie: `sorted` need not keep the order of equals.
        let ordered = debts.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
        self.subscriber = subscriber
        self.debts = ordered.map { $0.element }
        self.brokenPlan = brokenPlan
        self.handedOver = handedOver
        self.terms = terms
        self.policy = policy
        claim = try Claim(of: self.debts, through: handedOver, on: handedOver, terms: terms)
    }

    /// What the file is worth on a later day: the fees run on, or stand as they were handed over, as the policy says.
    ///
    /// Throws `daysReversed` for a day before the hand-over, and what `LateFee` throws.
    public func claim(on day: CivilDate) throws(DebtError) -> Claim {
        guard day >= handedOver else { throw .daysReversed(first: handedOver, last: day) }
        return try Claim(of: debts, through: policy.doesInterestRun ? day : handedOver, on: day, terms: terms)
    }
}

extension LegalFile.Claim {
    fileprivate init(
        of debts: [LegalFile.Debt], through end: CivilDate, on day: CivilDate, terms: LateFeeTerms
    ) throws(DebtError) {
        var fees: [LateFee] = []
        var (principal, fee): (Int128, Int128) = (0, 0)
        for debt in debts {
            let next = try terms.fee(on: debt.principal, due: max(debt.due, debt.feeThrough ?? debt.due), through: end)
            fees.append(next)
            principal += Int128(debt.principal.kurus)
            fee += Int128(debt.feeOwed.kurus) + Int128(next.total.kurus)
        }
        guard let total = Int64(exactly: principal + fee) else { throw .overflow(.legalClaim) }
        self.day = day
        self.fees = fees
        // Neither part is larger than both.
        self.principal = Money(kurus: Int64(principal))
        self.fee = Money(kurus: Int64(fee))
        self.total = Money(kurus: total)
    }
}

extension LegalFile: Derived {
    /// Each debt's fee, then the claim on the day of the hand-over.
    public var derivation: [DerivationStep] {
        var operands: [DerivationStep.Operand] = []
        for (debt, fee) in zip(debts, claim.fees) {
            operands.append(.init(.principal, debt.principal.figure))
            for amount in [debt.feeOwed, fee.total] where amount != .zero {
                operands.append(.init(.lateFee, amount.figure))
            }
        }
        return claim.fees.flatMap { $0.derivation } + [
            DerivationStep(
                code: .legalClaim, operands: operands, result: claim.total.figure,
                days: [.init(.handedOver, handedOver)], policy: policy.version)
        ]
    }
}

extension ReminderDecision.Facts {
    /// Takes notice of a file: while it is with Legal every other dunning rests. [19]
    ///
    /// `returned` is the day on which Legal gave it back, if it did.
    public mutating func consider(_ file: LegalFile, returned: CivilDate? = nil) {
        isInLegal = isInLegal || (file.handedOver <= day && returned.map { day < $0 } ?? true)
    }
}
