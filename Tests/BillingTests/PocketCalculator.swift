import Billing
import Quantities

/// A customer with a pocket calculator: computes a step of a derivation from what the step shows, by the words of its code.
enum PocketCalculator {
    /// A fraction of whole numbers.
    struct Fraction {
        let numerator: Int128
        let denominator: Int128

        init(_ numerator: Int128, over denominator: Int128 = 1) {
            (self.numerator, self.denominator) = (numerator, denominator)
        }

        init(_ figure: DecimalFigure) {
            self.init(figure.units, over: Self.power(figure.fractionDigits))
        }

        static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

        static func * (lhs: Self, rhs: Self) -> Self {
            let (left, right) = (lhs.reduced, rhs.reduced)
            return Self(left.numerator * right.numerator, over: left.denominator * right.denominator).reduced
        }

        static func / (lhs: Self, rhs: Self) -> Self { lhs * Self(rhs.denominator, over: rhs.numerator) }

        static func + (lhs: Self, rhs: Self) -> Self {
            Self(
                lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator,
                over: lhs.denominator * rhs.denominator
            ).reduced
        }

        static func - (lhs: Self, rhs: Self) -> Self { lhs + Self(-rhs.numerator, over: rhs.denominator) }

        private var reduced: Self {
            var (left, right) = (numerator.magnitude, denominator.magnitude)
            while right != 0 { (left, right) = (right, left % right) }
            let divisor = Int128(max(left, 1))
            return Self(numerator / divisor, over: denominator / divisor)
        }

        /// By hand: half goes away from zero.
        func rounded(_ decimals: Int) -> DecimalFigure {
            let scaled = numerator * Self.power(decimals) * (denominator < 0 ? -1 : 1)
            let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int128(denominator.magnitude))
            let isUp = rest.magnitude * 2 >= denominator.magnitude
            let units = isUp ? (scaled < 0 ? whole - 1 : whole + 1) : whole
            return DecimalFigure(units: units, fractionDigits: decimals)
        }
    }

    /// What the step comes to; `nil` where its figures alone do not say it, as where it goes on unrounded.
    static func result(of step: DerivationStep, volumeDecimals: Int = 3) -> DecimalFigure? {
        func figures(_ role: DerivationStep.Role) -> [Fraction] {
            step.operands.filter { $0.role == role }.map { Fraction($0.figure) }
        }
        let all = step.operands.map { Fraction($0.figure) }
        let decimals = step.result.fractionDigits
        switch step.code {
        case .measuredVolume, .registerDifference:
            let (last, first) =
                step.code == .measuredVolume
                ? (figures(.lastIndex), figures(.firstIndex))
                : (figures(.lastRegister), figures(.firstRegister))
            let range = figures(.counterRange).first ?? Fraction(0)
            return ((last[0] + range - first[0]) * figures(.multiplier)[0]).rounded(3)
        case .averageCorrectionFactor, .averageCalorificValue, .averagePrice, .averageTaxRate:
            let days = figures(.days)
            let values = step.operands.filter { $0.role != .days }.map { Fraction($0.figure) }
            let sum = zip(days, values).reduce(Fraction(0)) { $0 + $1.0 * $1.1 }
            let average = sum / days.reduce(Fraction(0)) { $0 + $1 }
            return average.rounded(step.code == .averageTaxRate ? 6 : decimals)
        case .totalMeasuredVolume, .totalCorrectedVolume, .chargeTotal, .valueAddedTaxBase, .total, .payable:
            return all.reduce(Fraction(0)) { $0 + $1 }.rounded(decimals)
        case .energyFactor, .correctorFactor: return (all[0] / all[1]).rounded(decimals)
        case .energy where all.count == 3: return (all[0] * all[1] / all[2]).rounded(decimals)
        case .correctedVolume, .energy, .consumptionCharge, .lineCharge, .valueAddedTax:
            return (all[0] * all[1]).rounded(decimals)
        // What a person decided on is computed only where it is the proposal.
        case .approvedVolume: return all.count == 2 ? (all[0] * all[1]).rounded(decimals) : nil
        case .pricePerKilowattHour:
            let divisor = figures(.kilowattHoursPerStandardVolume).first ?? Fraction(1)
            let parts = step.operands.filter { $0.role != .kilowattHoursPerStandardVolume }
            return (parts.reduce(Fraction(0)) { $0 + Fraction($1.figure) } / divisor).rounded(decimals)
        case .dayShare:
            let digits = step.operands[0].role == .correctedVolume ? volumeDecimals : 3
            return (Fraction((all[0] * all[1] / all[2]).rounded(digits)) - all[3]).rounded(digits)
        case .discount: return (all[0] * all[1] * all[2] / all[3]).rounded(decimals)
        case .upperTierEnergy: return (all[0] - Fraction((all[1] * all[2]).rounded(decimals))).rounded(decimals)
        case .lateFeeTotal, .earlierDebt, .dueInstalment:
            return all.reduce(Fraction(0)) { $0 + $1 }.rounded(decimals)
        case .monthlyCorrectionFactor where all.count == 5:
            return ((all[0] + all[1]) / all[2] * all[3] / all[4]).rounded(decimals)
        case .appliedCredit: return lowered(step, by: { min($0, $1) }, sign: -1)
        case .appliedCorrection, .appliedCalorificDifference:
            guard step.operands.count == 2 else { return all[0].rounded(decimals) }
            return lowered(step, by: { max($0, -$1) }, sign: 1)
        case .reversedAmount: return (Fraction(0) - all[0]).rounded(decimals)
        case .lateFee, .contractLateFee, .statutoryInterest: return lateFee(of: step)
        default: return nil
        }
    }

    /// What is taken of the first amount where the second one is what there is; both are in kuruş.
    private static func lowered(
        _ step: DerivationStep, by taken: (Int128, Int128) -> Int128, sign: Int128
    ) -> DecimalFigure? {
        guard step.operands.count == 2, step.operands.allSatisfy({ $0.figure.fractionDigits == 2 }) else { return nil }
        return DecimalFigure(
            units: sign * taken(step.operands[0].figure.units, step.operands[1].figure.units), fractionDigits: 2)
    }

    /// Principal × Σ (rate × time); the time in months of so many days, or in days.
    private static func lateFee(of step: DerivationStep) -> DecimalFigure? {
        guard let base = step.operands.last.map({ Fraction($0.figure) }), step.operands.count > 3 else { return nil }
        var (sum, rate) = (Fraction(0), Fraction(0))
        for operand in step.operands.dropFirst().dropLast() {
            let figure = Fraction(operand.figure)
            switch operand.role {
            case .monthlyRate, .yearlyRate: rate = figure
            case .months: sum = sum + rate * figure
            default: sum = sum + rate * figure / base
            }
        }
        return (Fraction(step.operands[0].figure) * sum).rounded(2)
    }
}
