/// The five components of a gas as SGERG-88 takes it.
struct SGERGMixture: Sendable {
    private typealias Figures = SGERGCoefficients

    /// x1 and the molar heat of the hydrocarbon, in MJ/kmol.
    let hydrocarbon: Double
    let hydrocarbonHeat: Double
    /// x2, x3, x5 and x7.
    let nitrogen: Double
    let carbonDioxide: Double
    let hydrogen: Double
    let carbonMonoxide: Double

    private init(
        hydrocarbon: Double, heat: Double, carbonDioxide: Double, hydrogen: Double, carbonMonoxide: Double
    ) {
        self.hydrocarbon = hydrocarbon
        hydrocarbonHeat = heat
        nitrogen = 1 - hydrocarbon - carbonDioxide - hydrogen - carbonMonoxide
        self.carbonDioxide = carbonDioxide
        self.hydrogen = hydrogen
        self.carbonMonoxide = carbonMonoxide
    }

    /// The mixture that has this relative density and this calorific value in MJ/m3.
    ///
    /// ISO 12213-3, annex B: the hydrocarbon's molar heat is moved until the density is right to 10⁻⁶ kg/m3, with the molar
    /// density of the real gas at 0 °C, which depends on it in turn, until the calorific value is right to 10⁻⁴ MJ/m3.
    /// Where the standard's search stops is part of its result, so ours stops there too. Throws `contradictoryProperties` where that does not come to rest
    /// or the nitrogen is none that a natural gas has.
    init(
        carbonDioxide: Double, hydrogen: Double, relativeDensity: Double, heat: Double
    ) throws(EquationOfStateError) {
        guard 0.55 + 0.97 * carbonDioxide - 0.45 * hydrogen <= relativeDensity else { throw .contradictoryProperties }
        let carbonMonoxide = hydrogen * Figures.carbonMonoxidePerHydrogen
        let blendedHeat = hydrogen * Figures.hydrogenHeat + carbonMonoxide * Figures.carbonMonoxideHeat
        let density = relativeDensity * Figures.airDensity

        func mixture(_ hydrocarbonHeat: Double, _ molarDensity: Double) -> SGERGMixture {
            SGERGMixture(
                hydrocarbon: (heat / molarDensity - blendedHeat) / hydrocarbonHeat, heat: hydrocarbonHeat,
                carbonDioxide: carbonDioxide, hydrogen: hydrogen, carbonMonoxide: carbonMonoxide)
        }

        var molarDensity = 1 / (Figures.idealMolarVolume - 0.065)
        var hydrocarbonHeat = 1000.0
        for _ in 0..<60 {
            let found = mixture(hydrocarbonHeat, molarDensity)
            let distance = density - found.molarMass * molarDensity
            if distance.magnitude > 1e-6 {
                let beside = mixture(hydrocarbonHeat + 1, molarDensity)
                let step = distance / ((beside.molarMass - found.molarMass) * molarDensity)
                guard step.isFinite, hydrocarbonHeat + step > 1 else { throw .contradictoryProperties }
                hydrocarbonHeat += step
                continue
            }
            molarDensity = 1 / (Figures.idealMolarVolume + found.secondVirial(Figures.zeroCelsius))
            let heatFound = (found.hydrocarbon * hydrocarbonHeat + blendedHeat) * molarDensity
            guard (heat - heatFound).magnitude > 1e-4 else {
                guard found.isPlausible(relativeDensity) else { throw .contradictoryProperties }
                self = found
                return
            }
        }
        throw .contradictoryProperties
    }

    private var molarMass: Double {
        hydrocarbon * (Figures.hydrocarbonMass + Figures.hydrocarbonMassPerHeat * hydrocarbonHeat)
            + nitrogen * Figures.nitrogenMass + carbonDioxide * Figures.carbonDioxideMass
            + hydrogen * Figures.hydrogenMass + carbonMonoxide * Figures.carbonMonoxideMass
    }

    private func isPlausible(_ relativeDensity: Double) -> Bool {
        (-0.01...0.5).contains(nitrogen) && nitrogen + carbonDioxide <= 0.5
            && 0.55 + 0.4 * nitrogen + 0.97 * carbonDioxide - 0.45 * hydrogen <= relativeDensity
    }

    /// A coefficient of the hydrocarbon at a temperature in K, by its molar heat.
    private func ofHydrocarbon(_ polynomials: [TemperaturePolynomial], _ kelvin: Double) -> Double {
        polynomials[0](kelvin) + (polynomials[1](kelvin) + polynomials[2](kelvin) * hydrocarbonHeat) * hydrocarbonHeat
    }

    /// B in m3/kmol at a temperature in K.
    func secondVirial(_ kelvin: Double) -> Double {
        let (x1, x2, x3, x5, x7) = (hydrocarbon, nitrogen, carbonDioxide, hydrogen, carbonMonoxide)
        let (b11, b22, b33) = (ofHydrocarbon(Figures.b11, kelvin), Figures.b22(kelvin), Figures.b33(kelvin))
        let unlike = Figures.z12 + (320 - kelvin) * (320 - kelvin) * 1.875e-5
        // Both are negative at every temperature of the equation's range, so their product has a root.
        let mean = max(0, b11 * b33).squareRoot()
        var sum = x1 * x1 * b11 + x1 * x2 * unlike * (b11 + b22) + 2 * x1 * x3 * Figures.z13 * mean
        sum += x2 * x2 * b22 + 2 * x2 * x3 * Figures.b23(kelvin) + x3 * x3 * b33
        sum += x5 * x5 * Figures.b55(kelvin) + 2 * x1 * x5 * Figures.b15(kelvin) + 2 * x2 * x5 * Figures.b25
        return sum + 2 * x1 * x7 * Figures.b17(kelvin) + x7 * x7 * Figures.b77(kelvin)
    }

    /// C in m6/kmol² at a temperature in K; throws `contradictoryProperties` where a coefficient is not above zero.
    func thirdVirial(_ kelvin: Double) throws(EquationOfStateError) -> Double {
        let (x1, x2, x3, x5, x7) = (hydrocarbon, nitrogen, carbonDioxide, hydrogen, carbonMonoxide)
        let (c111, c222) = (ofHydrocarbon(Figures.c111, kelvin), Figures.c222(kelvin))
        let (c333, c555) = (Figures.c333(kelvin), Figures.c555(kelvin))
        guard c111 > 0, c222 > 0, c333 > 0, c555 > 0 else { throw .contradictoryProperties }
        let third = 1.0 / 3
        let (r1, r2) = (Double.power(c111, third), Double.power(c222, third))
        let (r3, r5) = (Double.power(c333, third), Double.power(c555, third))
        let y12 = Figures.y12 + (kelvin - 270) * 0.0013
        var sum = x1 * x1 * x1 * c111 + x2 * x2 * x2 * c222 + x3 * x3 * x3 * c333 + x5 * x5 * x5 * c555
        sum += 3 * x1 * x1 * x2 * r1 * r1 * r2 * y12 + 3 * x1 * x2 * x2 * r1 * r2 * r2 * y12
        sum += 3 * x1 * x1 * x3 * r1 * r1 * r3 * Figures.y13 + 3 * x1 * x3 * x3 * r1 * r3 * r3 * Figures.y13
        sum += 3 * x1 * x1 * x5 * r1 * r1 * r5 * Figures.y115 + 6 * x1 * x2 * x3 * r1 * r2 * r3 * Figures.y123
        sum += 3 * x2 * x2 * x3 * Figures.c223(kelvin) + 3 * x2 * x3 * x3 * Figures.c233(kelvin)
        return sum + 3 * x1 * x1 * x7 * Figures.c117(kelvin)
    }
}
