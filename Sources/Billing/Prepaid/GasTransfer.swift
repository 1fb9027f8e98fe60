public import Quantities

/// Remaining gas carried to another subscription of the same person [gaz nakil işlemi] (row 70).
///
/// The new address has another K, maybe another price, so volume and money cannot both stay: money does, unless the policy
/// says volume. Money buys gas there on the terms of a sale on that day, outside of the monthly limit, because it was sold
/// before.
public struct GasTransfer: Hashable, Sendable {
    /// What stays the same.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// The money that the gas was worth: the default.
        case money
        /// The m3.
        case volume
    }

    /// What stays the same.
    public let basis: Basis
    /// What the gas was worth at the old address, with KDV.
    public let worth: Money
    /// What was left there.
    public let volumeThere: MeterVolume
    /// What is loaded at the new address.
    public let volumeHere: MeterVolume

    /// The transfer of what `closing` left.
    ///
    /// - Throws: `PrepaidError` where the terms are out of bounds or a figure does not fit.
    public init(
        of closing: PrepaidClosing, to terms: GasTerms, valueAddedTaxRate: Rate, basis: Basis = .money
    ) throws(PrepaidError) {
        self.basis = basis
        worth = closing.gasRefund
        volumeThere = closing.remainingVolume
        switch basis {
        case .volume: volumeHere = closing.remainingVolume
        case .money:
            volumeHere =
                try PrepaidSale(
                    payment: closing.gasRefund, terms: terms, valueAddedTaxRate: valueAddedTaxRate, monthlyLimit: nil
                ).sold
        }
    }
}
