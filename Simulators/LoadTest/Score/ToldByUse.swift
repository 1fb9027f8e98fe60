import Billing

/// Kinds of faults of which recall is asked at an effect of half the use and 30 m³ in three heating months.
package enum ToldByUse: String, CaseIterable, Hashable, Sendable, Codable {
    /// A counter that stands still: by use.
    case stuckIndex
    /// A wheel that slips: by use.
    case slippingWheel
    /// A magnet: the wheels that are read turn on, so by a card's status bit, or by pulses beside the wheels of a corrector.
    case magneticTamper
    /// Neighbours whose readings are swapped: by readings that fit each other's meter.
    ///
    /// Two indexes are hundreds of m³ apart, so that every swap has the effect.
    case swappedNeighbours

    /// Whether use alone gives it away: the curve of thresholds is of these.
    var isByUseAlone: Bool { self == .stuckIndex || self == .slippingWheel }
}

/// Faults of one kind, and those of them that billing flagged.
package struct UseKindScore: Hashable, Sendable {
    /// How many.
    package var faults = 0
    /// Of them, flagged.
    package var flagged = 0

    /// Counts a fault.
    mutating func add(_ isFlagged: Bool) {
        faults += 1
        if isFlagged { flagged += 1 }
    }

    /// Adds another shard's.
    mutating func add(_ other: UseKindScore) {
        faults += other.faults
        flagged += other.flagged
    }
}

extension TruthFault {
    /// As which kind it counts in the figure of use; nil for other kinds, and for what is lighter.
    var toldByUse: ToldByUse? {
        switch cause {
        case .fault(.stuckIndex): isHeavy ? .stuckIndex : nil
        case .fault(.slippingWheel): isHeavy ? .slippingWheel : nil
        case .fault(.magneticTamper): isHeavy ? .magneticTamper : nil
        case .fault(.wrongMeter): sign == .use ? .swappedNeighbours : nil
        default: nil
        }
    }
}
