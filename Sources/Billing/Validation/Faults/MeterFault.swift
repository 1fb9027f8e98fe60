/// A fault of a meter, its converter, its card or its readings, by its number in the catalogue that the simulator plays.
public enum MeterFault: Int, Hashable, Sendable, CaseIterable {
    /// The counter stands while gas flows.
    case stuckIndex = 1
    /// A wheel misses a carry.
    case slippingWheel
    /// The counter passed its largest number: no fault, but easily taken for one.
    case rollover
    /// Gas flows backwards, or the meter is fitted so.
    case reverseFlow
    /// A small flow that never ends.
    case leak
    /// The meter counts too little.
    case underRegistration
    /// The meter counts too much.
    case overRegistration
    /// A seal is broken or the case was opened.
    case sealBroken
    /// A magnet keeps pulses from being counted.
    case magneticTamper
    /// The battery is low or dead.
    case battery
    /// A load was refused, lost or taken twice.
    case cardLoad
    /// The valve does not close at the end of the credit.
    case valveStuckOpen
    /// The valve does not open although there is credit.
    case valveStuckClosed
    /// Gas on tick below zero [eksi gaz].
    case negativeCredit
    /// More gas loaded than may be [fazla gaz].
    case excessCredit
    /// The card is lost: what the meter holds is not known.
    case lostCard
    /// The clock drifts or was reset.
    case clock
    /// The pressure sensor fails.
    case pressureSensor
    /// The temperature sensor fails.
    case temperatureSensor
    /// Pulses are lost or counted twice.
    case pulses
    /// Corrected and uncorrected volume diverge.
    case conversionFactor
    /// The converter works with the gas quality of an earlier month.
    case gasQuality
    /// A reading comes twice, late, out of order or not at all.
    case transport
    /// A record was corrupted on its way.
    case corruptRecord
    /// The reading is another meter's: swapped neighbours, a wrong serial, an exchange.
    case wrongMeter

    /// What shows a fault.
    public enum Evidence: Hashable, Sendable {
        /// The readings of the billing, with history and peers.
        case readings
        /// The counters of a volume converter beside the mechanical one.
        case converter
        /// The loads, credits and read-backs of a prepaid card.
        case card
        /// The numbered records of an archive.
        case records
        /// The clock of a device beside the time at which it was read out.
        case clock
        /// Only a status that the meter, its converter or the reader reports with a reading.
        case status
        /// Only an inspection of the meter.
        case inspection
        /// Nothing that billing gets.
        case none
    }

    /// What shows the fault to billing; the reasons stand beside the cases that no reading can show.
    public var evidence: Evidence {
        switch self {
        case .stuckIndex, .slippingWheel, .rollover, .reverseFlow, .wrongMeter: .readings
        case .pulses, .conversionFactor, .gasQuality, .pressureSensor, .temperatureSensor: .converter
        case .cardLoad, .valveStuckOpen, .valveStuckClosed, .negativeCredit, .excessCredit, .lostCard: .card
        case .clock: .clock
        case .transport, .corruptRecord: .records
        // A magnet only makes the use smaller, a broken seal not even that: by use alone every absence would be accused. A low
        // battery is a status; a dead one also shows as a converter's counter that stands.
        case .sealBroken, .magneticTamper, .battery: .status
        // A few percent a year are within what a customer's own periods differ by (R4 tolerates 35 %).
        case .underRegistration, .overRegistration: .inspection
        // It shows at night, in hourly figures; a month's use with a leak of 20 l/h is that of a house with one more person.
        case .leak: .none
        }
    }
}

/// A fault that data show, with the figures that show it.
public struct FaultFlag: Hashable, Sendable {
    /// What went wrong with a record on its way.
    public enum Transport: String, Hashable, Sendable, CaseIterable {
        /// The same record again: it changes nothing.
        case duplicate
        /// Another content under the same number.
        case conflict
        /// A number between two others never came.
        case missing
        /// It came long after its day.
        case late
        /// It came after one with a higher number.
        case outOfOrder
    }

    /// The fault.
    public let fault: MeterFault
    /// The figures that show it.
    public let figures: [DerivationStep.Operand]
    /// What went wrong on the way; only of the fault `transport`.
    public let transport: Transport?

    /// A flag of those figures.
    public init(_ fault: MeterFault, _ figures: [DerivationStep.Operand] = [], transport: Transport? = nil) {
        self.fault = fault
        self.figures = figures
        self.transport = transport
    }
}
