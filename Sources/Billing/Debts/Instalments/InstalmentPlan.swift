public import Quantities

/// A debt in equal parts without interest, each with the day on which it falls due [taksit planı]. [17, 26]
public struct InstalmentPlan: Hashable, Sendable, Derived {
    /// One part.
    public struct Part: Hashable, Sendable {
        /// The last day to pay it, a working day.
        public let due: CivilDate
        /// The amount.
        public let amount: Money
    }

    /// The debt.
    public let amount: Money
    /// The parts in the order in which they fall due; their sum is the debt.
    public let parts: [Part]
    /// The policy that made it.
    public let policy: InstalmentPolicy

    /// A plan for `amount` whose first part falls due on `start`, the others months later by date; a day that is no working
    /// day gives way to the next one.
    ///
    /// Throws `outOfBounds(.amount)` for a debt that is not above zero and `dateOutOfRange` past the year 2999.
    public init(
        amount: Money, from start: CivilDate, workingDays: WorkingDays, policy: InstalmentPolicy
    ) throws(DebtError) {
        guard amount > .zero else { throw .outOfBounds(.amount) }
        let amounts = try amount.instalments(count: policy.count, remainder: policy.remainder)
        var parts: [Part] = []
        for (place, amount) in amounts.enumerated() {
            do throws(CivilDateError) {
                let day = try start.advanced(byMonths: place * policy.monthsApart)
                parts.append(Part(due: try workingDays.first(onOrAfter: day), amount: amount))
            } catch {
                throw .dateOutOfRange
            }
        }
        self.amount = amount
        self.parts = parts
        self.policy = policy
    }

    /// The equal part, and the one that carries what is left over.
    public var derivation: [DerivationStep] {
        let base = amount.kurus / Int64(parts.count)
        let rest = amount.kurus % Int64(parts.count)
        var steps = [
            DerivationStep(
                code: .instalment,
                operands: [.init(.amount, amount.figure), .init(.partCount, DecimalFigure(Int64(parts.count)))],
                result: Money(kurus: base).figure, policy: policy.version)
        ]
        guard rest > 0 else { return steps }
        steps.append(
            DerivationStep(
                code: .instalmentWithRemainder,
                operands: [
                    .init(.amount, amount.figure), .init(.partCount, DecimalFigure(Int64(parts.count - 1))),
                    .init(.part, Money(kurus: base).figure),
                ],
                result: Money(kurus: base + rest).figure, policy: policy.version))
        return steps
    }
}
