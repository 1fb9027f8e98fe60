import Quantities

/// The AGA8 DETAIL equation of one gas at one temperature.
///
/// The terms with the same exp(−δᵏ) are added up to a polynomial in the reduced density δ, so that a density costs
/// five polynomials of the ninth degree and four exponentials: Z = 1 + β·δ + Σₖ exp(−δᵏ)·(δ·Pₖ′ − k·δᵏ·Pₖ).
public struct DetailIsotherm: Sendable, CompressionCurve {
    /// R·T ÷ K³ in kPa: the pressure of an ideal gas whose reduced density is one.
    private let unitPressure: Double
    /// β, the linear term.
    private let linear: Double
    /// Whether the temperature is so low that the mixture could be a liquid.
    private let mayCondense: Bool
    /// The coefficients of the polynomial without an exponential, of δ¹ to δ⁹.
    private let undamped: InlineArray<9, Double>
    /// The coefficients of the polynomials for k = 1 to 4, of δ¹ to δ⁹.
    private let damped: InlineArray<9, SIMD4<Double>>

    init(_ equation: DetailEquation, kelvin: Double) {
        // T⁻ᵘ for u from −13 to 23 in halves.
        let (fewest, most) = (-26, 46)
        var powers = InlineArray<73, Double>(repeating: 1)
        let root = kelvin.squareRoot()
        for halves in 1...most { powers[halves - fewest] = powers[halves - 1 - fewest] / root }
        for halves in 1...(-fewest) { powers[-halves - fewest] = powers[1 - halves - fewest] * root }

        var linear = 0.0
        var undamped = InlineArray<9, Double>(repeating: 0)
        var damped = InlineArray<9, SIMD4<Double>>(repeating: .zero)
        let terms = DetailTerm.all
        for offset in 0..<DetailTerm.virialCount {
            linear += equation.virial[offset] * powers[terms[offset].temperatureHalves - fewest]
        }
        for offset in 0..<equation.residual.count {
            let place = offset + DetailTerm.firstResidual
            let term = terms[place]
            let coefficient = equation.residual[offset] * powers[term.temperatureHalves - fewest]
            // The terms that the virial coefficient has too are taken off there.
            if place < DetailTerm.virialCount { linear -= coefficient }
            if term.dampingPower == 0 {
                undamped[term.densityPower - 1] += coefficient
            } else {
                damped[term.densityPower - 1][term.dampingPower - 1] += coefficient
            }
        }
        unitPressure = DetailEquation.gasConstant * kelvin / equation.volume
        // The critical temperature of each component is 1.24 to 1.27 times its energy parameter.
        mayCondense = kelvin < 1.5 * equation.energy
        self.linear = linear
        self.undamped = undamped
        self.damped = damped
    }

    /// Z at an absolute pressure, rounded to eight decimals.
    ///
    /// - Throws: `EquationOfStateError.pressureOutOfRange`, and `.notGaseous` where the mixture is not a gas.
    public func compressionFactor(at pressure: Pressure) throws(EquationOfStateError) -> CompressionFactor {
        guard DetailEquation.pressures.contains(pressure) else {
            throw .pressureOutOfRange(found: pressure, allowed: DetailEquation.pressures)
        }
        let target = Double(pressure.microbar) / 1e4 / unitPressure
        let density = try gasDensity(target: target, on: self)
        if mayCondense { try requireRisingIsotherm(to: density, on: self) }
        return try CompressionFactor(rounding: target / density)
    }

    /// Z and δ·dZ/dδ at a reduced density δ.
    @inline(__always)
    func compression(at density: Double) -> CompressionAtDensity {
        // By Horner: P, δ·P′ and δ·(δ·P′)′ of the five polynomials.
        var (first, second) = (0.0, 0.0)
        var (values, firsts, seconds) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
        for place in stride(from: 8, through: 0, by: -1) {
            let power = Double(place + 1)
            let plain = undamped[place] * power
            first = first * density + plain
            second = second * density + plain * power
            let coefficients = damped[place]
            let scaled = coefficients * power
            values = values * density + coefficients
            firsts = firsts * density + scaled
            seconds = seconds * density + scaled * power
        }
        (first, second) = (first * density, second * density)
        (values, firsts, seconds) = (values * density, firsts * density, seconds * density)

        let square = density * density
        let powers = SIMD4(density, square, square * density, square * square)
        let orders = SIMD4(1.0, 2.0, 3.0, 4.0)
        let damping = SIMD4(
            Double.exponential(-powers[0]), Double.exponential(-powers[1]), Double.exponential(-powers[2]),
            Double.exponential(-powers[3]))
        let slopes = orders * powers
        let factors = damping * (firsts - slopes * values)
        let derivatives = damping * (seconds - 2 * slopes * firsts + (slopes * slopes - orders * slopes) * values)
        let virial = linear * density
        return CompressionAtDensity(
            factor: 1 + virial + first + factors.sum(), slope: virial + second + derivatives.sum())
    }
}
