import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Estimates and purchases, at random")
struct EstimatePropertyTests {
    @Test("Whatever integers go in, an estimate or a typed error comes out")
    func estimatesNeverTrap() {
        var (computed, refused) = (0, 0)
        forAll("no trap", seed: 21) { generator in
            func use() -> QuarterlyUse {
                // The product of two draws reaches the ends of 128 bits.
                let units = Int128(generator.extremeInt64()) * Int128(generator.extremeInt64())
                let isWild = generator.oneIn(8)
                return QuarterlyUse(
                    cubicMetres: DecimalFigure(
                        units: isWild ? units : units.magnitude > 0 ? Int128(units.magnitude % 1_000_000_000) : 0,
                        fractionDigits: generator.count(in: 0...18)),
                    days: isWild ? Int(generator.extremeInt64()) : generator.count(in: 1...366))
            }
            let own = (0..<generator.count(in: 0...2)).map { _ in use() }
            let peers = (0..<generator.count(in: 0...5)).map { _ in [use(), use()] }
            let days = generator.oneIn(8) ? Int(generator.extremeInt64()) : generator.count(in: 1...400)
            generator.note("own, peers, days", (own, peers, days))
            do throws(EstimateError) {
                _ = try ComparativeEstimate(own: own, peers: peers, days: days).derivation
                computed += 1
            } catch {
                refused += 1
            }
            _ = try? AverageAccount(basis: .report, evidence: "1", reference: use(), days: days).derivation
            _ =
                try? FaultBackBilling(
                    basis: .peers, total: MeterVolume(litres: generator.extremeInt64()),
                    bought: MeterVolume(litres: generator.extremeInt64()), totalDays: days,
                    faultDays: Int(generator.extremeInt64())
                ).derivation
            _ = try? GasDifference(
                bought: MeterVolume(litres: generator.extremeInt64()),
                used: MeterVolume(litres: generator.extremeInt64()),
                usedByCard: MeterVolume(litres: generator.extremeInt64()),
                unused: MeterVolume(litres: generator.extremeInt64()))
        }
        #expect(computed > 1_000 && refused > 1_000, "\(computed) computed, \(refused) refused")
    }

    @Test("Whatever integers go in, a purchase or a typed error comes out")
    func purchasesNeverTrap() {
        var (computed, refused) = (0, 0)
        forAll("no trap", seed: 22) { generator in
            func money() -> Money {
                Money(kurus: generator.oneIn(20) ? generator.extremeInt64() : generator.extremeInt64() & .max)
            }
            let terms =
                generator.oneIn(2)
                ? generator.terms()
                : GasTerms(
                    price: UnitPrice(hundredMillionths: generator.extremeInt64() & .max),
                    calorificValue: GrossCalorificValue(tenThousandths: generator.extremeInt64() & .max),
                    correctionFactor: CorrectionFactor(hundredThousandths: generator.extremeInt64() & .max))
            let rate = Rate(partsPerMillion: generator.oneIn(3) ? generator.extremeInt64() : 200_000)
            let limit = generator.oneIn(2) ? MeterVolume(litres: generator.extremeInt64()) : nil
            let amounts = (0..<4).map { _ in money() }
            generator.note("amounts, terms, rate, limit", (amounts, terms, rate, limit as Any))
            do throws(PrepaidError) {
                let purchase = try PrepaidPurchase(
                    split: PurchaseSplit(
                        payment: amounts[0], correctionCredit: amounts[1], correctionDebt: amounts[2],
                        eksiGasDebt: amounts[3], rules: .izgaz),
                    terms: terms, valueAddedTaxRate: rate, monthlyLimit: limit)
                _ = purchase.derivation
                computed += 1
            } catch {
                refused += 1
            }
            _ = try? CorrectionVolume(
                of: Money(kurus: generator.extremeInt64()), terms: terms, valueAddedTaxRate: rate)
        }
        #expect(computed > 1_000 && refused > 1_000, "\(computed) computed, \(refused) refused")
    }

    // B.9.2: an estimate changes when money is paid, never how much.
    @Test("Estimates and settlement together come to the invoice of the true use")
    func settled() {
        forAll("settlement", seed: 23) { generator in
            let terms = generator.terms()
            let figures = try InvoiceFigures(
                measuredVolume: MeterVolume(litres: generator.integer(in: 0...2_000) * 1_000),
                correctionFactor: terms.correctionFactor, calorificValue: terms.calorificValue,
                averagePrice: terms.price, valueAddedTaxRate: Sample.twentyPercent, rounding: .standard)
            let estimated = (0..<generator.count(in: 0...4)).map { _ in
                EstimateSettlement.Estimated(
                    volume: MeterVolume(litres: generator.integer(in: 0...300_000)),
                    billed: Money(kurus: generator.integer(in: 0...500_000)))
            }
            generator.note("figures, estimates", (figures.total, estimated))
            let settlement = try EstimateSettlement(figures: figures, estimated: estimated)
            let billed = estimated.reduce(Int64(0)) { $0 + $1.billed.kurus }
            try holdEqual(billed + settlement.settlement.kurus, figures.total.kurus)
            try holdEqual(
                settlement.netVolume.litres + settlement.estimatedVolume.litres, figures.measuredVolume.litres)
        }
    }
}
