public import Quantities

/// The invoice by which remaining gas is given back [doğalgaz iade faturası]: a document with a number, a line for each lot. [68]
///
/// The TL correction comes first [135]: without one up to the closing day there is no return. Each line recomputes from what it
/// shows, the total from the lines; what is paid out is what is left after the debts of the closing [kasa ödeme emri].
public struct GasReturnInvoice: Hashable, Sendable {
    /// Gas of one sale that is given back.
    public struct Line: Hashable, Sendable {
        /// The number of the sale, to which the document refers.
        public let sale: Int64
        /// The day of the sale.
        public let soldOn: CivilDate
        /// How much of it is left, m3 at the meter.
        public let volume: MeterVolume
        /// What it was sold on.
        public let terms: GasTerms
        /// Before KDV: volume × K × calorific value ÷ 860.42 × price, rounded half away from zero to the kuruş.
        public let amount: Money
    }

    /// The document's number.
    public let number: InvoiceNumber
    /// The day of the document; its tax date too.
    public let date: CivilDate
    /// Whose gas it was.
    public let subscriber: SubscriberNumber
    /// The day on which the meter was closed and read.
    public let closedOn: CivilDate
    /// The closing that it follows from.
    public let closing: PrepaidClosing
    /// The gas, by the order of its purchase.
    public let lines: [Line]
    /// The sum of the lines: the base of the KDV.
    public let net: Money
    /// The KDV.
    public let valueAddedTax: Money
    /// Both.
    public let total: Money

    /// The document of a closing.
    ///
    /// `correctedThrough` is the last day that earlier corrections covered, for a meter that was not used since. Throws
    /// `correctionMissing` where correction and use do not reach the closing day, `nothingLeft`, `beforeClosing` for a document of
    /// an earlier day, and `overflow`.
    public init(
        number: InvoiceNumber, date: CivilDate, subscriber: SubscriberNumber, closedOn: CivilDate,
        closing: PrepaidClosing, correctedThrough: CivilDate? = nil
    ) throws(GasReturnError) {
        guard date >= closedOn else { throw .beforeClosing(closedOn) }
        let corrected = closing.correction.periods.last?.interval.last ?? correctedThrough
        guard corrected == closedOn else { throw .correctionMissing(through: closedOn) }
        guard closing.remainingVolume > .zero else { throw .nothingLeft }
        var lines: [Line] = []
        for lot in closing.correction.remainingLots {
            do throws(ArithmeticError) {
                lines.append(
                    Line(
                        sale: lot.sale, soldOn: lot.purchasedOn, volume: lot.left, terms: lot.terms,
                        amount: try lot.terms.value(of: lot.left)))
            } catch {
                throw .overflow
            }
        }
        self.number = number
        self.date = date
        self.subscriber = subscriber
        self.closedOn = closedOn
        self.closing = closing
        self.lines = lines
        net = closing.gasRefundNet
        valueAddedTax = closing.gasRefundTax
        total = closing.gasRefund
    }

    /// What the cash desk pays out of the total [kasa ödeme emri]: all of it, or what the closing's debts leave.
    public var paidOut: Money {
        // The smallest amount has no opposite; it is far more than the total in any case.
        let balance = max(closing.balance.kurus, -.max)
        return balance < 0 ? min(total, Money(kurus: -balance)) : .zero
    }

    /// What of the total pays debts of the closing.
    public var setOff: Money { Money(kurus: total.kurus - paidOut.kurus) }
}

/// Why remaining gas is not given back.
public enum GasReturnError: Error, Hashable, Sendable {
    /// The use up to the closing day is not corrected yet; correct it first (row 135).
    case correctionMissing(through: CivilDate)
    /// No gas is left.
    case nothingLeft
    /// The document is dated before the closing, which was on that day.
    case beforeClosing(CivilDate)
    /// An amount does not fit its type.
    case overflow
}

extension GasReturnInvoice: Derived {
    /// Each line, the KDV and the total.
    public var derivation: [DerivationStep] {
        let policy = closing.correction.rules.version
        let steps = lines.map { line in
            DerivationStep(
                code: .gasRefund, operands: line.terms.operands(for: line.volume), result: line.amount.figure,
                days: [.init(.purchase, line.soldOn)], policy: policy)
        }
        return steps + [
            DerivationStep(
                code: .valueAddedTax,
                operands: [
                    .init(.valueAddedTaxBase, net.figure),
                    .init(.valueAddedTaxRate, closing.valueAddedTaxRate.figure.withoutTrailingZeros(keeping: 2)),
                ], result: valueAddedTax.figure),
            DerivationStep(
                code: .total,
                operands: [.init(.valueAddedTaxBase, net.figure), .init(.valueAddedTax, valueAddedTax.figure)],
                result: total.figure),
        ]
    }
}
