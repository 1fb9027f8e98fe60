/// How a serial was found.
public enum SerialWay: Hashable, Sendable {
    /// A code says it.
    case code(CodeSymbology)
    /// It is printed.
    case print

    /// The code's symbology, or `print`.
    public var name: String {
        switch self {
        case .code(let symbology): symbology.rawValue
        case .print: "print"
        }
    }
}

/// What the list of registered serials says of one that was read.
public enum SerialListing: Hashable, Sendable {
    /// There is no list.
    case noList
    /// It is none of them for certain, or might be one or the other.
    case unlisted
    /// It is this one, so far from what was read: 0 where that is the same, else the logarithm of how many times likelier
    /// another number is by the print alone.
    case listed(serial: String, distance: Double)
}

/// A serial that was read, and how one came by it.
public struct SerialFinding: Hashable, Sendable {
    /// The digits as read, leading zeros kept.
    public var serial: String
    /// How it was found.
    public var way: SerialWay
    /// The whole text that was seen: a code may say more than the serial.
    public var text: String
    /// What the list says of it.
    public var listing: SerialListing

    /// A finding.
    package init(serial: String, way: SerialWay, text: String, listing: SerialListing = .noList) {
        (self.serial, self.way, self.text, self.listing) = (serial, way, text, listing)
    }

    /// The registered serial that it matches; nil if there is none.
    public var listed: String? { if case .listed(let serial, _) = listing { serial } else { nil } }

    /// How far from that one it is; nil if there is none.
    public var distance: Double? { if case .listed(_, let distance) = listing { distance } else { nil } }
}

/// What the plate around a window says about the meter's serial number.
package enum PlateResult: Hashable, Sendable {
    /// Nobody looked, for want of a window.
    case notLookedAt
    /// No serial could be read for certain.
    case notRead
    /// A serial that was read for certain; where one is registered for this meter, the same one.
    case read(SerialFinding)
    /// Another serial than the one registered for this meter, read for certain.
    case other(SerialFinding)

    /// What was read; nil if nothing was.
    package var finding: SerialFinding? {
        switch self {
        case .read(let finding), .other(let finding): finding
        case .notLookedAt, .notRead: nil
        }
    }

    /// The serial; nil if none was read.
    package var serial: String? { finding?.serial }

    /// Whether it is another meter's serial.
    package var differs: Bool { if case .other = self { true } else { false } }

    /// Whether it was looked for in vain.
    package var wasNotRead: Bool { self == .notRead }
}
