public import Quantities

/// What a customer pays at the desk, split between old debts and new gas (point 14; rows 18, 139).
///
/// At least half of the payment buys new gas: what is taken for debts is rounded down, so that the gas share never falls
/// below it. The TL-correction debt goes first, then Eksi Gaz debt, both under one cap. A credit of an earlier correction
/// is added to the gas (point 8).
public struct PurchaseSplit: Hashable, Sendable {
    /// What the customer pays.
    public let payment: Money
    /// Credit of earlier corrections, with KDV.
    public let correctionCredit: Money
    /// Debt of earlier corrections, with KDV.
    public let correctionDebt: Money
    /// Eksi Gaz debt of a running plan "%50 gaz, %50 borca".
    public let eksiGasDebt: Money
    /// The rules.
    public let rules: TLCorrectionRules

    /// The most that may go to debts: payment × (1 − least gas share), rounded down to the kuruş.
    public let cap: Money
    /// What goes to the correction debt.
    public let toCorrectionDebt: Money
    /// What goes to the Eksi Gaz debt.
    public let toEksiGasDebt: Money
    /// What buys gas: the rest of the payment and the credit.
    public let toGas: Money

    /// The split of `payment`.
    ///
    /// - Throws: `PrepaidError.outOfBounds` for a negative amount, `.overflow` where the gas money does not fit.
    public init(
        payment: Money, correctionCredit: Money = .zero, correctionDebt: Money = .zero, eksiGasDebt: Money = .zero,
        rules: TLCorrectionRules
    ) throws(PrepaidError) {
        if payment < .zero { throw .outOfBounds(.payment) }
        if correctionCredit < .zero { throw .outOfBounds(.correctionCredit) }
        if correctionDebt < .zero { throw .outOfBounds(.correctionDebt) }
        if eksiGasDebt < .zero { throw .outOfBounds(.eksiGasDebt) }
        guard rules.leastGasShare >= .zero, rules.leastGasShare <= .whole else { throw .outOfBounds(.gasShare) }
        self.payment = payment
        self.correctionCredit = correctionCredit
        self.correctionDebt = correctionDebt
        self.eksiGasDebt = eksiGasDebt
        self.rules = rules
        do throws(ArithmeticError) {
            let debtShare = try Rate.whole.subtracting(rules.leastGasShare)
            cap = try payment.truncatedShare(debtShare)
            toCorrectionDebt = min(correctionDebt, cap)
            // Under caps of their own both together still cannot be more than was paid.
            let room = rules.isEksiGasUnderOneCap ? cap : min(try cap.adding(cap), payment)
            toEksiGasDebt = min(eksiGasDebt, cap, try room.subtracting(toCorrectionDebt))
            toGas = try payment.subtracting(toCorrectionDebt).subtracting(toEksiGasDebt).adding(correctionCredit)
        } catch {
            throw .overflow(.toGas)
        }
    }

    /// What is left of the correction debt.
    public var correctionDebtLeft: Money { Money(kurus: correctionDebt.kurus - toCorrectionDebt.kurus) }

    /// What is left of the Eksi Gaz debt.
    public var eksiGasDebtLeft: Money { Money(kurus: eksiGasDebt.kurus - toEksiGasDebt.kurus) }
}

extension Money {
    /// The share `rate` of an amount, rounded down to the kuruş.
    fileprivate func truncatedShare(_ rate: Rate) throws(ArithmeticError) -> Money {
        let quotient = ExactQuotient(
            Int128(kurus), times: Int128(rate.partsPerMillion), over: Int128(Rate.whole.partsPerMillion))
        return Money(kurus: try quotient.truncatedToInt64())
    }
}

extension PurchaseSplit: Derived {
    /// The cap, what goes to each debt and what buys gas.
    public var derivation: [DerivationStep] {
        [
            DerivationStep(
                code: .debtCap,
                operands: [.init(.payment, payment.figure), .init(.gasShare, rules.leastGasShare.figure)],
                result: cap.figure, policy: rules.version),
            DerivationStep(
                code: .toCorrectionDebt,
                operands: [.init(.correctionDebt, correctionDebt.figure), .init(.debtCap, cap.figure)],
                result: toCorrectionDebt.figure, policy: rules.version),
            DerivationStep(
                code: .toEksiGasDebt,
                operands: [
                    .init(.eksiGasDebt, eksiGasDebt.figure), .init(.debtCap, cap.figure),
                    .init(.toCorrectionDebt, toCorrectionDebt.figure),
                ],
                result: toEksiGasDebt.figure, policy: rules.version),
            DerivationStep(
                code: .toGas,
                operands: [
                    .init(.payment, payment.figure), .init(.toCorrectionDebt, toCorrectionDebt.figure),
                    .init(.toEksiGasDebt, toEksiGasDebt.figure), .init(.correctionCredit, correctionCredit.figure),
                ],
                result: toGas.figure),
        ]
    }
}

/// The plan "%50 gaz, %50 borca tahsil" for an Eksi Gaz debt (row 18).
public struct EksiGasPlan: Hashable, Sendable {
    /// What is still owed, with KDV.
    public let debt: Money
    /// The day on which the plan began.
    public let startedOn: CivilDate

    /// A plan for `debt` from that day on.
    public init(debt: Money, startedOn: CivilDate) {
        self.debt = debt
        self.startedOn = startedOn
    }

    /// The debt of which a purchase on `day` pays: none before the plan begins, and none once its months are over, when
    /// the rest goes to Legal (row 19).
    ///
    /// The last day is the one before the day so many months later, which is the month's last one where the month is too short
    /// (`CivilDate.advanced(byMonths:)`).
    public func debtTaken(on day: CivilDate, rules: TLCorrectionRules) -> Money {
        // A plan that would end past the calendar's last year never does.
        let end = try? startedOn.advanced(byMonths: rules.eksiGasPlanMonths)
        let isOver = end.map { day >= $0 } ?? false
        return day < startedOn || isOver ? .zero : debt
    }
}
