/// Valve, tamper and battery of a prepaid meter; the six high bits of a word, as on the card's read-back.
public struct PrepaidFlags: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Flags of a word.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The valve was told to close, though it may be stuck: see ``ValveFault``.
    public static var valveClosed: PrepaidFlags { PrepaidFlags(rawValue: 1 << 10) }
    /// The customer asked for emergency credit; cleared once the credit is above zero again.
    public static var emergencyReleased: PrepaidFlags { PrepaidFlags(rawValue: 1 << 11) }
    /// The case was opened; only a service card clears it, and the valve stays closed until then.
    public static var caseOpened: PrepaidFlags { PrepaidFlags(rawValue: 1 << 12) }
    /// A magnet holds the reed: gas passes uncounted.
    public static var magnet: PrepaidFlags { PrepaidFlags(rawValue: 1 << 13) }
    /// The battery should be replaced.
    public static var batteryLow: PrepaidFlags { PrepaidFlags(rawValue: 1 << 14) }
    /// The battery is dead: nothing is counted, no card is read.
    public static var batteryDead: PrepaidFlags { PrepaidFlags(rawValue: 1 << 15) }
}

/// Whether the valve does as it is told.
public enum ValveFault: UInt8, Hashable, Sendable {
    /// It obeys.
    case none
    /// It lets gas pass whatever it was told.
    case stuckOpen
    /// It lets no gas pass.
    case stuckClosed
}

/// What happens to a prepaid meter besides gas and cards.
public enum PrepaidEvent: UInt8, Hashable, Sendable {
    /// The seal switch saw the case open: the valve closes.
    case caseOpened
    /// A magnet was put on the reed.
    case magnetOn
    /// The magnet was taken away.
    case magnetOff
    /// The battery's voltage fell below the warning.
    case batteryLow
    /// The battery's last charge closed the valve.
    case batteryDead
    /// A new battery.
    case batteryReplaced
}

/// What came of letting gas pass.
public struct PrepaidPassage: Hashable, Sendable {
    /// What went through, in millilitres: the truth.
    public let passed: UInt64
    /// What the meter counted and took from the credit, in millilitres.
    public let counted: UInt64
    /// Whether the valve was told to close in this step.
    public let valveClosed: Bool
}
