/// Exponential, logarithm and power by addition, multiplication and division alone.
///
/// IEEE 754 fixes those to the last bit, the C library's functions it does not: a table made with these has the same bytes
/// on every machine. Relative error below 10^-14 in the ranges used here.
enum ReproducibleMath {
    /// e to the power of `x`, for |x| up to some hundreds.
    static func exponential(_ x: Double) -> Double {
        let steps = (x / logarithmOfTwo).rounded(.toNearestOrEven)
        let rest = x - steps * logarithmOfTwo
        var term = 1.0
        var sum = 1.0
        for order in 1...18 {
            term = term * rest / Double(order)
            sum += term
        }
        return Double(sign: .plus, exponent: Int(steps), significand: sum)
    }

    /// The natural logarithm of a positive number.
    static func logarithm(_ x: Double) -> Double {
        precondition(x > 0, "the logarithm of a positive number")
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.414_213_562_373_095_1 {
            significand /= 2
            exponent += 1
        }
        // log m = 2 artanh((m − 1) / (m + 1)); the argument is at most 0.1716.
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var power = ratio
        var sum = 0.0
        for order in 0..<14 {
            sum += power / Double(2 * order + 1)
            power *= square
        }
        return exponent * logarithmOfTwo + 2 * sum
    }

    /// A positive base to any power.
    static func power(_ base: Double, _ exponent: Double) -> Double { exponential(exponent * logarithm(base)) }

    /// The standard normal distribution's quantile, by Acklam's rational approximation (relative error 1.2 · 10^-9).
    ///
    /// P. J. Acklam, "An algorithm for computing the inverse normal cumulative distribution function", 2003.
    static func normalQuantile(_ probability: Double) -> Double {
        precondition(probability > 0 && probability < 1, "a probability strictly between 0 and 1")
        if probability < 0.02425 { return tail((-2 * logarithm(probability)).squareRoot()) }
        if probability > 1 - 0.02425 { return -tail((-2 * logarithm(1 - probability)).squareRoot()) }
        let offset = probability - 0.5
        let square = offset * offset
        let above = polynomial(
            [
                -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
                -3.066479806614716e+01, 2.506628277459239e+00,
            ], square)
        let below = polynomial(
            [
                -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
                -1.328068155288572e+01, 1,
            ], square)
        return above * offset / below
    }

    private static func tail(_ root: Double) -> Double {
        let above = polynomial(
            [
                -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
                4.374664141464968e+00, 2.938163982698783e+00,
            ], root)
        let below = polynomial(
            [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1], root)
        return above / below
    }

    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }

    private static let logarithmOfTwo = 0.693_147_180_559_945_3
}
