import GasPhysics
import Quantities

/// The gas of an invoice whose lines are more than one at the averages, by its lines.
struct GasLines {
    let gas: UseEnergy
    let lines: [InvoiceLine]
    /// The sum of the lines.
    let charge: Money
    /// What the tariff's rules take off, zero or above.
    let discount: Money
    /// How the rules came to their figures, where that was asked for.
    let steps: [DerivationStep]

    /// The lines of a use: a line for each stretch of days where the tariff says so, then its rules one after the other.
    init(
        _ basis: InvoiceBasis, use: MeasuredUse, calorificValue: GrossCalorificValue, averagePrice: UnitPrice,
        isExplained: Bool = false
    ) throws(BillingError) {
        let rounding = basis.tariff.rounding
        let code: InvoiceLine.Code = basis.supply == .systemUseOnly ? .systemUse : .consumption
        let segments = basis.tariff.priceChange == .lines ? try basis.segments() : []
        var parts: [(energy: UseEnergy, price: UnitPrice)] = []
        if segments.count > 1 {
            var energies: [UseEnergy] = []
            for segment in segments { energies.append(try segment.priced(rounding: rounding)) }
            gas = try UseEnergy(
                sumOf: energies, use: try Self.sum(energies, of: use), calorificValue: calorificValue,
                rounding: rounding)
            for (energy, segment) in zip(energies, segments) { parts.append((energy, segment.price)) }
        } else {
            gas = try UseEnergy(use, calorificValue: calorificValue, rounding: rounding)
            parts = [(gas, averagePrice)]
        }
        guard !basis.tariff.rules.isEmpty else {
            var lines: [InvoiceLine] = []
            for part in parts {
                lines.append(
                    InvoiceLine(
                        code: code, quantity: part.energy.energyFigure, unitPrice: part.price,
                        amount: try part.energy.charge(at: part.price)))
            }
            self.lines = lines
            charge = try Self.sum(lines)
            discount = .zero
            steps = []
            return
        }
        var priced = PricedUse(
            period: basis.period, subscriberKind: basis.subscriberKind, gas: gas, averagePrice: averagePrice,
            lines: parts.map { PricedUse.Line(code: code, energy: $0.energy.printed, price: $0.price) },
            isExplained: isExplained)
        for rule in basis.tariff.rules {
            priced.rule = rule.version
            try rule.apply(to: &priced)
            guard priced.discount >= .zero, priced.discount <= (try priced.charge()) else {
                throw .contradiction(.ruleBelowZero(rule.version))
            }
        }
        lines = try priced.invoiceLines()
        charge = try Self.sum(lines)
        discount = priced.discount
        steps = priced.steps
    }

    /// The use, its corrected volume being the sum of the stretches'.
    private static func sum(_ energies: [UseEnergy], of use: MeasuredUse) throws(BillingError) -> MeasuredUse {
        try InvoiceFigures.step(.totalCorrectedVolume) { () throws(ArithmeticError) in
            var (units, unitsPerLitre) = (Int128(0), Int128(1))
            for energy in energies {
                units = try units.checkedAdding(energy.use.volume.units)
                unitsPerLitre = energy.use.volume.unitsPerLitre
            }
            let printed = CorrectedVolume(litres: try ExactQuotient(units, over: unitsPerLitre).roundedToInt64())
            return try MeasuredUse(
                measured: use.measured,
                volume: EnergyChain.Volume(units: units, unitsPerLitre: unitsPerLitre, printed: printed),
                fallback: use.factor, isRollover: use.isRollover)
        }
    }

    private static func sum(_ lines: [InvoiceLine]) throws(BillingError) -> Money {
        try InvoiceFigures.step(.consumptionCharge) { () throws(ArithmeticError) in
            var sum = Money.zero
            for line in lines { sum = try sum.adding(line.amount) }
            return sum
        }
    }
}
