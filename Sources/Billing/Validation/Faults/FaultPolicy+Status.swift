import Quantities

/// What a meter, its converter or the one who read it reports with a reading.
public struct MeterStatus: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// A status of those bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A seal is broken.
    public static let sealBroken = MeterStatus(rawValue: 1 << 0)
    /// The case was opened.
    public static let caseOpened = MeterStatus(rawValue: 1 << 1)
    /// A magnetic field.
    public static let magnet = MeterStatus(rawValue: 1 << 2)
    /// The battery is low.
    public static let batteryLow = MeterStatus(rawValue: 1 << 3)
    /// The pressure sensor is disturbed.
    public static let pressureSensor = MeterStatus(rawValue: 1 << 4)
    /// The temperature sensor is disturbed.
    public static let temperatureSensor = MeterStatus(rawValue: 1 << 5)
    /// The clock is not valid.
    public static let clockInvalid = MeterStatus(rawValue: 1 << 6)
    /// The customer asked for emergency credit, and the meter gave it.
    public static let emergencyCredit = MeterStatus(rawValue: 1 << 7)

    /// What makes a prepaid meter refuse every card and close its valve, as it reports it or as somebody sees it.
    public static let closingValves: MeterStatus = [.sealBroken, .caseOpened, .batteryLow]
}

/// Who says what a status says.
public enum StatusWitness: Hashable, Sendable {
    /// The meter or its converter.
    case meter
    /// A reader's note: one in some thousand is made up, and an accusation needs more.
    case reader
    /// Somebody who looked again because of it: a photo, or a visit.
    case secondLook
}

// Faults that a status or an inspection says and no figure of the billing does.
extension FaultPolicy {
    /// The faults that a status reports, by number (8, 9, 10, 17, 18, 19).
    ///
    /// A reader's note reports none: ``asksForLook(_:by:)``.
    public func reported(_ status: MeterStatus, by witness: StatusWitness = .meter) -> [FaultFlag] {
        if witness == .reader { return [] }
        let table: [(MeterStatus, MeterFault)] = [
            ([.sealBroken, .caseOpened], .sealBroken), (.magnet, .magneticTamper), (.batteryLow, .battery),
            (.clockInvalid, .clock), (.pressureSensor, .pressureSensor), (.temperatureSensor, .temperatureSensor),
        ]
        return table.filter { bits, _ in !status.isDisjoint(with: bits) }.map { _, fault in FaultFlag(fault) }
    }

    /// Whether somebody looks again before the status is a fault; the reading beside it is billed all the same.
    public func asksForLook(_ status: MeterStatus, by witness: StatusWitness) -> Bool {
        witness == .reader && !reported(status, by: .secondLook).isEmpty
    }

    /// Faults 6 and 7: an inspection found the meter to err by more than is tolerated, in thousandths of the true volume;
    /// below zero it counts too little.
    public func inspection(errorPermille: Int64) -> FaultFlag? {
        let figure = DerivationStep.Operand(
            .inspectionError, DecimalFigure(units: Int128(errorPermille), fractionDigits: 3))
        let limit = Int128(max(inspectionPermille, 0))
        if Int128(errorPermille) < -limit { return FaultFlag(.underRegistration, [figure]) }
        if Int128(errorPermille) > limit { return FaultFlag(.overRegistration, [figure]) }
        return nil
    }
}
