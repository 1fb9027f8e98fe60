/// The size of a diaphragm gas meter (körüklü sayaç), G1.6 to G25, with what EN 1359 asks of it.
///
/// Qmax and Qmin: EN 1359, 4.1. Qt is a tenth of Qmax (EN 1359, 5.1; Elster's data sheets). Cyclic volume: the least that
/// Directive 71/318/EEC, chapter II, allowed for the size, which is also OIML R 31. Starting flow: EN 1359, 5.3.
/// The texts of the standards are not public: the figures are those of makers' plates and data sheets.
public enum DiaphragmSize: UInt8, Hashable, Sendable {
    /// Up to 2.5 m³/h, a flat with a cooker.
    case g1_6
    /// Up to 4 m³/h.
    case g2_5
    /// Up to 6 m³/h, the usual household meter.
    case g4
    /// Up to 10 m³/h.
    case g6
    /// Up to 16 m³/h.
    case g10
    /// Up to 25 m³/h.
    case g16
    /// Up to 40 m³/h, a boiler room.
    case g25

    /// Qmax, the greatest flow at which the meter keeps its class, in litres an hour.
    public var maximumFlow: UInt32 {
        switch self {
        case .g1_6: 2_500
        case .g2_5: 4_000
        case .g4: 6_000
        case .g6: 10_000
        case .g10: 16_000
        case .g16: 25_000
        case .g25: 40_000
        }
    }

    /// Qmin, the least flow at which the meter keeps its class, in litres an hour.
    public var minimumFlow: UInt32 {
        switch self {
        case .g1_6: 16
        case .g2_5: 25
        case .g4: 40
        case .g6: 60
        case .g10: 100
        case .g16: 160
        case .g25: 250
        }
    }

    /// Qt, the flow from which the narrower limits of error hold, in litres an hour.
    public var transitionalFlow: UInt32 { maximumFlow / 10 }

    /// The least flow that moves the meter at all, in litres an hour.
    public var startingFlow: UInt32 {
        switch self {
        case .g1_6: 3
        case .g2_5, .g4: 5
        case .g6: 8
        case .g10, .g16: 13
        case .g25: 20
        }
    }

    /// V, the gas that passes in one turn of the diaphragms, in millilitres.
    public var cyclicVolume: UInt32 {
        switch self {
        case .g1_6: 700
        case .g2_5: 1_200
        case .g4: 2_000
        case .g6: 3_500
        case .g10: 6_000
        case .g16: 10_000
        case .g25: 18_000
        }
    }

    /// The limit of error of class 1.5 at a flow, in parts per million to either side, or nil outside Qmin to Qmax.
    ///
    /// 3 % from Qmin to below Qt, 1.5 % from Qt to Qmax: Directive 2014/32/EU, annex IV (MI-002), part I, 2.1.
    public func errorLimit(atLitresPerHour flow: UInt32) -> Int32? {
        guard (minimumFlow...maximumFlow).contains(flow) else { return nil }
        return flow < transitionalFlow ? 30_000 : 15_000
    }
}
