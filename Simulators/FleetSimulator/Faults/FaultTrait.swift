/// What is known of a kind of fault: who can have it, how bad it gets, and what billing can and must do.
public struct FaultTrait: Hashable, Sendable {
    /// The kind.
    public let kind: FaultKind
    /// What it is called, in English and Turkish.
    public let title: String
    /// The meters that can have it.
    public let meters: Set<MeterKind>
    /// What its severity counts.
    public let unit: SeverityUnit
    /// Severities that a rule may name, in the unit's finest part.
    public let severities: ClosedRange<Int>
    /// Severities that are drawn where a rule names none.
    public let usualSeverities: ClosedRange<Int>
    /// Days that it lasts where a rule names none.
    public let usualDays: ClosedRange<Int>
    /// By what billing can tell it; how, or why not, is words and stands in `FaultEvidenceWords`.
    public let sign: FaultSign
    /// Where effect and figures come from.
    public let source: String

    /// What billing must do about it.
    public func duty(_ variant: FaultVariant) -> BillingDuty {
        switch kind {
        case .stuckIndex, .magneticTamper: .estimate
        case .slippingWheel: .askPhoto
        case .rollover: .modularDifference
        case .reverseFlow: .hold
        case .creep: .billWithSafetyNotice
        case .underRegistration, .overRegistration: .billUntilInspection
        case .sealBroken: .illegalUse
        case .batteryLow: .mechanicalIndex
        case .cardFault: .idempotentLoad
        case .valveStuckOpen: .carryNegativeCredit
        case .valveStuckClosed: .serviceOrder
        case .emergencyCredit: .deductFromLoad
        case .excessCredit: .refuseExcess
        case .lostCard: .readBackFirst
        case .clockShift: .orderByNumber
        case .pressureSensor: .agreedPressure
        case .temperatureSensor: .agreedTemperature
        case .pulseError: .compareMechanical
        case .conversionDivergence: .block
        case .gasQualityStale: .rerate
        case .readingTransport: .idempotentReading
        case .corruptedRecord: .rejectKeepRaw
        case .meterIdentity:
            switch variant {
            case .swappedNeighbours: .pairTest
            case .wrongSerial: .matchSerial
            case .unreadableDigits: .askPhoto
            default: .splitPeriod
            }
        }
    }

    /// By what billing can tell it in that variant: swapped neighbours show in use alone.
    public func sign(_ variant: FaultVariant) -> FaultSign { variant == .swappedNeighbours ? .use : sign }
}

extension FaultKind {
    /// What is known of the kind.
    public var trait: FaultTrait { FaultCatalogue.traits[number - 1] }
}
