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
        case .totalCorrectedVolume, .chargeTotal, .valueAddedTaxBase, .total, .payable:
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
        default: return nil
        }
    }
}
