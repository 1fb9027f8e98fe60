public import Quantities

/// What a contract says of late payment: only what it states clearly, with the rate, may be charged (Yargıtay's case law).
public enum LateFeeClause: Hashable, Sendable {
    /// The late fee of public claims [gecikme zammı], law 6183, article 51, at the rate that holds on each day.
    case publicClaimRate
    /// A monthly rate of its own.
    case monthlyRate(Rate)
}

/// Who owes the interest where the contract has no clause.
public enum InterestDebtor: String, Hashable, Sendable, CaseIterable {
    /// A household, or anyone who is no trader: statutory interest [kanuni faiz].
    case household
    /// A trader: commercial interest [ticari temerrüt faizi].
    case trader

    /// Whom a kind of subscriber is for this purpose.
    public init(_ kind: Subscriber.Kind) {
        switch kind {
        case .residential, .official: self = .household
        case .commercial, .industrial: self = .trader
        }
    }
}

/// What late payment of an invoice costs: the contract's late fee, or interest by law where the contract has no clause.
///
/// The due day is free, the day of payment counts. Simple, never compound; the money is rounded once, half away from zero.
/// The KDV comes on the rounded fee. [25, 46]
public struct LateFee: Hashable, Sendable, Derived {
    /// What was owed.
    public let principal: Money
    /// The last day to pay [son ödeme tarihi].
    public let due: CivilDate
    /// The day on which it was paid, or up to which the fee is computed.
    public let paid: CivilDate
    /// The contract's clause; `nil` for interest by law.
    public let clause: LateFeeClause?
    /// The time that counts, by rate.
    public let stretches: [RateStretch]
    /// The fee, or the interest.
    public let fee: Money
    /// The rate of the KDV on it, by the day of payment; `nil` where there is none.
    public let valueAddedTaxRate: Rate?
    /// The KDV on it.
    public let valueAddedTax: Money
    /// The fee with its KDV.
    public let total: Money
    /// The policy that made it.
    public let policy: LateFeePolicy

    /// The cost of paying `principal`, due on `due`, on `paid`.
    ///
    /// Throws `outOfBounds` for a negative principal or rate, `noRate` where a table begins later, `noCommercialRates` where
    /// the policy lacks them and `overflow` where the fee does not fit.
    public init(
        principal: Money, due: CivilDate, paid: CivilDate, clause: LateFeeClause?, debtor: InterestDebtor = .household,
        freezes: [BillingFreeze] = [], policy: LateFeePolicy
    ) throws(DebtError) {
        self.principal = try principal.notNegative(.principal)
        self.due = due
        self.paid = paid
        self.clause = clause
        self.policy = policy
        let inMonths = clause != nil && policy.counting == .monthDay
        var stretches: [RateStretch] = []
        if due < paid {
            let rates = try Self.rates(clause, debtor, due, policy)
            for stretch in DayStretch.unfrozen(after: due, through: paid, freezes: freezes) {
                stretches += try RateStretch.stretches(of: stretch, rates: rates, inMonths: inMonths)
            }
        }
        guard stretches.allSatisfy({ $0.rate >= .zero }) else { throw .outOfBounds(.monthlyRate) }
        self.stretches = stretches
        let rate = stretches.isEmpty || !policy.taxes(clause) ? nil : try Self.taxRate(paid, policy)
        valueAddedTaxRate = rate
        (fee, valueAddedTax, total) = try Self.amounts(principal, stretches, clause, rate, policy)
    }

    /// What the same time costs on another principal: the same days, rates and KDV rate.
    ///
    /// Throws `outOfBounds(.principal)` for a negative principal and `overflow` where the fee does not fit.
    public func onPrincipal(_ principal: Money) throws(DebtError) -> LateFee { try LateFee(self, principal) }

    private init(_ fee: LateFee, _ principal: Money) throws(DebtError) {
        self.principal = try principal.notNegative(.principal)
        (due, paid, clause, stretches) = (fee.due, fee.paid, fee.clause, fee.stretches)
        (valueAddedTaxRate, policy) = (fee.valueAddedTaxRate, fee.policy)
        (self.fee, valueAddedTax, total) = try Self.amounts(
            principal, fee.stretches, fee.clause, fee.valueAddedTaxRate, fee.policy)
    }

    /// The fee on a principal, its KDV, and both.
    private static func amounts(
        _ principal: Money, _ stretches: [RateStretch], _ clause: LateFeeClause?, _ rate: Rate?, _ policy: LateFeePolicy
    ) throws(DebtError) -> (fee: Money, tax: Money, total: Money) {
        let daysPerRate = clause == nil ? policy.statutoryInterest.daysPerYear : policy.daysPerMonth
        let fee = try DebtError.step(clause == nil ? .statutoryInterest : .lateFee) { () throws(ArithmeticError) in
            try stretches.yield(of: principal, daysPerRate: daysPerRate)
        }
        let tax = try DebtError.step(.valueAddedTax) { () throws(ArithmeticError) in
            try fee.multiplied(by: rate ?? .zero)
        }
        let total = try DebtError.step(.total) { () throws(ArithmeticError) in try fee.adding(tax) }
        return (fee, tax, total)
    }

    /// How many days after the due day it was paid; frozen days among them.
    public var daysLate: Int { max(0, due.days(until: paid)) }

    private static func rates(
        _ clause: LateFeeClause?, _ debtor: InterestDebtor, _ due: CivilDate, _ policy: LateFeePolicy
    ) throws(DebtError) -> RateTable<Rate> {
        switch (clause, debtor) {
        case (.publicClaimRate, _): return policy.publicClaimRates
        case (.monthlyRate(let rate), _): return RateTable(shippedSteps: [.init(from: due, value: rate)])
        case (nil, .household): return policy.statutoryInterest.householdRates
        case (nil, .trader):
            guard let rates = policy.statutoryInterest.commercialRates else { throw .noCommercialRates }
            return rates
        }
    }

    private static func taxRate(_ paid: CivilDate, _ policy: LateFeePolicy) throws(DebtError) -> Rate? {
        guard let table = policy.valueAddedTax else { return nil }
        let rate: Rate
        do throws(RateTableError) {
            rate = try table.value(on: paid)
        } catch {
            throw .noRate(on: error.day)
        }
        guard rate >= .zero, rate <= .whole else { throw .outOfBounds(.valueAddedTaxRate) }
        return rate
    }

    /// The fee by its rates and times, before KDV; nothing where it was paid in time.
    package var feeStep: DerivationStep? {
        guard !stretches.isEmpty else { return nil }
        let days = [DerivationStep.Day(.due, due), DerivationStep.Day(.paid, paid)] + stretches.stretchDays
        var operands: [DerivationStep.Operand] = [.init(.principal, principal.figure)]
        if clause == nil {
            operands += stretches.operands(rate: .yearlyRate, inMonths: false)
            operands.append(.init(.daysPerYear, DecimalFigure(Int64(policy.statutoryInterest.daysPerYear))))
            return DerivationStep(
                code: .statutoryInterest, operands: operands, result: fee.figure, days: days, policy: version)
        }
        operands += stretches.operands(rate: .monthlyRate, inMonths: policy.counting == .monthDay)
        operands.append(.init(.daysPerMonth, DecimalFigure(Int64(policy.daysPerMonth))))
        return DerivationStep(
            code: Self.code(clause), operands: operands, result: fee.figure, days: days, policy: version)
    }

    /// The code of the step that computes what late payment costs by a clause, or by law.
    package static func code(_ clause: LateFeeClause?) -> DerivationStep.Code {
        switch clause {
        case .publicClaimRate: .lateFee
        case .monthlyRate: .contractLateFee
        case nil: .statutoryInterest
        }
    }

    /// The edition whose rates made the fee.
    package var version: String { clause == nil ? policy.statutoryInterest.version : policy.version }

    /// The fee by its rates and times, and the KDV on it; nothing where it was paid in time.
    public var derivation: [DerivationStep] {
        guard let feeStep else { return [] }
        var steps = [feeStep]
        if let rate = valueAddedTaxRate {
            steps.append(
                DerivationStep(
                    code: .valueAddedTax,
                    operands: [
                        .init(.valueAddedTaxBase, fee.figure),
                        .init(.valueAddedTaxRate, rate.figure.withoutTrailingZeros(keeping: 2)),
                    ], result: valueAddedTax.figure, policy: policy.version))
        }
        return steps
    }
}
