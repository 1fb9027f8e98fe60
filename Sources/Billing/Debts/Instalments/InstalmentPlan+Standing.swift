public import Quantities

extension InstalmentPlan {
    /// Money paid on a plan, on a day.
    public struct Payment: Hashable, Sendable {
        /// The day on which it came in.
        public let day: CivilDate
        /// How much it was.
        public let amount: Money

        /// A payment on that day.
        public init(day: CivilDate, amount: Money) {
            self.day = day
            self.amount = amount
        }
    }

    /// How a plan stands on a day.
    public enum Standing: Hashable, Sendable {
        /// Every part that fell due was paid in time; dunning rests.
        case kept
        /// Everything is paid.
        case finished
        /// A part was not paid by `day`, its last one; dunning goes on.
        case broken(since: CivilDate)
        /// The last part fell due on `day` and something is still owed: the file goes to Legal [Hukuk]. [19]
        case unpaidAtEnd(since: CivilDate)
    }

    /// A plan on a day, by its payments.
    public struct State: Hashable, Sendable {
        /// How it stands.
        public let standing: Standing
        /// What has been paid up to that day.
        public let paid: Money
        /// What is still owed of the whole debt.
        public let left: Money
        /// What should have been paid by that day and is not.
        public let overdue: Money

        /// Whether the customer is left in peace: while the plan is kept, and when it is paid.
        public var suspendsDunning: Bool { standing == .kept || standing == .finished }
    }

    /// How the plan stands at the end of `day`; payments of later days do not count yet.
    ///
    /// A part may be paid until the end of its last day; early money goes to the next part. A missed part breaks the plan
    /// for good where the policy lets the rest fall due; otherwise the plan is kept again once the part is paid. Throws
    /// `outOfBounds(.payment)` for a negative payment and `overflow` where their sum does not fit.
    public func state(on day: CivilDate, payments: [Payment]) throws(DebtError) -> State {
        let paid = try Self.sum(payments, until: day)
        let left = Money(kurus: max(0, amount.kurus - paid.kurus))
        let missed = try firstMissedPart(until: day, payments: payments, paid: paid)
        let overdue: Int64
        if missed != nil, policy.missedPart == .restFallsDue {
            overdue = left.kurus
        } else {
            overdue = max(0, dueSum(before: day) - paid.kurus)
        }
        return State(
            standing: standing(on: day, left: left, missed: missed), paid: paid, left: left,
            overdue: Money(kurus: overdue))
    }

    private func standing(on day: CivilDate, left: Money, missed: CivilDate?) -> Standing {
        if left == .zero { return .finished }
        if let last = parts.last?.due, last < day { return .unpaidAtEnd(since: last) }
        return missed.map { .broken(since: $0) } ?? .kept
    }

    /// The last day of the first part that was not covered: by then, or up to now where the policy forgives.
    private func firstMissedPart(
        until day: CivilDate, payments: [Payment], paid: Money
    ) throws(DebtError) -> CivilDate? {
        var due: Int64 = 0
        for part in parts where part.due < day {
            due += part.amount.kurus  // at most the whole debt
            let inTime = policy.missedPart == .restFallsDue ? try Self.sum(payments, until: part.due) : paid
            if inTime.kurus < due { return part.due }
        }
        return nil
    }

    private func dueSum(before day: CivilDate) -> Int64 {
        parts.reduce(0) { $1.due < day ? $0 + $1.amount.kurus : $0 }
    }

    private static func sum(_ payments: [Payment], until day: CivilDate) throws(DebtError) -> Money {
        var sum = Money.zero
        for payment in payments where payment.day <= day {
            let amount = try payment.amount.notNegative(.payment)
            let before = sum
            sum = try DebtError.step(.allocatedPayment) { () throws(ArithmeticError) in try before.adding(amount) }
        }
        return sum
    }
}
