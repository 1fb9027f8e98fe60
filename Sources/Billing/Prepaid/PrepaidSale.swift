import GasPhysics
public import Quantities

/// A sale of gas on a prepaid card [ön ödemeli gaz satışı]: money in, m3 out, within the month's limit, change given back.
///
/// Net = TL ÷ (1 + KDV); kWh = net ÷ price; m3 = kWh × 860.42 ÷ (d × K), d and K of the previous month: one exact quotient,
/// rounded **down** to three decimals, because a card never carries gas that was not paid for. Where the limit cuts the
/// volume, the amount taken is the gross value of what was sold, rounded once, half away from zero, and the rest is change;
/// where it does not, the payment is taken whole. Source: Yönetmelik m.40; B.5. Rows 70, 104.
public struct PrepaidSale: Hashable, Sendable {
    /// The payment, with KDV.
    public let payment: Money
    /// Price of the day, K and d of the previous month.
    public let terms: GasTerms
    /// The KDV rate of the day.
    public let valueAddedTaxRate: Rate
    /// The most that may be sold in the month; `nil` where the contract has no limit.
    public let monthlyLimit: MeterVolume?
    /// What was sold in the month before this sale.
    public let soldBefore: MeterVolume

    /// What the payment would buy.
    public let wanted: MeterVolume
    /// What goes onto the card.
    public let sold: MeterVolume
    /// What is taken of the payment, with KDV.
    public let taken: Money
    /// What is given back.
    public let change: Money
    /// The part of `taken` before KDV: taken ÷ (1 + KDV), rounded half away from zero to the kuruş.
    public let netTaken: Money
    /// The KDV in `taken`.
    public let valueAddedTax: Money

    /// The sale for `payment`.
    ///
    /// - Throws: `PrepaidError.outOfBounds` for a negative payment, volume or rate, a price, d or K that is not above zero;
    ///   `.overflow` where a figure does not fit.
    public init(
        payment: Money, terms: GasTerms, valueAddedTaxRate: Rate, monthlyLimit: MeterVolume?,
        soldBefore: MeterVolume = .zero
    ) throws(PrepaidError) {
        try terms.check()
        if payment < .zero { throw .outOfBounds(.payment) }
        if terms.price == .zero { throw .outOfBounds(.price) }
        if valueAddedTaxRate < .zero { throw .outOfBounds(.valueAddedTaxRate) }
        if let monthlyLimit, monthlyLimit < .zero { throw .outOfBounds(.monthlyLimit) }
        if soldBefore < .zero { throw .outOfBounds(.soldBefore) }
        let wanted = try Self.volume(for: payment, terms: terms, rate: valueAddedTaxRate)
        var sold = wanted
        if let monthlyLimit {
            // Both are at least zero, so the difference fits.
            sold = min(wanted, MeterVolume(litres: max(0, monthlyLimit.litres - soldBefore.litres)))
        }
        self.payment = payment
        self.terms = terms
        self.valueAddedTaxRate = valueAddedTaxRate
        self.monthlyLimit = monthlyLimit
        self.soldBefore = soldBefore
        self.wanted = wanted
        self.sold = sold
        do throws(ArithmeticError) {
            taken =
                sold == wanted ? payment : try terms.grossValue(of: sold, valueAddedTaxRate: valueAddedTaxRate)
            change = try payment.subtracting(taken)
            netTaken = try taken.withoutValueAddedTax(at: valueAddedTaxRate)
            valueAddedTax = try taken.subtracting(netTaken)
        } catch {
            throw .overflow(.saleAmount)
        }
    }

    /// payment ÷ (1 + rate) ÷ price × 860.42 ÷ (d × K), down to the litre.
    private static func volume(for payment: Money, terms: GasTerms, rate: Rate) throws(PrepaidError) -> MeterVolume {
        let energy = Int128(terms.correctionFactor.hundredThousandths) * Int128(terms.calorificValue.tenThousandths)
        do throws(ArithmeticError) {
            let withTax = try Int128(Rate.whole.partsPerMillion).checkedAdding(Int128(rate.partsPerMillion))
            let priceWithTax = try Int128(terms.price.hundredMillionths).checkedMultiplying(by: withTax)
            let divisor = try energy.checkedMultiplying(by: priceWithTax)
            let scaled = try GasValue.divisor.checkedMultiplying(by: Int128(Rate.whole.partsPerMillion))
            return MeterVolume(
                litres: try ExactQuotient(Int128(payment.kurus), times: scaled, over: divisor).truncatedToInt64())
        } catch {
            throw .overflow(.cardVolume)
        }
    }
}

extension Money {
    /// The amount before KDV of an amount with KDV at `rate` [iç yüzde]: ÷ (1 + rate), rounded half away from zero to the
    /// kuruş.
    ///
    /// Throws `overflow` where it does not fit.
    public func withoutValueAddedTax(at rate: Rate) throws(ArithmeticError) -> Money {
        let whole = Int128(Rate.whole.partsPerMillion)
        let quotient = ExactQuotient(
            Int128(kurus), times: whole, over: try whole.checkedAdding(Int128(rate.partsPerMillion)))
        return Money(kurus: try quotient.roundedToInt64())
    }
}
