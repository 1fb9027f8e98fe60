import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Invoice figures, at random")
struct InvoiceFiguresPropertyTests {
    @Test("Whatever integers go in, figures or a typed error come out", arguments: RoundingProfile.shipped)
    func neverTraps(profile: RoundingProfile) {
        var (computed, refused) = (0, 0)
        forAll("figures or overflow", seed: 5) { generator in
            let (volume, factor) = (generator.extremeInt64(), generator.extremeInt64())
            let (value, price, rate) = (generator.extremeInt64(), generator.extremeInt64(), generator.extremeInt64())
            generator.note("units", [volume, factor, value, price, rate])
            do throws(BillingError) {
                let figures = try InvoiceFigures(
                    measuredVolume: MeterVolume(litres: volume),
                    correctionFactor: CorrectionFactor(hundredThousandths: factor),
                    calorificValue: GrossCalorificValue(tenThousandths: value),
                    averagePrice: UnitPrice(hundredMillionths: price),
                    valueAddedTaxRate: Rate(partsPerMillion: rate), rounding: profile)
                // Shown figures of what was computed are there too.
                _ = (figures.energyFigure, figures.correctedVolumeFigure, figures.energyFactorFigure)
                computed += 1
            } catch {
                guard case .overflow = error else { throw error }
                refused += 1
            }
        }
        #expect(computed > 100 && refused > 100, "seed 5: \(computed) computed, \(refused) refused")
    }

    @Test(
        "A customer with a pocket calculator comes to the same bill from the printed figures",
        arguments: [
            RoundingProfile.standard, .bursagaz,
        ])
    func recomputes(profile: RoundingProfile) {
        forAll("recomputed from what is printed", seed: 11) { generator in
            let figures = try Self.ordinaryFigures(profile, &generator)
            let price = figures.averagePrice.figure
            let charge = try Self.product(figures.energyFigure, price, decimals: 2)
            try holdEqual(figures.consumptionCharge.figure, charge)
            let tax = try Self.product(figures.consumptionCharge.figure, figures.valueAddedTaxRate.figure, decimals: 2)
            try holdEqual(figures.valueAddedTax.figure, tax)
            try holdEqual(figures.consumptionCharge.adding(figures.valueAddedTax), figures.total)
            try holdEqual(figures.total.adding(figures.payableRounding), figures.payable)
            try holdEqual(figures.payable.kurus % profile.payableStep.kurus, 0)
            let volume = try Self.product(
                figures.measuredVolume.figure, figures.correctionFactor.figure,
                decimals: figures.correctedVolumeFigure.fractionDigits)
            try holdEqual(figures.correctedVolumeFigure, volume)
            guard profile == .bursagaz else { return }
            let energy = try Self.product(figures.correctedVolumeFigure, figures.energyFactorFigure, decimals: 0)
            try holdEqual(figures.energyFigure, energy)
        }
    }

    @Test("A period cut in two costs the same within the rounding of the parts")
    func splits() {
        forAll("split and joined", seed: 23) { generator in
            let whole = try Self.ordinaryFigures(.exact, &generator)
            let cut = generator.integer(in: 0...whole.measuredVolume.litres)
            generator.note("cut at litres", cut)
            let parts = try [cut, whole.measuredVolume.litres - cut].map { litres in
                try InvoiceFigures(
                    measuredVolume: MeterVolume(litres: litres), correctionFactor: whole.correctionFactor,
                    calorificValue: whole.calorificValue, averagePrice: whole.averagePrice,
                    valueAddedTaxRate: whole.valueAddedTaxRate, rounding: .exact)
            }
            let sum = parts.reduce(Int64(0)) { $0 + $1.consumptionCharge.kurus }
            // Three roundings of half a kuruş at most: the parts' and the whole's.
            try hold(abs(sum - whole.consumptionCharge.kurus) <= 1, "a difference of a kuruş at most")
        }
    }

    @Test("A credit is the charge with the opposite sign", arguments: RoundingProfile.shipped)
    func mirrors(profile: RoundingProfile) {
        forAll("credit and charge", seed: 41) { generator in
            let charge = try Self.ordinaryFigures(profile, &generator)
            let credit = try InvoiceFigures(
                measuredVolume: MeterVolume(litres: -charge.measuredVolume.litres),
                correctionFactor: charge.correctionFactor, calorificValue: charge.calorificValue,
                averagePrice: charge.averagePrice, valueAddedTaxRate: charge.valueAddedTaxRate, rounding: profile)
            try holdEqual(credit.payable.kurus, -charge.payable.kurus)
            try holdEqual(credit.energy.wattHours, -charge.energy.wattHours)
        }
    }

    private static func ordinaryFigures(
        _ profile: RoundingProfile, _ generator: inout SeededGenerator
    ) throws -> InvoiceFigures {
        let cubicMetres = generator.integer(in: 0...5_000)
        let factor = CorrectionFactor(hundredThousandths: generator.integer(in: 85_000...130_000))
        let value = GrossCalorificValue(tenThousandths: generator.integer(in: 850_000...990_000) * 100)
        let price = UnitPrice(hundredMillionths: generator.integer(in: 0...300_000_000))
        let rate = Rate(partsPerMillion: generator.integer(in: 0...25) * 10_000)
        generator.note("m3, K, kcal/m3, TL/kWh, KDV", "\(cubicMetres), \(factor), \(value), \(price), \(rate)")
        return try InvoiceFigures(
            measuredVolume: MeterVolume(litres: cubicMetres * 1_000), correctionFactor: factor, calorificValue: value,
            averagePrice: price, valueAddedTaxRate: rate, rounding: profile)
    }

    /// The product as a pocket calculator and a pencil have it: all decimals, then rounded by hand.
    private static func product(
        _ left: DecimalFigure, _ right: DecimalFigure, decimals: Int
    ) throws -> DecimalFigure {
        var units = left.units * right.units
        var digits = left.fractionDigits + right.fractionDigits
        guard digits > decimals else { return DecimalFigure(units: units, fractionDigits: digits) }
        // The digit after the last one kept decides alone: 5 and more go up, whatever follows.
        while digits > decimals + 1 { (units, digits) = (units / 10, digits - 1) }
        let (whole, last) = units.quotientAndRemainder(dividingBy: 10)
        return DecimalFigure(units: last >= 5 ? whole + 1 : whole, fractionDigits: decimals)
    }
}
