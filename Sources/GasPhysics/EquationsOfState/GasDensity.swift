/// What an equation of state says of one density: Z, and the density times Z's derivative by it.
struct CompressionAtDensity {
    var factor: Double
    var slope: Double
}

/// An equation of state of one gas at one temperature.
protocol CompressionCurve {
    /// Z and density × dZ/d(density) at a density.
    func compression(at density: Double) -> CompressionAtDensity
}

/// The density of the gas phase: the least one at which density × Z is `target`.
///
/// `target` is the pressure in the unit of density, p ÷ RT. Newton's step from the ideal gas upwards, held between
/// the densities that are known to be too small and too large, halved where a step leaves them: a few steps for every
/// real state, 100 at most for any input.
/// - Throws: `notGaseous` where the isotherm falls before it reaches the pressure: a liquid, or two phases.
@inline(__always)
func gasDensity(
    target: Double, on curve: some CompressionCurve
) throws(EquationOfStateError) -> Double {
    var (low, high) = (0.0, Double.infinity)
    var density = target
    for _ in 0..<100 {
        let here = curve.compression(at: density)
        let excess = density * here.factor - target
        let rise = here.factor + here.slope
        if excess.magnitude <= 4e-14 * target, rise > 0 { return density }
        if rise > 0, excess < 0 { low = density } else { high = density }
        let ceiling = min(high, 2 * density)
        var next = density - excess / rise
        if !(rise > 0 && next > low && next < ceiling) { next = (low + ceiling) / 2 }
        if (next - density).magnitude <= 2e-16 * density {
            // No number lies between: the pressure is met as closely as can be, or the isotherm turns round here.
            guard rise > 0, excess.magnitude <= 1e-11 * target else { throw .notGaseous }
            return next
        }
        density = next
    }
    throw .notGaseous
}

/// Throws `notGaseous` where the isotherm falls anywhere between the ideal gas and `density`: what lies beyond is a liquid.
@inline(__always)
func requireRisingIsotherm(
    to density: Double, on curve: some CompressionCurve
) throws(EquationOfStateError) {
    for part in 1..<24 {
        let here = curve.compression(at: density * Double(part) / 24)
        guard here.factor + here.slope > 0 else { throw .notGaseous }
    }
}

extension CompressionFactor {
    /// The factor that an equation of state came to, rounded half away from zero to eight decimals.
    ///
    /// Throws `notGaseous` where it is 10 or more: of no gas in any equation's range, only of what lies far beyond a dew point.
    init(rounding factor: Double) throws(EquationOfStateError) {
        guard factor > 0, factor < 10 else { throw .notGaseous }
        self.init(hundredMillionths: Int64((factor * 1e8).rounded()))
    }
}
