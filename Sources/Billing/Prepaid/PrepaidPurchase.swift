public import Quantities

/// A whole purchase at the desk: debts first within their cap, gas for the rest, change where the month's limit ends it.
///
/// Money that is given back was not paid: where the limit cuts the sale, the debts take no more than the gas share of what
/// is really kept allows, so that at least half of it buys gas (F.4, invariant 4); both together then, even where the rules
/// give each debt a cap of its own. A credit is spent before cash and is
/// never paid out here; what is left of it waits for the next purchase.
public struct PrepaidPurchase: Hashable, Sendable {
    /// The split of the payment as the customer laid it down.
    public let split: PurchaseSplit
    /// The sale of gas.
    public let sale: PrepaidSale
    /// What the correction debt got.
    public let toCorrectionDebt: Money
    /// What the Eksi Gaz debt got.
    public let toEksiGasDebt: Money
    /// The most that the debts could get: the split's cap, or, where the limit cut the sale, what the gas kept allows, rounded down
    /// to the kuruş.
    public let cap: Money
    /// The part of the credit that bought gas.
    public let creditUsed: Money
    /// The cash that bought gas.
    public let cashForGas: Money
    /// The cash that is given back.
    public let change: Money

    /// The purchase.
    ///
    /// - Throws: `PrepaidError` where the split or the sale throws.
    public init(
        split: PurchaseSplit, terms: GasTerms, valueAddedTaxRate: Rate, monthlyLimit: MeterVolume?,
        soldBefore: MeterVolume = .zero
    ) throws(PrepaidError) {
        let sale = try PrepaidSale(
            payment: split.toGas, terms: terms, valueAddedTaxRate: valueAddedTaxRate, monthlyLimit: monthlyLimit,
            soldBefore: soldBefore)
        self.split = split
        self.sale = sale
        creditUsed = min(split.correctionCredit, sale.taken)
        do throws(ArithmeticError) {
            cashForGas = try sale.taken.subtracting(creditUsed)
            if sale.change == .zero {
                cap = split.cap
                (toCorrectionDebt, toEksiGasDebt) = (split.toCorrectionDebt, split.toEksiGasDebt)
            } else {
                // debts ÷ (debts + gas) may be 1 − share: debts ≤ gas × (1 − share) ÷ share.
                let share = Int128(split.rules.leastGasShare.partsPerMillion)
                cap =
                    share == 0
                    ? split.payment
                    : Money(
                        kurus: try ExactQuotient(
                            Int128(cashForGas.kurus), times: Int128(Rate.whole.partsPerMillion) - share, over: share
                        ).truncatedToInt64())
                toCorrectionDebt = min(split.toCorrectionDebt, cap)
                toEksiGasDebt = min(split.toEksiGasDebt, try cap.subtracting(toCorrectionDebt))
            }
            change = try split.payment.subtracting(cashForGas).subtracting(toCorrectionDebt)
                .subtracting(toEksiGasDebt)
        } catch {
            throw .overflow(.change)
        }
    }
}

extension PrepaidPurchase: Derived {
    /// The steps of the split and of the sale; where the limit cut the sale, then what the debts get instead.
    public var derivation: [DerivationStep] {
        let steps = split.derivation + sale.derivation
        guard sale.change != .zero else { return steps }
        return steps + [
            DerivationStep(
                code: .cutSaleDebtCap,
                operands: [
                    .init(.cashForGas, cashForGas.figure), .init(.gasShare, split.rules.leastGasShare.figure),
                ],
                result: cap.figure, policy: split.rules.version),
            DerivationStep(
                code: .toCorrectionDebt,
                operands: [
                    .init(.correctionDebt, split.toCorrectionDebt.figure), .init(.debtCap, cap.figure),
                ],
                result: toCorrectionDebt.figure, policy: split.rules.version),
            DerivationStep(
                code: .toEksiGasDebt,
                operands: [
                    .init(.eksiGasDebt, split.toEksiGasDebt.figure), .init(.debtCap, cap.figure),
                    .init(.toCorrectionDebt, toCorrectionDebt.figure),
                ],
                result: toEksiGasDebt.figure, policy: split.rules.version),
        ]
    }
}
