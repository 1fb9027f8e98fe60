// The figures of SGERG-88 (GERG Technical Monograph 5, 1991; ISO 12213-3) as pygerg 0.1.0 has them
// (pypi.org/project/pygerg), after the Fortran of J.P.J. Michels and J.A. Schouten. pygerg's licence:
//
// MIT License. Copyright (c) 2025 Tijs van der Velden
//
// Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
// documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
// rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
// persons to whom the Software is furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
// Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
// WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
// COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
// OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

/// A second-degree polynomial in temperature.
struct TemperaturePolynomial {
    private let constant: Double
    private let linear: Double
    private let square: Double

    init(_ constant: Double, _ linear: Double, _ square: Double) {
        self.constant = constant
        self.linear = linear
        self.square = square
    }

    /// Its value at a temperature in K.
    func callAsFunction(_ kelvin: Double) -> Double { constant + (linear + square * kelvin) * kelvin }
}

/// The virial coefficients of SGERG-88, in m3/kmol and its square: hydrocarbon, N2, CO2, H2 and CO are 1, 2, 3, 5 and 7.
enum SGERGCoefficients {
    // B of the hydrocarbon is a polynomial in its molar heat, each coefficient one in temperature.
    static let b11 = [
        TemperaturePolynomial(-0.425468, 0.286500e-2, -0.462073e-5),
        TemperaturePolynomial(0.877118e-3, -0.556281e-5, 0.881510e-8),
        TemperaturePolynomial(-0.824747e-6, 0.431436e-8, -0.608319e-11),
    ]
    static let b22 = TemperaturePolynomial(-0.144600, 0.740910e-3, -0.911950e-6)
    static let b23 = TemperaturePolynomial(-0.339693, 0.161176e-2, -0.204429e-5)
    static let b33 = TemperaturePolynomial(-0.868340, 0.403760e-2, -0.516570e-5)
    static let b15 = TemperaturePolynomial(-0.521280e-1, 0.271570e-3, -0.25e-6)
    static let b17 = TemperaturePolynomial(-0.687290e-1, -0.239381e-5, 0.518195e-6)
    static let b55 = TemperaturePolynomial(-0.110596e-2, 0.813385e-4, -0.987220e-7)
    static let b77 = TemperaturePolynomial(-0.130820, 0.602540e-3, -0.644300e-6)
    static let b25 = 0.012

    static let c111 = [
        TemperaturePolynomial(-0.302488, 0.195861e-2, -0.316302e-5),
        TemperaturePolynomial(0.646422e-3, -0.422876e-5, 0.688157e-8),
        TemperaturePolynomial(-0.332805e-6, 0.223160e-8, -0.367713e-11),
    ]
    static let c222 = TemperaturePolynomial(0.784980e-2, -0.398950e-4, 0.611870e-7)
    static let c223 = TemperaturePolynomial(0.552066e-2, -0.168609e-4, 0.157169e-7)
    static let c233 = TemperaturePolynomial(0.358783e-2, 0.806674e-5, -0.325798e-7)
    static let c333 = TemperaturePolynomial(0.205130e-2, 0.348880e-4, -0.837030e-7)
    static let c555 = TemperaturePolynomial(0.104711e-2, -0.364887e-5, 0.467095e-8)
    static let c117 = TemperaturePolynomial(0.736748e-2, -0.276578e-4, 0.343051e-7)

    /// How unlike molecules depart from the mean of their own coefficients.
    static let (z12, z13, y12, y13, y123, y115) = (0.72, -0.865, 0.92, 0.92, 1.10, 1.2)

    /// The hydrocarbon's molar mass by its molar heat, and the other molar masses, in kg/kmol.
    static let (hydrocarbonMass, hydrocarbonMassPerHeat) = (-2.709328, 0.021062199)
    static let (nitrogenMass, carbonDioxideMass, hydrogenMass, carbonMonoxideMass) = (28.0135, 44.010, 2.0159, 28.010)

    /// The molar heats of H2 and CO, in MJ/kmol.
    static let (hydrogenHeat, carbonMonoxideHeat) = (285.83, 282.98)
    /// CO for each H2: gas with hydrogen is taken to have been blended with coke oven gas.
    static let carbonMonoxidePerHydrogen = 0.0964
    /// The molar volume of an ideal gas at 0 °C and 1.01325 bar, in m3/kmol.
    static let idealMolarVolume = 22.414097
    /// The density of air at 0 °C and 1.01325 bar, in kg/m3.
    static let airDensity = 1.292923
    /// R, in m3·bar/(kmol·K).
    static let gasConstant = 0.0831451
    /// 0 °C in K.
    static let zeroCelsius = 273.15
}
