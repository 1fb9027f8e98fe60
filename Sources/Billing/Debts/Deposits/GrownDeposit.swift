public import Quantities

/// A deposit [güvence bedeli] with what has come to it since it was paid. [108]
public struct GrownDeposit: Hashable, Sendable, Derived {
    /// What the customer paid.
    public let deposit: Money
    /// The day on which it was paid; no interest runs for it.
    public let paidOn: CivilDate
    /// The day on which the gas is closed; interest runs for it.
    public let closedOn: CivilDate
    /// What came to it: interest, or the difference of the index.
    public let growth: Money
    /// The deposit with its growth.
    public let value: Money
    /// The price index, where the policy goes by it.
    public let index: ConsumerPriceIndex.Change?
    /// The rates and days of the interest; none where the policy goes by the index.
    public let stretches: [RateStretch]
    /// The policy that made it.
    public let policy: DepositPolicy

    /// A deposit paid on `paidOn` as it stands on `closedOn`: rounded once, half away from zero.
    ///
    /// Throws `outOfBounds(.deposit)` for a negative one, `daysReversed` where it was paid later than it is returned,
    /// `noRate` where the table of interest begins later, `noPriceIndex` where the policy needs one and it is missing, and
    /// `overflow`.
    public init(
        deposit: Money, paidOn: CivilDate, closedOn: CivilDate, index: ConsumerPriceIndex.Change? = nil,
        policy: DepositPolicy
    ) throws(DebtError) {
        self.deposit = try deposit.notNegative(.deposit)
        guard paidOn <= closedOn else { throw .daysReversed(first: paidOn, last: closedOn) }
        self.paidOn = paidOn
        self.closedOn = closedOn
        self.policy = policy
        switch policy.growth {
        case .statutoryInterest(let interest):
            let time = DayStretch(start: paidOn, end: closedOn)
            let stretches = try RateStretch.stretches(of: time, rates: interest.householdRates, inMonths: false)
            let growth = try DebtError.step(.statutoryInterest) { () throws(ArithmeticError) in
                try stretches.yield(of: deposit, daysPerRate: interest.daysPerYear)
            }
            self.stretches = stretches
            self.index = nil
            self.growth = growth
            value = try DebtError.step(.statutoryInterest) { () throws(ArithmeticError) in
                try deposit.adding(growth)
            }
        case .consumerPriceIndex:
            guard let index else { throw .noPriceIndex }
            let value = try DebtError.step(.indexedDeposit) { () throws(ArithmeticError) in
                let quotient = ExactQuotient(
                    Int128(deposit.kurus), times: Int128(index.atClosing.millionths),
                    over: Int128(index.atPayment.millionths))
                return Money(kurus: try quotient.roundedToInt64())
            }
            self.value = value
            self.index = index
            stretches = []
            growth = try DebtError.step(.indexedDeposit) { () throws(ArithmeticError) in
                try value.subtracting(deposit)
            }
        }
    }

    /// The last day to pay it out; throws `dateOutOfRange` past the year 2999.
    public func refundDue() throws(DebtError) -> CivilDate {
        do throws(CivilDateError) {
            return try closedOn.advanced(byDays: policy.refundDays)
        } catch {
            throw .dateOutOfRange
        }
    }

    /// The first day on which it belongs to the Treasury, where nobody claimed it: years after the last day to pay it out.
    ///
    /// Throws `dateOutOfRange` past the year 2999.
    public func escheatDay() throws(DebtError) -> CivilDate {
        let due = try refundDue()
        do throws(CivilDateError) {
            return try due.advanced(byMonths: policy.escheatYears * 12).advanced(byDays: 1)
        } catch {
            throw .dateOutOfRange
        }
    }

    /// The interest by its rates and days, or the ratio of the index.
    public var derivation: [DerivationStep] {
        let days = [DerivationStep.Day(.depositPaid, paidOn), DerivationStep.Day(.closed, closedOn)]
        if let index {
            return [
                DerivationStep(
                    code: .indexedDeposit,
                    operands: [
                        .init(.deposit, deposit.figure),
                        .init(.indexAtClosing, index.atClosing.figure.withoutTrailingZeros(keeping: 2)),
                        .init(.indexAtPayment, index.atPayment.figure.withoutTrailingZeros(keeping: 2)),
                    ], result: value.figure, days: days, policy: policy.version)
            ]
        }
        guard case .statutoryInterest(let interest) = policy.growth, !stretches.isEmpty else { return [] }
        var operands = [DerivationStep.Operand(.principal, deposit.figure)]
        operands += stretches.operands(rate: .yearlyRate, inMonths: false)
        operands.append(.init(.daysPerYear, DecimalFigure(Int64(interest.daysPerYear))))
        return [
            DerivationStep(
                code: .statutoryInterest, operands: operands, result: growth.figure, days: days + stretches.stretchDays,
                policy: interest.version)
        ]
    }
}
