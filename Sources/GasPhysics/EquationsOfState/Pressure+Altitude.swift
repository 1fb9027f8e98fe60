public import Quantities

/// A height above the sea in metres [rakım].
public struct Altitude: FixedPointQuantity {
    /// Three decimals of a metre.
    public static let fractionDigits = 3

    /// The height in millimetres.
    public let millimetres: Int64

    /// A height of so many millimetres.
    public init(millimetres: Int64) { self.millimetres = millimetres }

    /// A height of so many millimetres.
    public init(smallestUnits: Int64) { self.init(millimetres: smallestUnits) }

    /// The height in millimetres.
    public var smallestUnits: Int64 { millimetres }
}

extension Pressure {
    /// The altitudes of the formula: the International Standard Atmosphere's troposphere, −5000 to 11,000 m.
    public static let standardAtmosphereAltitudes =
        Altitude(millimetres: -5_000_000)...Altitude(millimetres: 11_000_000)

    /// The absolute pressure of the International Standard Atmosphere, 1.01325 bar × (1 − 2.25577·10⁻⁵·h)^5.25588,
    /// rounded to three decimals of a bar.
    ///
    /// For simulators: a bill takes the station's own pressure (Esaslar Hakkında Tebliğ, RG 24980).
    /// - Throws: `EquationOfStateError.altitudeOutOfRange`.
    public static func standardAtmosphere(at altitude: Altitude) throws(EquationOfStateError) -> Pressure {
        guard standardAtmosphereAltitudes.contains(altitude) else {
            throw .altitudeOutOfRange(found: altitude, allowed: standardAtmosphereAltitudes)
        }
        let metres = Double(altitude.millimetres) / 1e3
        let bar = 1.01325 * Double.power(1 - 2.25577e-5 * metres, 5.25588)
        return Pressure(microbar: Int64((bar * 1e3).rounded()) * 1_000)
    }
}
