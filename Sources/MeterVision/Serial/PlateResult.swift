/// What the plate around a window says about the meter's serial number.
package enum PlateResult: Hashable, Sendable {
    /// Nobody looked, for want of a window.
    case notLookedAt
    /// No serial could be read for certain.
    case notRead
    /// A serial that was read for certain; where one is registered, the same one.
    case read(String)
    /// Another serial than the registered one, read for certain.
    case other(String)

    /// The serial; nil if none was read.
    package var serial: String? {
        switch self {
        case .read(let serial), .other(let serial): serial
        case .notLookedAt, .notRead: nil
        }
    }

    /// Whether it is another meter's serial.
    package var differs: Bool { if case .other = self { true } else { false } }

    /// Whether it was looked for in vain.
    package var wasNotRead: Bool { self == .notRead }
}
