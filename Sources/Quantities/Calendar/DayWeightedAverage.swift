extension FixedPointQuantity {
    /// The average of `spans` weighted by their days [gün ağırlıklı ortalama], rounded half away from zero to the
    /// decimals that the quantity carries (a price 8, K 5).
    ///
    /// Throws `divisionByZero` where there are no days and `overflow` where the sum does not fit.
    public static func dayWeightedAverage(of spans: [DatedSpan<Self>]) throws(ArithmeticError) -> Self {
        var sum: Int128 = 0
        var days: Int128 = 0
        for span in spans {
            let product = try Int128(span.value.smallestUnits).checkedMultiplying(by: Int128(span.days))
            sum = try sum.checkedAdding(product)
            days = try days.checkedAdding(Int128(span.days))
        }
        return Self(smallestUnits: try ExactQuotient(sum, over: days).roundedToInt64())
    }
}
