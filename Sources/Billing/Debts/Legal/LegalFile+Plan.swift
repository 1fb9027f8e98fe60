public import Quantities

extension LegalFile {
    /// The file of a plan that was broken, or unpaid at its end: each part that is not paid, by the day on which it fell due.
    ///
    /// A payment goes to the oldest part. Where a missed part makes the rest due, the later parts fell due on the last day of
    /// the missed one; otherwise parts that are not due yet stay out of the file. `reference` names the plan, its parts are
    /// `reference/1` and so forth. Throws `planKept` where the plan is kept or paid, and what the other initialiser throws.
    public init(
        of subscriber: SubscriberNumber, plan: InstalmentPlan, reference: String, payments: [InstalmentPlan.Payment],
        handedOver: CivilDate, terms: LateFeeTerms, policy: LegalPolicy = .shipped
    ) throws(DebtError) {
        let state = try plan.state(on: handedOver, payments: payments)
        guard !state.suspendsDunning else { throw .planKept }
        let accelerated = plan.policy.missedPart == .restFallsDue ? try plan.missedPart(payments) : nil
        var paid = state.paid.kurus
        var debts: [Debt] = []
        for (place, part) in plan.parts.enumerated() {
            let covered = min(paid, part.amount.kurus)
            paid -= covered
            let due = min(part.due, accelerated ?? part.due)
            guard covered < part.amount.kurus, due < handedOver else { continue }
            debts.append(
                try Debt(
                    reference: "\(reference)/\(place + 1)", due: due,
                    principal: Money(kurus: part.amount.kurus - covered)))
        }
        try self.init(
            of: subscriber, debts, BrokenPlan(plan: plan, state: state), handedOver, terms, policy)
    }
}

extension InstalmentPlan {
    /// The last day of the first part that was not covered when it fell due; `nil` where each was.
    fileprivate func missedPart(_ payments: [Payment]) throws(DebtError) -> CivilDate? {
        for part in parts {
            guard let next = try? part.due.advanced(byDays: 1) else { return nil }
            if case .broken(let day) = try state(on: next, payments: payments).standing { return day }
            if case .unpaidAtEnd = try state(on: next, payments: payments).standing { return part.due }
        }
        return nil
    }
}
