import Quantities

/// The 21 components of the AGA8 equations, in their order.
public enum GasComponent: Int, Hashable, Sendable, CaseIterable {
    /// CH4.
    case methane
    /// N2.
    case nitrogen
    /// CO2.
    case carbonDioxide
    /// C2H6.
    case ethane
    /// C3H8.
    case propane
    /// i-C4H10.
    case isobutane
    /// n-C4H10.
    case butane
    /// i-C5H12.
    case isopentane
    /// n-C5H12.
    case pentane
    /// n-C6H14.
    case hexane
    /// n-C7H16.
    case heptane
    /// n-C8H18.
    case octane
    /// n-C9H20.
    case nonane
    /// n-C10H22.
    case decane
    /// H2.
    case hydrogen
    /// O2.
    case oxygen
    /// CO.
    case carbonMonoxide
    /// H2O.
    case water
    /// H2S.
    case hydrogenSulfide
    /// He.
    case helium
    /// Ar.
    case argon

    /// The most of it that AGA8 knows in a gas for DETAIL, isomers together.
    ///
    /// AGA Report No. 8 (1994), table 1, expanded range. Hexane and heavier and water are limited there by the dew point, which depends on the state: the whole here.
    /// The figures were entered from memory of the report; compare them with a copy before calling a refusal AGA's.
    public var mostInDetail: MoleFraction {
        switch self {
        case .propane: MoleFraction(partsPerBillion: 120_000_000)
        case .isobutane, .butane: MoleFraction(partsPerBillion: 60_000_000)
        case .isopentane, .pentane: MoleFraction(partsPerBillion: 40_000_000)
        case .helium, .carbonMonoxide: MoleFraction(partsPerBillion: 30_000_000)
        case .argon: MoleFraction(partsPerBillion: 10_000_000)
        case .oxygen: MoleFraction(partsPerBillion: 210_000_000)
        default: .whole
        }
    }
}
