public import GasPhysics
public import Quantities

/// The use of a billing period with its lines, as the rules of a tariff change it one after the other.
///
/// A rule moves energy from the ordinary price to another one, or adds a discount; it never changes how much was used. Energies
/// are those that the invoice prints.
public struct PricedUse {
    /// A line as it stands: so much energy at a price.
    struct Line {
        let code: InvoiceLine.Code
        var energy: Energy
        let price: UnitPrice
    }

    /// The billing period.
    public let period: BillingInterval
    /// What the gas is used for.
    public let subscriberKind: Subscriber.Kind
    /// The corrected volume md of the period.
    public let correctedVolume: CorrectedVolume
    /// The calorific value of the period.
    public let calorificValue: GrossCalorificValue
    /// The energy of the period, as printed.
    public let energy: Energy
    /// The average price of the period.
    public let averagePrice: UnitPrice
    /// Which figures are rounded, and how.
    public let rounding: RoundingProfile

    private(set) var lines: [Line]
    private(set) var discount = Money.zero
    /// How the rules came to their figures.
    private(set) var steps: [DerivationStep] = []
    private let isExplained: Bool
    /// The version of the rule that is at work.
    var rule: String?

    init(
        period: BillingInterval, subscriberKind: Subscriber.Kind, gas: UseEnergy, averagePrice: UnitPrice,
        lines: [Line], isExplained: Bool
    ) {
        self.isExplained = isExplained
        self.period = period
        self.subscriberKind = subscriberKind
        correctedVolume = gas.use.volume.printed
        calorificValue = gas.calorificValue
        energy = gas.printed
        self.averagePrice = averagePrice
        rounding = gas.rounding
        self.lines = lines
    }

    /// How many counted days of the period are of that kind.
    public func days(where isCounted: (CivilDate) -> Bool) -> Int {
        period.countedDayNumbers.count { isCounted(CivilDate.nearest(toDayNumber: $0)) }
    }

    /// The energy of a corrected volume by the period's calorific value, as the tariff prints energies; never more than the
    /// period's.
    ///
    /// Rounded half away from zero to those decimals. Throws `BillingError.overflow` where it does not fit.
    public func energy(of volume: CorrectedVolume) throws(BillingError) -> Energy {
        try InvoiceFigures.step(.energy) { () throws(ArithmeticError) in
            let factor = try EnergyChain.factor(calorificValue, decimals: rounding.energyFactorDecimals)
            let amount = try EnergyChain.energy(
                of: EnergyChain.Volume(volume), times: factor, decimals: printedDecimals)
            return min(amount.printed, energy)
        }
    }

    /// The energy of a standard volume, 10.64 kWh/Sm3 by definition, rounded half away from zero to the decimals that the tariff
    /// prints energies with.
    ///
    /// Throws `BillingError.overflow` where it does not fit.
    public func energy(of volume: StandardVolume) throws(BillingError) -> Energy {
        try InvoiceFigures.step(.energy) { () throws(ArithmeticError) in
            let quotient = ExactQuotient(
                Int128(volume.litres), times: Int128(hundredthsOfKilowattHoursPerStandardVolume), over: 100)
            return Energy(
                wattHours: try quotient.rounded(toMultipleOfTenToThe: Energy.fractionDigits - printedDecimals))
        }
    }

    /// The energy that stands at the ordinary price still, an exact sum.
    ///
    /// Throws `BillingError.overflow` where it does not fit.
    public func ordinaryEnergy() throws(BillingError) -> Energy {
        try InvoiceFigures.step(.energy) { () throws(ArithmeticError) in
            var sum = Energy.zero
            for line in lines where line.code.isOrdinary { sum = try sum.adding(line.energy) }
            return sum
        }
    }

    /// Takes up to `energy` from the ordinary lines, the last one first, to a line of its own at another price.
    ///
    /// Nothing is rounded. Throws `BillingError.overflow` where what was moved does not fit.
    public mutating func move(
        _ energy: Energy, to code: InvoiceLine.Code, at price: UnitPrice
    ) throws(BillingError) {
        var left = energy
        var moved = Energy.zero
        for place in lines.indices.reversed() where lines[place].code.isOrdinary && left > .zero {
            let taken = min(left, lines[place].energy)
            // Parts of what is there: no difference can leave the range.
            let rest = lines[place].energy
            let next = try InvoiceFigures.step(.energy) { () throws(ArithmeticError) in
                (line: try rest.subtracting(taken), left: try left.subtracting(taken), moved: try moved.adding(taken))
            }
            (left, moved) = (next.left, next.moved)
            lines[place].energy = next.line
        }
        if moved > .zero { lines.append(Line(code: code, energy: moved, price: price)) }
    }

    /// Takes the share `rate` off what the lines come to for so many days of the period:
    /// Σ lines × rate × days ÷ days of the period, rounded half away from zero to the kuruş.
    ///
    /// Throws `BillingError.overflow` where the discount does not fit.
    public mutating func discount(_ rate: Rate, days: Int) throws(BillingError) {
        let charge = try charge()
        let amount = try InvoiceFigures.step(.discount) { () throws(ArithmeticError) in
            let quotient = ExactQuotient(
                Int128(charge.kurus), times: Int128(rate.partsPerMillion) * Int128(days),
                over: 1_000_000 * Int128(period.days))
            return Money(kurus: try quotient.roundedToInt64())
        }
        let before = discount
        let sum = try InvoiceFigures.step(.discount) { () throws(ArithmeticError) in try before.adding(amount) }
        discount = sum
        let periodDays = DecimalFigure(Int64(period.days))
        explain(
            DerivationStep(
                code: .discount,
                operands: [
                    .init(.consumptionCharge, charge.figure), .init(.discountRate, rate.figure.withoutTrailingZeros),
                    .init(.days, DecimalFigure(Int64(days))), .init(.periodDays, periodDays),
                ],
                result: amount.figure))
    }

    /// Writes down how a rule came to a figure; nothing is written unless somebody asked how the invoice came about.
    public mutating func explain(_ step: @autoclosure () -> DerivationStep) {
        guard isExplained else { return }
        let step = step()
        let stamped = DerivationStep(
            code: step.code, operands: step.operands, result: step.result, isShownRounded: step.isShownRounded,
            days: step.days, policy: step.policy ?? rule, reference: step.reference)
        steps.append(stamped)
    }

    /// What the lines come to, each rounded to the kuruş.
    func charge() throws(BillingError) -> Money {
        try InvoiceFigures.step(.consumptionCharge) { () throws(ArithmeticError) in
            var sum = Money.zero
            for line in lines { sum = try sum.adding(try line.energy.charge(at: line.price)) }
            return sum
        }
    }

    /// The lines as the invoice prints them; one whose energy was all taken away is left out where others remain.
    func invoiceLines() throws(BillingError) -> [InvoiceLine] {
        var printed: [InvoiceLine] = []
        for line in lines where line.energy != .zero || lines.count == 1 {
            let amount = try InvoiceFigures.step(.lineCharge) { () throws(ArithmeticError) in
                try line.energy.charge(at: line.price)
            }
            printed.append(
                InvoiceLine(
                    code: line.code, quantity: line.energy.figure(decimals: printedDecimals), unitPrice: line.price,
                    amount: amount))
        }
        return printed
    }

    private var printedDecimals: Int { rounding.energyDecimals ?? Energy.fractionDigits }
}
