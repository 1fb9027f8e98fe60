public import Quantities

/// A line of charge on an invoice, before KDV.
public struct InvoiceLine: Hashable, Sendable {
    /// What a line charges for.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The gas used [tüketim bedeli].
        case consumption
    }

    /// What is charged for.
    public let code: Code
    /// How much of it, in kWh, with the decimals that are printed.
    public let quantity: DecimalFigure
    /// What a kWh of it costs.
    public let unitPrice: UnitPrice
    /// The charge before KDV.
    public let amount: Money

    package init(code: Code, quantity: DecimalFigure, unitPrice: UnitPrice, amount: Money) {
        self.code = code
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.amount = amount
    }
}
