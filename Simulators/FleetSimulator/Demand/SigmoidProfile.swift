/// How a building's gas depends on the felt temperature T: h(T) = A / (1 + (B / (T − 40 °C))^C) + D.
///
/// BDEW, VKU, GEODE: guideline on standard load profiles for gas (Abwicklung von Standardlastprofilen Gas), 2018; coefficients
/// in the form of demandlib 0.2.2, file `shlp_sigmoid_factors.csv` (MIT licence, copyright oemof developer group).
public struct SigmoidProfile: Hashable, Sendable {
    let a: Double
    let b: Double
    let c: Double
    let d: Double

    /// The part that heats, at a felt temperature in thousandths of a degree; 1 is about a day of 8 °C.
    public func heating(feltTemperature: Int) -> Double {
        // Above 39 °C the formula has no meaning; nothing heats there.
        let distance = min(Double(feltTemperature) / 1_000 - 40, -1)
        return a / (1 + ReproducibleMath.power(b / distance, c))
    }

    /// The part that does not depend on temperature: hot water and cooking.
    public var base: Double { d }

    /// A house with its own boiler: EFH, class 11, windy.
    public static let house = SigmoidProfile(a: 3.185_019_1, b: -37.412_415_5, c: 6.172_317_9, d: 0.092_030_9)
    /// A building of flats: MFH, class 11, windy.
    public static let flats = SigmoidProfile(a: 2.518_777_5, b: -35.033_375_4, c: 6.224_063_4, d: 0.122_222_7)
    /// Local authorities, schools, hospitals: GKO, windy.
    public static let authority = SigmoidProfile(a: 3.442_894_3, b: -36.659_050_4, c: 7.608_322_6, d: 0.074_685_0)
}
