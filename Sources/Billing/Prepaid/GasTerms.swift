public import GasPhysics
public import Quantities

/// What turns m3 at the meter into money before KDV: price, calorific value d and correction factor K.
///
/// A lot has those of its sale, a use period those of its days. Value = m3 × K × d ÷ 860.42 × price, one exact quotient,
/// rounded once, half away from zero, to the kuruş.
public struct GasTerms: Hashable, Sendable {
    /// The retail price before KDV, TL/kWh.
    public let price: UnitPrice
    /// The gross calorific value d, kcal/m3.
    public let calorificValue: GrossCalorificValue
    /// The correction factor K.
    public let correctionFactor: CorrectionFactor

    /// Those terms.
    public init(price: UnitPrice, calorificValue: GrossCalorificValue, correctionFactor: CorrectionFactor) {
        self.price = price
        self.calorificValue = calorificValue
        self.correctionFactor = correctionFactor
    }

    /// The value of `volume` before KDV, rounded half away from zero to the kuruş.
    ///
    /// Throws `overflow` where it does not fit.
    public func value(of volume: MeterVolume) throws(ArithmeticError) -> Money {
        try GasValue(self).amount(of: volume.litres)
    }

    /// The value of `volume` with KDV at `rate`, rounded once, from the exact product, half away from zero to the kuruş.
    ///
    /// Throws `overflow` where it does not fit.
    public func grossValue(of volume: MeterVolume, valueAddedTaxRate rate: Rate) throws(ArithmeticError) -> Money {
        Money(kurus: try grossKurus(litres: Int128(volume.litres), valueAddedTaxRate: rate).roundedToInt64())
    }

    /// So many litres with KDV, in kuruş, exact.
    func grossKurus(litres: Int128, valueAddedTaxRate rate: Rate) throws(ArithmeticError) -> ExactQuotient {
        let energyUnits = Int128(correctionFactor.hundredThousandths) * Int128(calorificValue.tenThousandths)
        let volumePrice = try litres.checkedMultiplying(by: Int128(price.hundredMillionths))
        let withTax = try Int128(Rate.whole.partsPerMillion).checkedAdding(Int128(rate.partsPerMillion))
        return ExactQuotient(
            energyUnits, times: try volumePrice.checkedMultiplying(by: withTax),
            over: GasValue.divisor * Int128(Rate.whole.partsPerMillion))
    }

    /// Throws `PrepaidError.outOfBounds` for a price below zero and a d or K that is not above it.
    func check() throws(PrepaidError) {
        if price < .zero { throw .outOfBounds(.price) }
        if calorificValue <= .zero { throw .outOfBounds(.calorificValue) }
        if correctionFactor <= .zero { throw .outOfBounds(.correctionFactor) }
    }
}

/// The money in a litre on some terms, ready for many volumes: the product K × d × price is made once.
struct GasValue {
    /// 10⁻³ m3 × 10⁻⁵ × 10⁻⁴ kcal/m3 ÷ 10⁻² kcal/kWh × 10⁻⁸ TL/kWh are 10⁻¹⁸ TL, so 10⁻¹⁶ kuruş.
    static let divisor = Int128(hundredthsOfKilocaloriesPerKilowattHour) * 10_000_000_000_000_000

    let terms: GasTerms
    /// K × d × price in 10⁻¹⁶ × 86042 kuruş a litre; `nil` where it needs more than 127 bits.
    private let perLitre: Int128?

    init(_ terms: GasTerms) {
        self.terms = terms
        // A product of two Int64 always fits an Int128; of three it may not.
        let energy = Int128(terms.correctionFactor.hundredThousandths) * Int128(terms.calorificValue.tenThousandths)
        let (product, overflow) = energy.multipliedReportingOverflow(by: Int128(terms.price.hundredMillionths))
        perLitre = overflow ? nil : product
    }

    /// The value of so many litres, rounded half away from zero to the kuruş.
    ///
    /// A lot of a household takes the first way, one division of 128 bits; the second is exact for any figures.
    @inline(__always)
    func amount(of litres: Int64) throws(ArithmeticError) -> Money {
        if let perLitre, perLitre >= 0, litres >= 0 {
            let (product, overflow) = perLitre.multipliedReportingOverflow(by: Int128(litres))
            let (raised, tooLarge) = product.addingReportingOverflow(Self.divisor / 2)
            // The divisor is even, so adding its half and cutting off rounds halves up.
            if !overflow && !tooLarge, let kurus = Int64(exactly: raised / Self.divisor) { return Money(kurus: kurus) }
        }
        return try wideAmount(of: litres)
    }

    private func wideAmount(of litres: Int64) throws(ArithmeticError) -> Money {
        let energy = Int128(terms.correctionFactor.hundredThousandths) * Int128(terms.calorificValue.tenThousandths)
        let price = Int128(litres) * Int128(terms.price.hundredMillionths)
        return Money(kurus: try ExactQuotient(energy, times: price, over: Self.divisor).roundedToInt64())
    }
}
