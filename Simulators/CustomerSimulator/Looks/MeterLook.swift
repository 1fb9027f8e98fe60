package import FleetSimulator
package import MeterCore
package import PhotoSimulator

/// How a meter of a fleet looks on its customer's wall: which kind of face, and which housing.
///
/// `assumption`: meters up to G6 have the small housings in turn, by their serial numbers; from G10 on it is the big bellows
/// of a boiler house. Before a corrector hangs a rotary meter up to a million m³ a
/// year and a turbine beyond: its own wheels are shown, not the corrector's display.
package struct MeterLook: Hashable, Sendable {
    /// The kind of face.
    package let kind: Meter.Kind
    /// The housing; nil for any that suits the kind.
    package let housing: HousingShape.Form?

    private static let small: [HousingShape.Form] = [
        .pressedSteel, .belted, .tallRounded, .plasticFrame, .metalBezel, .screwedCover, .indexCover, .compact,
    ]

    /// The look of a meter.
    ///
    /// - Parameters:
    ///   - kind: how it counts and is paid.
    ///   - size: G1.6 to G25; nil before a corrector.
    ///   - serial: serial number.
    ///   - yearlyCubicMetres: what passes in a mean year.
    package init(_ kind: MeterKind, size: DiaphragmSize?, serial: Int, yearlyCubicMetres: Int) {
        switch kind {
        case .prepaid: (self.kind, housing) = (.prepaid, nil)
        case .corrector: (self.kind, housing) = (yearlyCubicMetres > 1_000_000 ? .turbine : .rotary, nil)
        case .diaphragm:
            self.kind = .diaphragm
            switch size {
            case .g10, .g16, .g25: housing = .industrial
            default: housing = MeterLook.small[serial % MeterLook.small.count]
            }
        }
    }
}
