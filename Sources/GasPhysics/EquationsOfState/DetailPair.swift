/// How two components of the AGA8 DETAIL equation act on each other; source and licence as in `DetailTerm`.
///
/// A parameter that is not named is 1, and so are all of a pair that is not listed.
struct DetailPair {
    /// The component that comes first in `GasComponent`.
    let first: GasComponent
    /// The other.
    let second: GasComponent
    /// E*, for the second virial coefficient.
    let energy: Double
    /// U, for the conformal energy.
    let conformal: Double
    /// K, for the size.
    let size: Double
    /// G*, for the orientation.
    let orientation: Double

    init(
        _ first: GasComponent, _ second: GasComponent, energy: Double = 1, conformal: Double = 1, size: Double = 1,
        orientation: Double = 1
    ) {
        self.first = first
        self.second = second
        self.energy = energy
        self.conformal = conformal
        self.size = size
        self.orientation = orientation
    }

    /// The pairs with a parameter other than 1.
    static let all: [DetailPair] = [
        .init(.methane, .nitrogen, energy: 0.97164, conformal: 0.886106, size: 1.00363),
        .init(.methane, .carbonDioxide, energy: 0.960644, conformal: 0.963827, size: 0.995933, orientation: 0.807653),
        .init(.methane, .propane, energy: 0.994635, conformal: 0.990877, size: 1.007619),
        .init(.methane, .isobutane, energy: 1.01953),
        .init(.methane, .butane, energy: 0.989844, conformal: 0.992291, size: 0.997596),
        .init(.methane, .isopentane, energy: 1.00235),
        .init(.methane, .pentane, energy: 0.999268, conformal: 1.00367, size: 1.002529),
        .init(.methane, .hexane, energy: 1.107274, conformal: 1.302576, size: 0.982962),
        .init(.methane, .heptane, energy: 0.88088, conformal: 1.191904, size: 0.983565),
        .init(.methane, .octane, energy: 0.880973, conformal: 1.205769, size: 0.982707),
        .init(.methane, .nonane, energy: 0.881067, conformal: 1.219634, size: 0.981849),
        .init(.methane, .decane, energy: 0.881161, conformal: 1.233498, size: 0.980991),
        .init(.methane, .hydrogen, energy: 1.17052, conformal: 1.15639, size: 1.02326, orientation: 1.95731),
        .init(.methane, .carbonMonoxide, energy: 0.990126),
        .init(.methane, .water, energy: 0.708218),
        .init(.methane, .hydrogenSulfide, energy: 0.931484, conformal: 0.736833, size: 1.00008),
        .init(.nitrogen, .carbonDioxide, energy: 1.02274, conformal: 0.835058, size: 0.982361, orientation: 0.982746),
        .init(.nitrogen, .ethane, energy: 0.97012, conformal: 0.816431, size: 1.00796),
        .init(.nitrogen, .propane, energy: 0.945939, conformal: 0.915502),
        .init(.nitrogen, .isobutane, energy: 0.946914),
        .init(.nitrogen, .butane, energy: 0.973384, conformal: 0.993556),
        .init(.nitrogen, .isopentane, energy: 0.95934),
        .init(.nitrogen, .pentane, energy: 0.94552),
        .init(.nitrogen, .hydrogen, energy: 1.08632, conformal: 0.408838, size: 1.03227),
        .init(.nitrogen, .oxygen, energy: 1.021),
        .init(.nitrogen, .carbonMonoxide, energy: 1.00571),
        .init(.nitrogen, .water, energy: 0.746954),
        .init(.nitrogen, .hydrogenSulfide, energy: 0.902271, conformal: 0.993476, size: 0.942596),
        .init(.carbonDioxide, .ethane, energy: 0.925053, conformal: 0.96987, size: 1.00851, orientation: 0.370296),
        .init(.carbonDioxide, .propane, energy: 0.960237),
        .init(.carbonDioxide, .isobutane, energy: 0.906849),
        .init(.carbonDioxide, .butane, energy: 0.897362),
        .init(.carbonDioxide, .isopentane, energy: 0.726255),
        .init(.carbonDioxide, .pentane, energy: 0.859764),
        .init(.carbonDioxide, .hexane, energy: 0.855134, conformal: 1.066638, size: 0.910183),
        .init(.carbonDioxide, .heptane, energy: 0.831229, conformal: 1.077634, size: 0.895362),
        .init(.carbonDioxide, .octane, energy: 0.80831, conformal: 1.088178, size: 0.881152),
        .init(.carbonDioxide, .nonane, energy: 0.786323, conformal: 1.098291, size: 0.86752),
        .init(.carbonDioxide, .decane, energy: 0.765171, conformal: 1.108021, size: 0.854406),
        .init(.carbonDioxide, .hydrogen, energy: 1.28179),
        .init(.carbonDioxide, .carbonMonoxide, energy: 1.5, conformal: 0.9),
        .init(.carbonDioxide, .water, energy: 0.849408, orientation: 1.67309),
        .init(.carbonDioxide, .hydrogenSulfide, energy: 0.955052, conformal: 1.04529, size: 1.00779),
        .init(.ethane, .propane, energy: 1.02256, conformal: 1.065173, size: 0.986893),
        .init(.ethane, .isobutane, conformal: 1.25),
        .init(.ethane, .butane, energy: 1.01306, conformal: 1.25),
        .init(.ethane, .isopentane, conformal: 1.25),
        .init(.ethane, .pentane, energy: 1.00532, conformal: 1.25),
        .init(.ethane, .hydrogen, energy: 1.16446, conformal: 1.61666, size: 1.02034),
        .init(.ethane, .water, energy: 0.693168),
        .init(.ethane, .hydrogenSulfide, energy: 0.946871, conformal: 0.971926, size: 0.999969),
        .init(.propane, .butane, energy: 1.0049),
        .init(.propane, .hydrogen, energy: 1.034787),
        .init(.isobutane, .hydrogen, energy: 1.3),
        .init(.butane, .hydrogen, energy: 1.3),
        .init(.hexane, .hydrogenSulfide, energy: 1.008692, conformal: 1.028973, size: 0.96813),
        .init(.heptane, .hydrogenSulfide, energy: 1.010126, conformal: 1.033754, size: 0.96287),
        .init(.octane, .hydrogenSulfide, energy: 1.011501, conformal: 1.038338, size: 0.957828),
        .init(.nonane, .hydrogenSulfide, energy: 1.012821, conformal: 1.042735, size: 0.952441),
        .init(.decane, .hydrogenSulfide, energy: 1.014089, conformal: 1.046966, size: 0.948338),
        .init(.hydrogen, .carbonMonoxide, energy: 1.1),
    ]
}
