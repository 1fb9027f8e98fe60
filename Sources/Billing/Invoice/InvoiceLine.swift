public import Quantities

/// A line of gas on an invoice, before KDV: an energy at a price.
public struct InvoiceLine: Hashable, Sendable {
    /// What a line charges for.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The gas used [tüketim bedeli].
        case consumption
        /// The use of the network alone, for an eligible consumer [sistem kullanım bedeli].
        case systemUse
        /// Gas above the limit of the lower tier [üst kademe].
        case upperTier
        /// Gas that the state gives free [bedelsiz tüketim].
        case freeVolume

        /// Whether the line stands at the ordinary price, from which rules take energy away.
        var isOrdinary: Bool { self == .consumption || self == .systemUse }
    }

    /// What is charged for.
    public let code: Code
    /// How much of it, in kWh, with the decimals that are printed.
    public let quantity: DecimalFigure
    /// What a kWh of it costs.
    public let unitPrice: UnitPrice
    /// The charge before KDV: quantity × price, rounded half away from zero to the kuruş.
    public let amount: Money

    package init(code: Code, quantity: DecimalFigure, unitPrice: UnitPrice, amount: Money) {
        self.code = code
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.amount = amount
    }
}

/// An amount on an invoice that is not an energy at a price.
public struct InvoiceCharge: Hashable, Sendable {
    /// What an amount is for.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// What a rule of the tariff takes off [indirim]; below zero.
        case discount
        /// The correction of gas that was bought at another price [TL düzeltmesi: ilave, tenzil], with its sign [114].
        case correction
        /// The difference of the month's calorific value for CNG stations billed before it was known [61], with its sign.
        case calorificDifference
        /// The late fee [gecikme zammı].
        case lateFee
        /// An instalment of a plan that is due with this invoice [taksit].
        case instalment
        /// A credit of the customer that pays a part of it [alacak mahsubu]; below zero.
        case credit
    }

    /// What it is for.
    public let code: Code
    /// The amount, below zero for what the customer gets back.
    public let amount: Money
    /// Whether it is in the base of the KDV; otherwise it stands below the total.
    public let isTaxed: Bool

    package init(code: Code, amount: Money, isTaxed: Bool) {
        self.code = code
        self.amount = amount
        self.isTaxed = isTaxed
    }
}

/// What a customer keeps on the ledger because an invoice cannot be below zero.
public struct CarriedCredit: Hashable, Sendable {
    /// Corrections before KDV, zero or above: the next invoice takes them as a correction, and KDV goes with them.
    public let corrections: Money
    /// Credit that was not needed to pay the invoice, zero or above.
    public let credit: Money

    /// A carried credit of those amounts.
    public init(corrections: Money, credit: Money) {
        self.corrections = corrections
        self.credit = credit
    }

    /// Nothing.
    public static let none = CarriedCredit(corrections: .zero, credit: .zero)
}
