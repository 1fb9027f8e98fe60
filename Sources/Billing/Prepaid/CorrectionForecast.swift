public import Quantities

/// What a customer is told at a purchase (point 7): corrections that arose, and one that may arise for the gas still unused
/// if it is used on the terms known today.
///
/// A forecast binds nobody: the terms of the days of use decide.
public struct CorrectionForecast: Hashable, Sendable {
    /// Corrections that arose and wait for this purchase, with KDV: above zero the customer owes them.
    public let arisen: Money
    /// What may arise before KDV.
    public let mayAriseNet: Money
    /// What may arise with KDV: above zero the customer would owe it.
    public let mayArise: Money
    /// How much gas that is for: lots from the cut-off on.
    public let volume: MeterVolume
    /// The rule set's version.
    public let policy: String

    /// The forecast for `lots`, this purchase's own among them.
    ///
    /// Each lot's remainder is valued on its own terms and on `expected` and rounded as a correction is.
    /// - Throws: `PrepaidError` for figures out of bounds or that do not fit.
    public init(
        arisen: Money, lots: [PrepaidLot], expected: GasTerms, valueAddedTaxRate: Rate, rules: TLCorrectionRules
    ) throws(PrepaidError) {
        try expected.check()
        if valueAddedTaxRate < .zero { throw .outOfBounds(.valueAddedTaxRate) }
        let later = GasValue(expected)
        var (net, litres): (Int64, Int64) = (0, 0)
        for lot in lots where lot.purchasedOn >= rules.cutOff {
            try lot.check()
            do throws(ArithmeticError) {
                let difference = try later.amount(of: lot.left.litres).subtracting(lot.terms.value(of: lot.left))
                net = try net.checkedAdding(difference.kurus)
                litres = try litres.checkedAdding(lot.left.litres)
            } catch {
                throw .overflow(.correctionDifference)
            }
        }
        self.arisen = arisen
        mayAriseNet = Money(kurus: net)
        do throws(ArithmeticError) {
            mayArise = try mayAriseNet.adding(try mayAriseNet.multiplied(by: valueAddedTaxRate))
        } catch {
            throw .overflow(.correction)
        }
        volume = MeterVolume(litres: litres)
        policy = rules.version
    }
}
