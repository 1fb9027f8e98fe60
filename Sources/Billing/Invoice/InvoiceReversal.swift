public import Quantities

/// The document that takes back an invoice [iptal, ters kayıt]: it names the original and mirrors it to the kuruş [43].
///
/// An invoice is never edited. What is wrong is reversed whole, and a replacement that names the original (`replaces`) is made
/// from the right figures.
public struct InvoiceReversal: Hashable, Sendable {
    /// Why an invoice is taken back.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The index was wrong [endeks itirazı].
        case index
        /// Meter, multiplier or corrector were wrong.
        case meter
        /// Tariff, K or calorific value were wrong.
        case price
        /// It was for another subscriber.
        case subscriber
        /// Another figure on it was wrong.
        case other
    }

    /// The reversal's own number.
    public let number: InvoiceNumber
    /// The day of the reversal; its tax date too.
    public let date: CivilDate
    /// Why.
    public let reason: Reason
    /// The invoice that is taken back.
    public let original: InvoiceNumber
    /// Its lines with the opposite amounts.
    public let lines: [InvoiceLine]
    /// Its charges with the opposite amounts; a credit that it had used comes back.
    public let charges: [InvoiceCharge]
    /// The base of the KDV, opposite.
    public let valueAddedTaxBase: Money
    /// The KDV, opposite; the rate is the original's.
    public let valueAddedTax: Money
    /// The rate of the original.
    public let valueAddedTaxRate: Rate
    /// The total, opposite.
    public let total: Money
    /// The rounding difference, opposite.
    public let payableRounding: Money
    /// The payable amount, opposite.
    public let payable: Money
    /// What the original left on the ledger, which is taken off it again.
    public let carried: CarriedCredit

    /// The reversal of `invoice`.
    ///
    /// Throws `InvoiceReversalError` for a draft, for a number that is the original's own, for a day before the original's, and
    /// where an amount has no opposite.
    public init(
        of invoice: Invoice, number: InvoiceNumber, date: CivilDate, reason: Reason
    ) throws(InvoiceReversalError) {
        guard let original = invoice.number else { throw .draft }
        guard number != original else { throw .sameNumber(original) }
        guard date >= invoice.invoiceDate else { throw .beforeOriginal(original, invoice.invoiceDate) }
        self.number = number
        self.date = date
        self.reason = reason
        self.original = original
        var lines: [InvoiceLine] = []
        for line in invoice.lines {
            lines.append(
                InvoiceLine(
                    code: line.code,
                    quantity: DecimalFigure(units: -line.quantity.units, fractionDigits: line.quantity.fractionDigits),
                    unitPrice: line.unitPrice, amount: try Self.opposite(line.amount)))
        }
        self.lines = lines
        var charges: [InvoiceCharge] = []
        for charge in invoice.charges {
            charges.append(
                InvoiceCharge(code: charge.code, amount: try Self.opposite(charge.amount), isTaxed: charge.isTaxed))
        }
        self.charges = charges
        let figures = invoice.figures
        valueAddedTaxBase = try Self.opposite(figures.valueAddedTaxBase)
        valueAddedTax = try Self.opposite(figures.valueAddedTax)
        valueAddedTaxRate = figures.valueAddedTaxRate
        total = try Self.opposite(figures.total)
        payableRounding = try Self.opposite(figures.payableRounding)
        payable = try Self.opposite(figures.payable)
        carried = CarriedCredit(
            corrections: try Self.opposite(invoice.carried.corrections),
            credit: try Self.opposite(invoice.carried.credit))
    }

    private static func opposite(_ amount: Money) throws(InvoiceReversalError) -> Money {
        do throws(ArithmeticError) {
            return try Money.zero.subtracting(amount)
        } catch {
            throw .overflow
        }
    }
}

/// Why an invoice is not reversed.
public enum InvoiceReversalError: Error, Hashable, Sendable {
    /// A draft was never issued: discard it.
    case draft
    /// The reversal needs a number of its own.
    case sameNumber(InvoiceNumber)
    /// The reversal is dated before the original, which was issued on that day.
    case beforeOriginal(InvoiceNumber, CivilDate)
    /// The replacement names another invoice than the one that was reversed, or none.
    case notAReplacement(of: InvoiceNumber)
    /// The replacement is for another subscriber.
    case otherSubscriber
    /// An amount has no opposite of its type.
    case overflow
}

/// A wrong invoice put right: the reversal, the replacement, and what the customer pays more or less by both.
public struct InvoiceReplacement: Hashable, Sendable {
    /// What takes the original back.
    public let reversal: InvoiceReversal
    /// What stands instead.
    public let invoice: Invoice
    /// What the replacement charges minus what the original charged: above zero for what the customer has to pay on top.
    ///
    /// A credit that either of them used is no part of it: it is the customer's own money.
    public let difference: Money

    /// The pair; throws `InvoiceReversalError` where the invoice is no replacement of what was reversed.
    public init(of original: Invoice, by invoice: Invoice, reversal: InvoiceReversal) throws(InvoiceReversalError) {
        guard original.number == reversal.original, invoice.replaces == reversal.original else {
            throw .notAReplacement(of: reversal.original)
        }
        guard invoice.subscriber.number == original.subscriber.number || reversal.reason == .subscriber else {
            throw .otherSubscriber
        }
        self.reversal = reversal
        self.invoice = invoice
        do throws(ArithmeticError) {
            difference = try invoice.charged().subtracting(original.charged())
        } catch {
            throw .overflow
        }
    }
}

extension Invoice {
    /// What the customer owes by the invoice: the payable amount before a credit that was applied to it.
    ///
    /// Throws where it does not fit.
    public func charged() throws(ArithmeticError) -> Money {
        var amount = figures.payable
        for charge in charges where charge.code == .credit { amount = try amount.subtracting(charge.amount) }
        return amount
    }
}
