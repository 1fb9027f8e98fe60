public import Quantities

/// What a retail price consists of; KDV comes on top.
public struct PriceParts<Price: FixedPointQuantity>: Hashable, Sendable {
    /// The purchase cost of the gas [gaz alım bedeli].
    public let purchase: Price
    /// The special consumption tax [ÖTV], inside the price and so inside the KDV base.
    public let specialConsumptionTax: Price
    /// The fee for the use of the network [sistem kullanım bedeli].
    public let systemUse: Price

    /// A price of those parts.
    public init(purchase: Price, specialConsumptionTax: Price, systemUse: Price) {
        self.purchase = purchase
        self.specialConsumptionTax = specialConsumptionTax
        self.systemUse = systemUse
    }

    /// The price before KDV: the exact sum of the parts; throws `overflow` where it does not fit.
    public func total() throws(ArithmeticError) -> Price {
        try purchase.adding(specialConsumptionTax).adding(systemUse)
    }
}
