/// A term of the AGA8 DETAIL equation: a·δᵇ·exp(−δᵏ)·T⁻ᵘ, times what its kind brings in.
///
/// The figures are those of the code that NIST publishes with AGA Report No. 8 part 1 (2017), by Eric W. Lemmon and
/// others (github.com/usnistgov/AGA8, AGA8CODE/C/Detail.cpp): a work of the United States government, in the public
/// domain (17 USC 105). The figures alone are taken; what computes with them is our own.
struct DetailTerm {
    /// Which mixture parameter multiplies the term.
    enum Kind {
        case plain, highTemperature, orientation, quadrupole, dipole, association
    }

    /// a, the coefficient.
    let coefficient: Double
    /// b, the power of density.
    let densityPower: Int
    /// k, the power of density in the exponential; 0 where there is none.
    let dampingPower: Int
    /// 2·u, twice the power of temperature, which is a whole number.
    let temperatureHalves: Int
    /// What multiplies the term.
    let kind: Kind

    private init(
        _ coefficient: Double, density: Int, damping: Int, halves: Int, _ kind: Kind = .plain
    ) {
        self.coefficient = coefficient
        densityPower = density
        dampingPower = damping
        temperatureHalves = halves
        self.kind = kind
    }

    /// How many of the first terms make the second virial coefficient.
    static let virialCount = 18
    /// The first term (counted from 0) of those that go on beyond it.
    static let firstResidual = 12

    /// The 58 terms.
    static let all: [DetailTerm] = [
        .init(0.1538326, density: 1, damping: 0, halves: 0),
        .init(1.341953, density: 1, damping: 0, halves: 1),
        .init(-2.998583, density: 1, damping: 0, halves: 2),
        .init(-0.04831228, density: 1, damping: 0, halves: 7),
        .init(0.3757965, density: 1, damping: 0, halves: -1, .orientation),
        .init(-1.589575, density: 1, damping: 0, halves: 9, .orientation),
        .init(-0.05358847, density: 1, damping: 0, halves: 1, .quadrupole),
        .init(0.88659463, density: 1, damping: 0, halves: 15, .dipole),
        .init(-0.71023704, density: 1, damping: 0, halves: 19, .dipole),
        .init(-1.471722, density: 1, damping: 0, halves: 12, .association),
        .init(1.32185035, density: 1, damping: 0, halves: 24, .association),
        .init(-0.78665925, density: 1, damping: 0, halves: 25, .association),
        .init(2.29129e-9, density: 1, damping: 3, halves: -12, .highTemperature),
        .init(0.1576724, density: 1, damping: 2, halves: 4),
        .init(-0.4363864, density: 1, damping: 2, halves: 6),
        .init(-0.04408159, density: 1, damping: 2, halves: 4, .quadrupole),
        .init(-0.003433888, density: 1, damping: 4, halves: 4),
        .init(0.03205905, density: 1, damping: 4, halves: 22),
        .init(0.02487355, density: 2, damping: 0, halves: -1),
        .init(0.07332279, density: 2, damping: 0, halves: 1),
        .init(-0.001600573, density: 2, damping: 2, halves: 0),
        .init(0.6424706, density: 2, damping: 2, halves: 8),
        .init(-0.4162601, density: 2, damping: 2, halves: 12),
        .init(-0.06689957, density: 2, damping: 4, halves: 42),
        .init(0.2791795, density: 2, damping: 4, halves: 46, .orientation),
        .init(-0.6966051, density: 2, damping: 4, halves: 44, .quadrupole),
        .init(-0.002860589, density: 2, damping: 4, halves: -2, .highTemperature),
        .init(-0.008098836, density: 3, damping: 0, halves: -1, .quadrupole),
        .init(3.150547, density: 3, damping: 1, halves: 14, .orientation),
        .init(0.007224479, density: 3, damping: 1, halves: -2, .highTemperature),
        .init(-0.7057529, density: 3, damping: 2, halves: 12),
        .init(0.5349792, density: 3, damping: 2, halves: 8, .orientation),
        .init(-0.07931491, density: 3, damping: 3, halves: 2, .orientation),
        .init(-1.418465, density: 3, damping: 3, halves: 18, .orientation),
        .init(-5.99905e-17, density: 3, damping: 4, halves: -26, .highTemperature),
        .init(0.1058402, density: 3, damping: 4, halves: 42),
        .init(0.03431729, density: 3, damping: 4, halves: 16, .quadrupole),
        .init(-0.007022847, density: 4, damping: 0, halves: -1),
        .init(0.02495587, density: 4, damping: 0, halves: 0),
        .init(0.04296818, density: 4, damping: 2, halves: 4),
        .init(0.7465453, density: 4, damping: 2, halves: 14),
        .init(-0.2919613, density: 4, damping: 2, halves: 18, .quadrupole),
        .init(7.294616, density: 4, damping: 4, halves: 44),
        .init(-9.936757, density: 4, damping: 4, halves: 46),
        .init(-0.005399808, density: 5, damping: 0, halves: 2),
        .init(-0.2432567, density: 5, damping: 2, halves: 18),
        .init(0.04987016, density: 5, damping: 2, halves: 6, .quadrupole),
        .init(0.003733797, density: 5, damping: 4, halves: 16),
        .init(1.874951, density: 5, damping: 4, halves: 46, .quadrupole),
        .init(0.002168144, density: 6, damping: 0, halves: 3),
        .init(-0.6587164, density: 6, damping: 2, halves: 10, .orientation),
        .init(0.000205518, density: 7, damping: 0, halves: -1, .quadrupole),
        .init(0.009776195, density: 7, damping: 2, halves: 8),
        .init(-0.02048708, density: 8, damping: 1, halves: 14, .orientation),
        .init(0.01557322, density: 8, damping: 2, halves: 6),
        .init(0.006862415, density: 8, damping: 2, halves: 0, .orientation),
        .init(-0.001226752, density: 9, damping: 2, halves: 2),
        .init(0.002850908, density: 9, damping: 2, halves: 0, .quadrupole),
    ]
}
