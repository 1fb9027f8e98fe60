import Quantities

/// The AGA8 DETAIL equation of state (ISO 12213-2) of one gas, its composition worked in.
///
/// AGA Report No. 8 part 1. Make it once for a gas and ask it often: what depends on the composition alone is computed here, what depends on the
/// temperature too in `DetailIsotherm`.
public struct DetailEquation: Sendable {
    /// The temperatures that the report covers, −130 to 400 °C.
    ///
    /// Within 0.1 % of real pipeline gas it is from −10 to 65 °C and up to 120 bar (ISO 12213-2).
    public static let temperatures =
        CelsiusTemperature(microdegrees: -130_000_000)...CelsiusTemperature(microdegrees: 400_000_000)
    /// The absolute pressures that the report covers, above zero to 2800 bar (280 MPa).
    public static let pressures = Pressure(microbar: 1)...Pressure(microbar: 2_800_000_000)

    /// R of this equation, in kJ/(kmol·K).
    static let gasConstant = 8.31451

    /// K³, in m3/kmol: the density in kmol/m3 times this is the reduced one.
    let volume: Double
    /// U, the mixture's energy parameter in K.
    let energy: Double
    /// The factor of T⁻ᵘ in each term of the second virial coefficient over `volume`.
    let virial: [Double]
    /// The factor of T⁻ᵘ in each residual term, from `DetailTerm.firstResidual` on.
    let residual: [Double]

    /// The equation of a gas.
    public init(_ composition: GasComposition) {
        let shares = GasComponent.allCases.map { Double(composition[$0].partsPerBillion) / 1e9 }
        let components = DetailComponent.all
        var mixture = Mixture()
        for (share, component) in zip(shares, components) {
            mixture.size += share * Double.power(component.size, halves: 5)
            mixture.energy += share * Double.power(component.energy, halves: 5)
            mixture.orientation += share * component.orientation
            mixture.quadrupole += share * component.quadrupole
            mixture.highTemperature += share * share * component.highTemperature
        }
        (mixture.size, mixture.energy) = (mixture.size * mixture.size, mixture.energy * mixture.energy)
        for pair in DetailPair.all { mixture.add(pair, shares) }
        // K³ is (K⁵)^0.6 and U is (U⁵)^0.2.
        let volume = Double.power(mixture.size, 0.6)
        let energy = Double.power(mixture.energy, 0.2)

        self.volume = volume
        self.energy = energy
        virial = Self.virial(shares).map { $0 / volume }
        residual = DetailTerm.all[DetailTerm.firstResidual...].map { term in
            let factor =
                switch term.kind {
                case .plain: 1.0
                case .highTemperature: mixture.highTemperature
                case .orientation: mixture.orientation
                case .quadrupole: mixture.quadrupole * mixture.quadrupole
                case .dipole, .association: preconditionFailure("these kinds are in the virial coefficient alone")
                }
            return term.coefficient * factor * Double.power(energy, halves: term.temperatureHalves)
        }
    }

    /// Z of the gas at `state`, rounded to eight decimals.
    ///
    /// - Throws: `EquationOfStateError` for a pressure or temperature outside of the report's range, and where the mixture
    ///   is not a gas.
    public func compressionFactor(at state: GasState) throws(EquationOfStateError) -> CompressionFactor {
        try isotherm(at: state.temperature).compressionFactor(at: state.pressure)
    }

    /// The equation at one temperature; throws `EquationOfStateError.temperatureOutOfRange`.
    public func isotherm(at temperature: CelsiusTemperature) throws(EquationOfStateError) -> DetailIsotherm {
        guard Self.temperatures.contains(temperature) else {
            throw .temperatureOutOfRange(found: temperature, allowed: Self.temperatures)
        }
        return DetailIsotherm(self, kelvin: temperature.kelvinApproximation)
    }

    /// The sums over the components that make the mixture's parameters.
    private struct Mixture {
        /// K⁵, U⁵, G, Q and F.
        var size = 0.0
        var energy = 0.0
        var orientation = 0.0
        var quadrupole = 0.0
        var highTemperature = 0.0

        /// Adds what a pair brings beyond its components.
        mutating func add(_ pair: DetailPair, _ shares: [Double]) {
            let (first, second) = (pair.first.rawValue, pair.second.rawValue)
            let share = 2 * shares[first] * shares[second]
            guard share > 0 else { return }
            let (one, other) = (DetailComponent.all[first], DetailComponent.all[second])
            size += share * (Double.power(pair.size, whole: 5) - 1) * Double.power(one.size * other.size, halves: 5)
            energy +=
                share * (Double.power(pair.conformal, whole: 5) - 1)
                * Double.power(one.energy * other.energy, halves: 5)
            orientation += share * (pair.orientation - 1) * (one.orientation + other.orientation) / 2
        }
    }

    /// The second virial coefficient's terms, without T⁻ᵘ: Σ xᵢ·xⱼ·a·Eᵢⱼᵘ·(Kᵢ·Kⱼ)^1.5·(what the term's kind brings in).
    private static func virial(_ shares: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: DetailTerm.virialCount)
        let present = shares.indices.filter { shares[$0] > 0 }
        for first in present {
            for second in present where second >= first {
                let pair = DetailPair.of(first, second)
                let (one, other) = (DetailComponent.all[first], DetailComponent.all[second])
                let energy = pair.energy * (one.energy * other.energy).squareRoot()
                let share =
                    (first == second ? 1 : 2) * shares[first] * shares[second]
                    * Double.power(one.size * other.size, halves: 3)
                for (offset, term) in DetailTerm.all[..<DetailTerm.virialCount].enumerated() {
                    let factor =
                        switch term.kind {
                        case .plain: 1.0
                        case .highTemperature: one.highTemperature * other.highTemperature
                        case .orientation: pair.orientation * (one.orientation + other.orientation) / 2
                        case .quadrupole: one.quadrupole * other.quadrupole
                        case .dipole: one.dipole * other.dipole
                        case .association: one.association * other.association
                        }
                    guard factor != 0 else { continue }
                    sums[offset] +=
                        share * term.coefficient * factor * Double.power(energy, halves: term.temperatureHalves)
                }
            }
        }
        return sums
    }
}

extension DetailPair {
    /// The pair of two components by their place in `GasComponent`, the first not behind the second.
    fileprivate static func of(_ first: Int, _ second: Int) -> DetailPair {
        let listed = all.first { $0.first.rawValue == first && $0.second.rawValue == second }
        guard let listed else { return DetailPair(.methane, .methane) }
        return listed
    }
}

extension CelsiusTemperature {
    /// The absolute temperature in K for the equations of state.
    var kelvinApproximation: Double { Double(microdegrees + 273_150_000) / 1e6 }
}
