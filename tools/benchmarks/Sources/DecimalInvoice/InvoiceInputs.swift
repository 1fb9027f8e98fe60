package import Billing
package import Foundation
package import GasPhysics
package import Quantities

/// What an invoice's figures are computed from, as our quantities.
package struct InvoiceInput {
    package let measuredVolume: MeterVolume
    package let correctionFactor: CorrectionFactor
    package let calorificValue: GrossCalorificValue
    package let price: UnitPrice
    package let rate: Rate

    /// The figures of profile `standard`.
    @inline(__always)
    package func figures() throws(BillingError) -> InvoiceFigures {
        try InvoiceFigures(
            measuredVolume: measuredVolume, correctionFactor: correctionFactor, calorificValue: calorificValue,
            averagePrice: price, valueAddedTaxRate: rate, rounding: .standard)
    }
}

/// The same as decimals, read from the same digits.
package struct DecimalInvoiceInput {
    package let measuredVolume: Decimal
    package let correctionFactor: Decimal
    package let calorificValue: Decimal
    package let price: Decimal
    package let rate: Decimal

    /// The decimals that `input` prints; `nil` where Foundation cannot read one.
    package init?(_ input: InvoiceInput) {
        guard let measuredVolume = Decimal(string: input.measuredVolume.description),
            let correctionFactor = Decimal(string: input.correctionFactor.description),
            let calorificValue = Decimal(string: input.calorificValue.description),
            let price = Decimal(string: input.price.description), let rate = Decimal(string: input.rate.description)
        else { return nil }
        self.measuredVolume = measuredVolume
        self.correctionFactor = correctionFactor
        self.calorificValue = calorificValue
        self.price = price
        self.rate = rate
    }
}

extension InvoiceInput {
    /// Household invoices at random, the same for the same seed.
    package static func sample(count: Int, seed: UInt64) -> [InvoiceInput] {
        var state = seed
        func next(_ range: ClosedRange<Int64>) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int64((state >> 33) % UInt64(range.count))
        }
        return (0..<count).map { _ in
            InvoiceInput(
                measuredVolume: MeterVolume(litres: next(1...900) * 1_000),
                correctionFactor: CorrectionFactor(hundredThousandths: next(86_000...124_000)),
                calorificValue: GrossCalorificValue(tenThousandths: next(890_000...950_000) * 100),
                price: UnitPrice(hundredMillionths: next(40_000_000...160_000_000)),
                rate: Rate(partsPerMillion: 200_000))
        }
    }
}

extension DecimalInvoiceFigures {
    /// Whether every figure is the same number as that of `figures`.
    package func isSame(as figures: InvoiceFigures) -> Bool {
        func same(_ decimal: Decimal, _ figure: some FixedPointQuantity) -> Bool {
            decimal == Decimal(string: figure.description)
        }
        return same(correctedVolume, figures.correctedVolume) && same(energyFactor, figures.energyFactor)
            && same(energy, figures.energy) && same(consumptionCharge, figures.consumptionCharge)
            && same(valueAddedTax, figures.valueAddedTax) && same(total, figures.total)
            && same(payableRounding, figures.payableRounding) && same(payable, figures.payable)
    }
}
