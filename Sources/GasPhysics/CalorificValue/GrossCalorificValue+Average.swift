public import Quantities

/// One day of a station: the gas's calorific value and how much of it flowed.
public struct DailyGas: Hashable, Sendable {
    /// The day's gross calorific value.
    public let calorificValue: GrossCalorificValue
    /// The day's flow.
    public let flow: CorrectedVolume

    /// A day with that value and flow.
    public init(calorificValue: GrossCalorificValue, flow: CorrectedVolume) {
        self.calorificValue = calorificValue
        self.flow = flow
    }
}

/// Why days have no average.
public enum CalorificValueError: Error, Hashable, Sendable {
    /// There is no day, or no gas flowed on any of them.
    case noFlow
    /// A day's flow is below zero.
    case negativeFlow
    /// The average does not fit.
    case overflow
}

extension GrossCalorificValue {
    /// The average of `days` weighted by flow [hacimsel akış ağırlıklı], Σ (GCV × Q) ÷ Σ Q, rounded half away from zero to
    /// two decimals.
    ///
    /// Esaslar Hakkında Tebliğ (RG 24980); the default of the utilities' policies.
    /// - Throws: `CalorificValueError` where nothing flowed, a flow is negative or the result does not fit.
    public static func flowWeightedAverage(of days: [DailyGas]) throws(CalorificValueError) -> Self {
        var weighted: Int128 = 0
        var flow: Int128 = 0
        for day in days {
            guard day.flow >= .zero else { throw .negativeFlow }
            // A product of two Int64 always fits an Int128; their sum may not.
            let product = Int128(day.calorificValue.tenThousandths) * Int128(day.flow.litres)
            let (sum, overflow) = weighted.addingReportingOverflow(product)
            if overflow { throw .overflow }
            weighted = sum
            flow += Int128(day.flow.litres)
        }
        guard flow > 0 else { throw .noFlow }
        return try rounded(ExactQuotient(weighted, over: flow))
    }

    /// The plain mean of `days`, each counting alike, rounded half away from zero to two decimals; some utilities bill by
    /// it.
    ///
    /// - Throws: `CalorificValueError` where there is no day or the result does not fit.
    public static func dayWeightedAverage(of days: [DailyGas]) throws(CalorificValueError) -> Self {
        guard !days.isEmpty else { throw .noFlow }
        let sum = days.reduce(Int128(0)) { $0 + Int128($1.calorificValue.tenThousandths) }
        return try rounded(ExactQuotient(sum, over: Int128(days.count)))
    }

    /// The quotient, in 10⁻⁴ kcal/m3, at two decimals.
    private static func rounded(_ quotient: ExactQuotient) throws(CalorificValueError) -> Self {
        do throws(ArithmeticError) {
            return Self(tenThousandths: try quotient.rounded(toMultipleOfTenToThe: 2))
        } catch {
            throw .overflow
        }
    }
}
