/// A component's parameters in the AGA8 DETAIL equation; source and licence as in `DetailTerm`.
struct DetailComponent {
    /// E, in K.
    let energy: Double
    /// K, in (m3/kmol)^⅓.
    let size: Double
    /// G.
    let orientation: Double
    /// Q.
    let quadrupole: Double
    /// F.
    let highTemperature: Double
    /// S.
    let dipole: Double
    /// W.
    let association: Double

    private init(
        energy: Double, size: Double, orientation: Double = 0, quadrupole: Double = 0, highTemperature: Double = 0,
        dipole: Double = 0, association: Double = 0
    ) {
        self.energy = energy
        self.size = size
        self.orientation = orientation
        self.quadrupole = quadrupole
        self.highTemperature = highTemperature
        self.dipole = dipole
        self.association = association
    }

    /// The components in the order of `GasComponent`.
    static let all: [DetailComponent] = [
        // methane
        .init(energy: 151.3183, size: 0.4619255),
        // nitrogen
        .init(energy: 99.73778, size: 0.4479153, orientation: 0.027815),
        // carbonDioxide
        .init(energy: 241.9606, size: 0.4557489, orientation: 0.189065, quadrupole: 0.69),
        // ethane
        .init(energy: 244.1667, size: 0.5279209, orientation: 0.0793),
        // propane
        .init(energy: 298.1183, size: 0.583749, orientation: 0.141239),
        // isobutane
        .init(energy: 324.0689, size: 0.6406937, orientation: 0.256692),
        // butane
        .init(energy: 337.6389, size: 0.6341423, orientation: 0.281835),
        // isopentane
        .init(energy: 365.5999, size: 0.6738577, orientation: 0.332267),
        // pentane
        .init(energy: 370.6823, size: 0.6798307, orientation: 0.366911),
        // hexane
        .init(energy: 402.636293, size: 0.7175118, orientation: 0.289731),
        // heptane
        .init(energy: 427.72263, size: 0.7525189, orientation: 0.337542),
        // octane
        .init(energy: 450.325022, size: 0.784955, orientation: 0.383381),
        // nonane
        .init(energy: 470.840891, size: 0.8152731, orientation: 0.427354),
        // decane
        .init(energy: 489.558373, size: 0.8437826, orientation: 0.469659),
        // hydrogen
        .init(energy: 26.95794, size: 0.3514916, orientation: 0.034369, highTemperature: 1),
        // oxygen
        .init(energy: 122.7667, size: 0.4186954, orientation: 0.021),
        // carbonMonoxide
        .init(energy: 105.5348, size: 0.4533894, orientation: 0.038953),
        // water
        .init(
            energy: 514.0156, size: 0.3825868, orientation: 0.3325, quadrupole: 1.06775, dipole: 1.5822, association: 1),
        // hydrogenSulfide
        .init(energy: 296.355, size: 0.4618263, orientation: 0.0885, quadrupole: 0.633276, dipole: 0.39),
        // helium
        .init(energy: 2.610111, size: 0.3589888),
        // argon
        .init(energy: 119.6299, size: 0.4216551),
    ]
}
