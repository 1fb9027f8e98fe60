// The equations of state need four functions that the standard library leaves to the platform's C library. They are
// written here in IEEE operations alone: the same bits on every machine, and no import.

extension Double {
    /// e to the power of `x`; zero where that is below 10⁻³⁰⁴, infinity where it is above 10³⁰⁴.
    ///
    /// Within two units in the last place: x = n·ln 2 + r with |r| ≤ 0.3466, then Taylor's sum to r¹³.
    @inline(__always)
    static func exponential(_ x: Double) -> Double {
        if x < -700 { return 0 }
        if x > 700 { return .infinity }
        // Adding 1.5 × 2⁵² leaves the nearest whole number in the lowest bits.
        let shifted = x * 1.4426950408889634 + 6_755_399_441_055_744
        let whole = shifted - 6_755_399_441_055_744
        let rest = (x - whole * 6.93147180369123816490e-01) - whole * 1.90821492927058770002e-10
        var sum = 1.6059043836821613e-10
        sum = sum * rest + 2.0876756987868099e-9
        sum = sum * rest + 2.5052108385441720e-8
        sum = sum * rest + 2.7557319223985893e-7
        sum = sum * rest + 2.7557319223985888e-6
        sum = sum * rest + 2.4801587301587302e-5
        sum = sum * rest + 1.9841269841269841e-4
        sum = sum * rest + 1.3888888888888889e-3
        sum = sum * rest + 8.3333333333333332e-3
        sum = sum * rest + 4.1666666666666664e-2
        sum = sum * rest + 1.6666666666666666e-1
        sum = sum * rest + 0.5
        sum = sum * rest + 1
        sum = sum * rest + 1
        return sum * Double(bitPattern: (shifted.bitPattern &+ 1023) << 52)
    }

    /// The natural logarithm of `x`, which is a normal number above zero.
    ///
    /// x = 2ⁿ·m with m from √½ to √2, then 2·artanh((m − 1) ÷ (m + 1)) to the 23rd power.
    static func naturalLogarithm(_ x: Double) -> Double {
        precondition(x.isNormal && x > 0, "a logarithm is taken of a number above zero")
        var (exponent, mantissa) = (Double(x.exponent), x.significand)
        if mantissa > 1.4142135623730951 { (exponent, mantissa) = (exponent + 1, mantissa / 2) }
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var sum = 0.0
        for power in stride(from: 23, through: 1, by: -2) { sum = sum * square + 1 / Double(power) }
        return exponent * 1.90821492927058770002e-10 + 2 * ratio * sum + exponent * 6.93147180369123816490e-01
    }

    /// `base`, above zero, to any power.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        exponential(exponent * naturalLogarithm(base))
    }

    /// `base` to a whole power.
    static func power(_ base: Double, whole exponent: Int) -> Double {
        var (product, square, left) = (1.0, base, exponent.magnitude)
        while left > 0 {
            if left & 1 == 1 { product *= square }
            (square, left) = (square * square, left >> 1)
        }
        return exponent < 0 ? 1 / product : product
    }

    /// `base`, at least zero, to a power that is a whole number of halves.
    static func power(_ base: Double, halves: Int) -> Double {
        let whole = power(base, whole: halves >> 1)
        return halves & 1 == 0 ? whole : whole * base.squareRoot()
    }
}
