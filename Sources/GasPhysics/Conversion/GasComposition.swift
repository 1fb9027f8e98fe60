import Quantities

/// What a gas consists of [gaz bileşimi], by mole fractions.
public struct GasComposition: Hashable, Sendable {
    /// The fractions in the order of `GasComponent`, 21 of them.
    private let fractions: [MoleFraction]

    /// How far the sum may be from one, since analyses are printed rounded (ISO 12213-2).
    ///
    /// Nothing is normalised.
    public static let sumTolerance = MoleFraction(partsPerBillion: 100_000)

    /// A gas of those components; one that is not named is not in it.
    ///
    /// Throws `EquationOfStateError.fractionOutOfRange` for a fraction below zero or above AGA8's range, isomers of butane
    /// and of pentane together, and `.sumNotOne` where they do not add up.
    public init(_ fractions: [GasComponent: MoleFraction]) throws(EquationOfStateError) {
        self.fractions = GasComponent.allCases.map { fractions[$0] ?? .zero }
        for component in GasComponent.allCases {
            let share = self[component]
            let together: Int128
            switch component {
            case .isobutane, .butane:
                together = Int128(self[.isobutane].partsPerBillion) + Int128(self[.butane].partsPerBillion)
            case .isopentane, .pentane:
                together = Int128(self[.isopentane].partsPerBillion) + Int128(self[.pentane].partsPerBillion)
            default: together = Int128(share.partsPerBillion)
            }
            guard share >= .zero, together <= Int128(component.mostInDetail.partsPerBillion) else {
                throw .fractionOutOfRange(component, found: share, most: component.mostInDetail)
            }
        }
        // 21 fractions of at most one each: the sum fits.
        let sum = MoleFraction(partsPerBillion: self.fractions.reduce(0) { $0 + $1.partsPerBillion })
        let distance = sum.partsPerBillion - MoleFraction.whole.partsPerBillion
        guard distance.magnitude <= Self.sumTolerance.partsPerBillion.magnitude else { throw .sumNotOne(sum) }
    }

    /// The component's fraction.
    public subscript(component: GasComponent) -> MoleFraction { fractions[component.rawValue] }
}
