public import Quantities

/// By what a customer's late payment costs: the contract's clause, whose interest by law, the frozen days and the policy.
public struct LateFeeTerms: Hashable, Sendable {
    /// The contract's clause; `nil` for interest by law.
    public let clause: LateFeeClause?
    /// Who owes the interest where the contract has no clause.
    public let debtor: InterestDebtor
    /// The days on which nothing runs.
    public let freezes: [BillingFreeze]
    /// The rates and counts.
    public let policy: LateFeePolicy

    /// Those terms.
    public init(
        clause: LateFeeClause?, debtor: InterestDebtor = .household, freezes: [BillingFreeze] = [],
        policy: LateFeePolicy = .shipped
    ) {
        self.clause = clause
        self.debtor = debtor
        self.freezes = freezes
        self.policy = policy
    }

    /// What `principal`, due on `due`, costs up to `day`; throws what `LateFee` throws.
    public func fee(on principal: Money, due: CivilDate, through day: CivilDate) throws(DebtError) -> LateFee {
        try LateFee(
            principal: principal, due: due, paid: day, clause: clause, debtor: debtor, freezes: freezes, policy: policy)
    }
}
