public import Quantities

/// A correction settled as gas instead of money at the next purchase (point 8: İzgaz's text says quantities or amounts,
/// Çinigaz's quantities).
///
/// Corrections are kept as money, because a volume of one day's price is not one of another's; this is what the money comes
/// to on the terms of the purchase. Both signs are rounded down to the litre of the amount: a customer never loses more gas
/// than the debt buys, and what is left of the money stays on the account.
public struct CorrectionVolume: Hashable, Sendable {
    /// The correction with KDV: above zero the customer owes it.
    public let gross: Money
    /// The m3 withheld from the purchase; below zero, added to it.
    public let volume: MeterVolume
    /// What of the correction those m3 settle, in its sign.
    public let settled: Money

    /// What `gross` comes to on the terms of a purchase.
    ///
    /// - Throws: `PrepaidError` where the terms are out of bounds or a figure does not fit.
    public init(of gross: Money, terms: GasTerms, valueAddedTaxRate: Rate) throws(PrepaidError) {
        guard gross.kurus != .min else { throw .overflow(.correction) }
        let sale = try PrepaidSale(
            payment: Money(kurus: abs(gross.kurus)), terms: terms, valueAddedTaxRate: valueAddedTaxRate,
            monthlyLimit: nil)
        let value: Money
        do throws(ArithmeticError) {
            value = min(
                sale.payment, try terms.grossValue(of: sale.sold, valueAddedTaxRate: valueAddedTaxRate))
        } catch {
            throw .overflow(.correction)
        }
        let isCredit = gross < .zero
        self.gross = gross
        volume = MeterVolume(litres: isCredit ? -sale.sold.litres : sale.sold.litres)
        settled = Money(kurus: isCredit ? -value.kurus : value.kurus)
    }
}
