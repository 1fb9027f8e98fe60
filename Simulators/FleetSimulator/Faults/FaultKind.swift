/// The 25 faults of the catalogue, by their numbers there.
///
/// ../shared/simulator/simulator.md, section 4, is where the list comes from; ``FaultCatalogue`` has what is known of each.
public enum FaultKind: UInt8, CaseIterable, Hashable, Sendable {
    /// The index stands still while gas flows.
    case stuckIndex = 1
    /// A wheel misses some of its carries.
    case slippingWheel
    /// The wheels go from all nines to all zeros; no fault, but billing must know it.
    case rollover
    /// The meter is fitted backwards, or part of the gas flows back.
    case reverseFlow
    /// Gas escapes behind the meter day and night.
    case creep
    /// The meter shows less and less.
    case underRegistration
    /// The meter shows more and more.
    case overRegistration
    /// Seal broken, case opened.
    case sealBroken
    /// A magnet keeps the reed from pulsing.
    case magneticTamper
    /// The battery warns, then dies.
    case batteryLow
    /// Cards are damaged, of another meter, or loaded twice.
    case cardFault
    /// The valve does not close.
    case valveStuckOpen
    /// The valve does not open.
    case valveStuckClosed
    /// Credit falls below zero (eksi gaz).
    case emergencyCredit
    /// More gas is asked for than the meter may hold (fazla gaz).
    case excessCredit
    /// The card is lost, and with it what the office knows.
    case lostCard
    /// The clock drifts, falls back to 2000, or jumps by an hour.
    case clockShift
    /// The corrector's pressure sensor fails.
    case pressureSensor
    /// The corrector's temperature sensor fails.
    case temperatureSensor
    /// Pulses are lost, or counted twice.
    case pulseError
    /// Vb is not what p and T make of Vm.
    case conversionDivergence
    /// The table of gas quality is last month's.
    case gasQualityStale
    /// Readings come twice, late, out of order or not at all.
    case readingTransport
    /// Records come damaged.
    case corruptedRecord
    /// The reading is of another meter: exchanged, swapped, misnamed or unreadable.
    case meterIdentity

    /// The catalogue's number, 1 to 25.
    public var number: Int { Int(rawValue) }

    /// Its name in scenario files and tables.
    public var name: String { "\(self)" }

    /// The kind of that name, nil where there is none.
    public init?(name: String) {
        guard let kind = FaultKind.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}

/// In which way a fault shows, where its kind has several.
public enum FaultVariant: UInt8, CaseIterable, Hashable, Sendable {
    /// The kind has one way only.
    case plain
    /// A bit of the card's memory is wrong: it is refused.
    case damagedCard
    /// A card of another meter is put in: it is refused.
    case otherMetersCard
    /// The card is put in twice: the second time it is refused.
    case repeatedLoad
    /// The office sold one load on two cards: both are taken.
    case doubledLoad
    /// The clock runs fast.
    case clockDrift
    /// The clock began anew at 2000-01-01.
    case clockReset
    /// Somebody put the clock on summer time.
    case summerTime
    /// Pulses are lost.
    case pulseLoss
    /// The reed bounces: pulses are counted twice.
    case pulseBounce
    /// C is too high.
    case factorHigh
    /// C is too low.
    case factorLow
    /// Sent twice.
    case duplicate
    /// Sent days later.
    case late
    /// Sent after its follower.
    case outOfOrder
    /// Never sent.
    case missing
    /// A bit flipped on the way: the check does not match.
    case checksum
    /// The index went through a 32-bit floating-point number.
    case float32
    /// A digit above nine, with a matching check.
    case nibble
    /// The end is cut off.
    case truncation
    /// Another meter took its place: serial number and index begin anew.
    case exchange
    /// Two neighbours' meters are read for each other.
    case swappedNeighbours
    /// The serial number is written wrongly.
    case wrongSerial
    /// Digits cannot be read.
    case unreadableDigits

    /// Its name in scenario files and tables.
    public var name: String { "\(self)" }

    /// The variant of that name, nil where there is none.
    public init?(name: String) {
        guard let variant = FaultVariant.allCases.first(where: { $0.name == name }) else { return nil }
        self = variant
    }
}

extension FaultKind {
    /// The ways in which it can show, drawn evenly where a rule does not say; `plain` alone where it has one way.
    public var variants: [FaultVariant] {
        switch self {
        case .cardFault: [.damagedCard, .otherMetersCard, .repeatedLoad, .doubledLoad]
        case .clockShift: [.clockDrift, .clockReset, .summerTime]
        case .pulseError: [.pulseLoss, .pulseBounce]
        case .conversionDivergence, .gasQualityStale: [.factorHigh, .factorLow]
        case .readingTransport: [.duplicate, .late, .outOfOrder, .missing]
        case .corruptedRecord: [.checksum, .float32, .nibble, .truncation]
        case .meterIdentity: [.exchange, .swappedNeighbours, .wrongSerial, .unreadableDigits]
        default: [.plain]
        }
    }

    /// Faults of one register: two of a family never run at the same time in one meter, so each one's share is told.
    enum Family: Hashable {
        case volume, conversion, valve, card, identity
        case own(FaultKind)
    }

    var family: Family {
        switch self {
        case .stuckIndex, .slippingWheel, .reverseFlow, .underRegistration, .overRegistration, .magneticTamper,
            .batteryLow, .pulseError:
            .volume
        case .pressureSensor, .temperatureSensor, .conversionDivergence, .gasQualityStale: .conversion
        case .valveStuckOpen, .valveStuckClosed: .valve
        case .cardFault, .lostCard: .card
        case .rollover, .meterIdentity: .identity
        default: .own(self)
        }
    }
}
