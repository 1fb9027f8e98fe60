public import Quantities

/// The money side of a prepaid meter's end: correction up to the closing day, remaining gas given back, old debts taken off
/// (point 10; rows 68, 103, 135).
///
/// The order is fixed: the correction comes first, on the closing reading; then the gas that is still there is refunded for
/// what was paid for it, with its KDV; then what is owed is taken off. Nothing is settled twice: the correction's periods
/// are those that were not settled before.
public struct PrepaidClosing: Hashable, Sendable {
    /// Why the prepaid side ends.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The contract ends [fesih].
        case termination
        /// The customer moves to billing by own wish [faturalı sisteme geçiş].
        case switchToBilled
        /// A faulty meter is replaced by a mechanical one (point 11).
        case exchangeToMechanical
    }

    /// Why.
    public let reason: Reason
    /// The correction of the periods up to the closing day.
    public let correction: TLCorrection
    /// Corrections of earlier periods that no purchase has settled, with KDV: above zero the customer owes them.
    public let pendingCorrections: Money
    /// What is owed for Eksi Gaz, with KDV.
    public let eksiGasDebt: Money
    /// The KDV rate of the return invoice [doğalgaz iade faturası].
    public let valueAddedTaxRate: Rate

    /// This run's correction with KDV.
    public let correctionGross: Money
    /// The gas that is still there.
    public let remainingVolume: MeterVolume
    /// What was paid for it before KDV: each lot's remainder on its own terms, rounded to the kuruş.
    public let gasRefundNet: Money
    /// The KDV on it.
    public let gasRefundTax: Money
    /// What the customer gets for it: net and KDV.
    public let gasRefund: Money
    /// What the customer owes in the end; below zero, what is paid out.
    public let balance: Money

    /// The closing.
    ///
    /// - Throws: `PrepaidError.outOfBounds` for a negative debt or rate, `.overflow` where an amount does not fit.
    public init(
        reason: Reason, correction: TLCorrection, pendingCorrections: Money = .zero, eksiGasDebt: Money = .zero,
        valueAddedTaxRate: Rate
    ) throws(PrepaidError) {
        if eksiGasDebt < .zero { throw .outOfBounds(.eksiGasDebt) }
        if valueAddedTaxRate < .zero { throw .outOfBounds(.valueAddedTaxRate) }
        self.reason = reason
        self.correction = correction
        self.pendingCorrections = pendingCorrections
        self.eksiGasDebt = eksiGasDebt
        self.valueAddedTaxRate = valueAddedTaxRate
        do throws(ArithmeticError) {
            correctionGross = try correction.gross()
            var (volume, net) = (MeterVolume.zero, Money.zero)
            for lot in correction.remainingLots {
                volume = try volume.adding(lot.left)
                net = try net.adding(try lot.terms.value(of: lot.left))
            }
            (remainingVolume, gasRefundNet) = (volume, net)
            gasRefundTax = try net.multiplied(by: valueAddedTaxRate)
            gasRefund = try net.adding(gasRefundTax)
            balance = try pendingCorrections.adding(correctionGross).adding(eksiGasDebt).subtracting(gasRefund)
        } catch {
            throw .overflow(.prepaidBalance)
        }
    }
}

extension PrepaidClosing: Derived {
    /// The correction, then the refund lot by lot, its KDV and the balance.
    public var derivation: [DerivationStep] {
        var steps = correction.derivation
        for lot in correction.remainingLots {
            guard let value = try? lot.terms.value(of: lot.left) else { continue }
            steps.append(
                DerivationStep(
                    code: .gasRefund, operands: lot.terms.operands(for: lot.left), result: value.figure,
                    days: [.init(.purchase, lot.purchasedOn)], policy: correction.rules.version))
        }
        steps.append(
            DerivationStep(
                code: .valueAddedTax,
                operands: [
                    .init(.valueAddedTaxBase, gasRefundNet.figure),
                    .init(.valueAddedTaxRate, valueAddedTaxRate.figure.withoutTrailingZeros(keeping: 2)),
                ],
                result: gasRefundTax.figure))
        steps.append(
            DerivationStep(
                code: .prepaidBalance,
                operands: [
                    .init(.pendingCorrections, pendingCorrections.figure), .init(.correction, correctionGross.figure),
                    .init(.eksiGasDebt, eksiGasDebt.figure), .init(.gasRefund, gasRefund.figure),
                ],
                result: balance.figure, policy: correction.rules.version))
        return steps
    }
}
