extension FixedPointQuantity {
    /// The average of `spans` weighted by their days [gün ağırlıklı ortalama], rounded half away from zero to the
    /// decimals that the quantity carries (a price 8, K 5).
    ///
    /// Throws `divisionByZero` where there are no days and `overflow` where the sum does not fit.
    public static func dayWeightedAverage(of spans: [DatedSpan<Self>]) throws(ArithmeticError) -> Self {
        var sum = DayWeightedSum<Self>()
        for span in spans { sum.add(span.value, days: span.days) }
        return try sum.average()
    }
}

/// The sum of a quantity's values, each times the days on which it held [gün ağırlıklı toplam].
///
/// A billing run takes its averages by this, span by span, without a list of them.
package struct DayWeightedSum<Quantity: FixedPointQuantity> {
    /// The sum in the quantity's smallest units times days.
    @usableFromInline var sum: Int128
    /// The days so far.
    @usableFromInline var days: Int128
    @usableFromInline var isTooLarge: Bool
    /// How many spans were added.
    package var spanCount: Int
    /// The value of the span that was added last.
    package var last: Quantity
    /// The smallest value that was added; the largest there is where none was.
    package var smallest: Quantity

    /// A sum of nothing.
    @inlinable
    package init() {
        (sum, days, isTooLarge, spanCount) = (0, 0, false, 0)
        (last, smallest) = (Quantity(smallestUnits: 0), Quantity(smallestUnits: .max))
    }

    /// Adds a value that held for so many days; a sum that does not fit is told by `average`.
    @inlinable
    package mutating func add(_ value: Quantity, days: Int) {
        spanCount += 1
        last = value
        if value.smallestUnits < smallest.smallestUnits { smallest = value }
        let product = Int128(value.smallestUnits).multipliedReportingOverflow(by: Int128(days))
        let next = sum.addingReportingOverflow(product.partialValue)
        let count = self.days.addingReportingOverflow(Int128(days))
        isTooLarge = isTooLarge || product.overflow || next.overflow || count.overflow
        (sum, self.days) = (next.partialValue, count.partialValue)
    }

    /// The average Σ (days × value) ÷ Σ days, rounded half away from zero from the exact quotient to a multiple of
    /// 10^`exponent` of the quantity's smallest unit.
    ///
    /// Throws `divisionByZero` where there are no days and `overflow` where the sum does not fit.
    @inlinable
    package func average(toMultipleOfTenToThe exponent: Int = 0) throws(ArithmeticError) -> Quantity {
        if isTooLarge { throw .overflow }
        return Quantity(
            smallestUnits: try ExactQuotient(sum, over: days).rounded(toMultipleOfTenToThe: exponent))
    }
}
