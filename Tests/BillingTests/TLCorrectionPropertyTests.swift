import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("TL correction, at random")
struct TLCorrectionPropertyTests {
    private static func correction(
        _ generator: inout SeededGenerator, isOldToo: Bool = true, isUnreadToo: Bool = true
    ) throws -> TLCorrection {
        let lots = try generator.lots(isOldToo: isOldToo)
        let periods = try generator.periods(isUnreadToo: isUnreadToo)
        let isIzgaz = generator.oneIn(3)
        let approval = try CivilDate(year: 2018, month: 7, day: 1).advanced(byDays: generator.count(in: 0...300))
        let relief: TLCorrectionRules.UnreadRelief = generator.oneIn(2) ? .netted : .perPortion
        let rules = (isIzgaz ? TLCorrectionRules.izgaz : .cinigaz).with(unreadRelief: relief)
        generator.note("lots", lots)
        generator.note("periods", periods)
        generator.note("rules", (rules.name, relief, approval))
        let correction = try TLCorrection(lots: lots, periods: periods, rules: rules, start: .approval(approval))
        // No lot and no period is left out, whatever becomes of its difference.
        try holdEqual(correction.lots.map(\.sale), lots.map(\.sale))
        try holdEqual(correction.periods.count, periods.count)
        return correction
    }

    // F.4, invariant 2.
    @Test("What is left and what was matched is what was bought, and what was matched is what was used")
    func conservation() {
        forAll("conservation", seed: 2) { generator in
            let correction = try Self.correction(&generator)
            for (place, lot) in correction.lots.enumerated() {
                let matched = correction.matches.filter { $0.lot == place }.reduce(Int64(0)) { $0 + $1.volume.litres }
                try holdEqual(matched + correction.remaining[place].litres, lot.left.litres, "lot \(place)")
            }
            for (place, period) in correction.periods.enumerated() {
                let matches = correction.matches.filter { $0.period == place }
                try holdEqual(matches.reduce(Int64(0)) { $0 + $1.volume.litres }, period.volume.litres)
                let overdrawn = matches.filter { $0.lot == nil }.reduce(Int64(0)) { $0 + $1.volume.litres }
                try holdEqual(overdrawn, correction.corrections[place].overdrawn.litres)
            }
            // First in, first out: no later lot is touched while an earlier one has gas.
            let touched = correction.matches.compactMap(\.lot).max() ?? 0
            for place in 0..<min(touched, correction.lots.count) {
                try holdEqual(correction.remaining[place], .zero, "lot \(place)")
            }
        }
    }

    // F.4, invariant 3.
    @Test("A lot before the cut-off never yields a difference, but always its quantity")
    func cutOff() {
        forAll("cut-off", seed: 3) { generator in
            let correction = try Self.correction(&generator)
            for match in correction.matches {
                try hold(match.applied == .zero || match.applied == match.difference)
                guard let lot = match.lot else { continue }
                let isOld = correction.lots[lot].purchasedOn < correction.rules.cutOff
                try hold(!isOld || (match.applied == .zero && match.notApplied == .lotBeforeCutOff))
                try hold(match.volume > .zero)
            }
        }
    }

    @Test("A relief of point 12 never makes a period dearer, and never costs the customer a credit portion by portion")
    func relief() {
        forAll("relief", seed: 31) { generator in
            let correction = try Self.correction(&generator)
            for (place, period) in correction.periods.enumerated() {
                let isRelieved = period.unread.map { $0.cause == .company && $0.consecutiveMonths >= 2 } ?? false
                let total = correction.corrections[place]
                if isRelieved { try hold(total.applied <= .zero) }
                for match in correction.matches where match.period == place && match.notApplied == .unreadByCompany {
                    try hold(isRelieved)
                    if correction.rules.unreadRelief == .perPortion { try hold(match.difference > .zero) }
                }
                let sum = correction.matches.filter { $0.period == place }.reduce(Int64(0)) { $0 + $1.applied.kurus }
                try holdEqual(sum, total.applied.kurus)
                try holdEqual(total.applied.kurus + total.valueAddedTax.kurus, total.gross.kurus)
            }
        }
    }

    // F.4, invariant 12. Row 118: one way of pricing for both kinds of meter.
    @Test("After the correction a prepaid customer has paid what a mechanical one pays for the same use")
    func sameAsMechanical() {
        forAll("same as mechanical", seed: 12) { generator in
            var lots = try generator.lots(isOldToo: false)
            // Enough gas, so that none of the use is an Eksi Gaz case.
            lots.append(
                PrepaidLot(
                    sale: 99, purchasedOn: try CivilDate(year: 2020, month: 1, day: 1),
                    bought: MeterVolume(litres: 2_000_000), terms: generator.terms()))
            let periods = try generator.periods(isUnreadToo: false)
            generator.note("lots", lots)
            generator.note("periods", periods)
            let correction = try TLCorrection(lots: lots, periods: periods, rules: .cinigaz)
            for (place, period) in periods.enumerated() {
                let matches = correction.matches.filter { $0.period == place }
                let paid = matches.reduce(Int64(0)) { $0 + $1.paid.kurus } + correction.corrections[place].applied.kurus
                let mechanical = try InvoiceFigures(
                    measuredVolume: period.volume, correctionFactor: period.terms.correctionFactor,
                    calorificValue: period.terms.calorificValue, averagePrice: period.terms.price,
                    valueAddedTaxRate: period.valueAddedTaxRate, rounding: .exact
                ).consumptionCharge.kurus
                // Half a kuruş a portion, and half a kuruş of the invoice.
                try hold(2 * abs(paid - mechanical) <= matches.count + 1, "\(paid) against \(mechanical)")
            }
        }
    }

    @Test("Correcting period by period with what is left comes to the same as all at once")
    func stepwise() {
        forAll("period by period", seed: 5) { generator in
            let all = try Self.correction(&generator)
            guard all.rules.beginning == .cutOff else { return }
            var lots = all.lots
            for (place, period) in all.periods.enumerated() {
                let one = try TLCorrection(lots: lots, periods: [period], rules: all.rules)
                try holdEqual(one.corrections[0], all.corrections[place], "period \(place)")
                lots = one.remainingLots
            }
            try holdEqual(lots.map(\.left), all.remainingLots.map(\.left))
        }
    }

    @Test("Whatever integers go in, a correction or a typed error comes out")
    func neverTraps() {
        var (computed, refused) = (0, 0)
        forAll("no trap", seed: 6) { generator in
            // Now and then below zero: most must pass the bounds, or the arithmetic behind them is never reached.
            func extreme() -> Int64 { generator.oneIn(60) ? generator.extremeInt64() : generator.extremeInt64() & .max }
            func terms() -> GasTerms {
                GasTerms(
                    price: UnitPrice(hundredMillionths: extreme()),
                    calorificValue: GrossCalorificValue(tenThousandths: extreme()),
                    correctionFactor: CorrectionFactor(hundredThousandths: extreme()))
            }
            let day = try CivilDate(year: 2026, month: 1, day: 1)
            let lots = (0..<3).map { sale in
                PrepaidLot(
                    sale: sale, purchasedOn: day, bought: MeterVolume(litres: extreme()), terms: terms())
            }
            let period = UsePeriod(
                interval: try BillingInterval(first: day, last: day.advanced(byDays: 30)),
                volume: MeterVolume(litres: extreme()), terms: terms(),
                valueAddedTaxRate: Rate(partsPerMillion: extreme()))
            generator.note("case", (lots, period))
            do throws(PrepaidError) {
                let correction = try TLCorrection(lots: lots, periods: [period], rules: .cinigaz)
                _ = correction.derivation
                computed += 1
            } catch {
                refused += 1
            }
            _ = try? PrepaidSale(
                payment: Money(kurus: extreme()), terms: terms(),
                valueAddedTaxRate: Rate(partsPerMillion: extreme()),
                monthlyLimit: MeterVolume(litres: extreme()),
                soldBefore: MeterVolume(litres: extreme()))
        }
        #expect(computed > 10 && refused > 100, "\(computed) computed, \(refused) refused")
    }

    @Test("Every step can be computed anew from what it shows")
    func recomputes() {
        forAll("steps from their operands", seed: 9, cases: 10_000) { generator in
            let correction = try Self.correction(&generator)
            let split = try PurchaseSplit(
                payment: Money(kurus: generator.integer(in: 0...100_000)),
                correctionDebt: Money(kurus: generator.integer(in: 0...100_000)),
                eksiGasDebt: Money(kurus: generator.integer(in: 0...100_000)), rules: .cinigaz)
            for step in correction.derivation + split.derivation {
                let units = step.operands.map(\.figure.units)
                let expected: Int128
                switch step.code {
                case .lotValue, .useValue:
                    // m3 × K × d ÷ 860.42 × price, all decimals kept, rounded at the kuruş.
                    let digits = step.operands.reduce(0) { $0 + $1.figure.fractionDigits } - 4
                    expected = try ExactQuotient(
                        units[0] * units[1] * units[2], times: units[4],
                        over: units[3] * (0..<digits - 2).reduce(Int128(1)) { power, _ in power * 10 }
                    ).rounded()
                case .correctionDifference: expected = units[0] - units[1]
                case .correction: expected = units.reduce(0, +)
                case .total: expected = units[0] + units[1]
                case .debtCap: expected = units[0] / 2
                case .toCorrectionDebt: expected = min(units[0], units[1])
                case .toEksiGasDebt: expected = min(units[0], units[1] - units[2])
                case .toGas: expected = units[0] - units[1] - units[2] + units[3]
                default: continue
                }
                try holdEqual(step.result, DecimalFigure(units: expected, fractionDigits: 2), "\(step.code)")
            }
        }
    }

    @Test("Both ways of valuing a volume come to the same, to the kuruş")
    func valueTwice() {
        forAll("value", seed: 8) { generator in
            let (terms, litres) = (generator.terms(), generator.integer(in: 0...5_000_000))
            generator.note("terms", (terms, litres))
            let quotient = ExactQuotient(
                Int128(litres) * Int128(terms.price.hundredMillionths),
                times: Int128(terms.calorificValue.tenThousandths) * Int128(terms.correctionFactor.hundredThousandths),
                over: 86_042 * 10_000_000_000_000_000)
            let value = try terms.value(of: MeterVolume(litres: litres))
            try holdEqual(value.kurus, try quotient.roundedToInt64())
            // A credit is the mirror of a charge.
            try holdEqual(try terms.value(of: MeterVolume(litres: -litres)).kurus, -value.kurus)
        }
    }
}
