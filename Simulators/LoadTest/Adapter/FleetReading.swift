package import Billing
package import Quantities

/// From where a reading came.
package enum ReadingSource: Int, Hashable, Sendable, CaseIterable {
    /// The reader's round.
    case round
    /// A meter's or corrector's own record.
    case record
    /// Somebody looked again, and stands for what was read: a photo, or a visit.
    case secondLook

    /// Its code in files.
    package var code: String {
        switch self {
        case .round: "round"
        case .record: "record"
        case .secondLook: "second-look"
        }
    }
}

/// What is wrong with a record as bytes; billing never sees a number of it.
package enum RecordDamage: Int, Hashable, Sendable, CaseIterable {
    /// Cut off.
    case truncated
    /// Of no known form.
    case form
    /// The check does not match.
    case checksum
    /// A digit above nine.
    case digit

    /// Its code in files.
    package var code: String {
        switch self {
        case .truncated: "truncated"
        case .form: "form"
        case .checksum: "checksum"
        case .digit: "digit"
        }
    }
}

/// What a corrector's registers showed, beside the wheels of the meter before it.
package struct CorrectorRegisters: Hashable, Sendable {
    /// Vb, the volume at base conditions, in whole m³.
    package var corrected: Int64
    /// Vm by the corrector's own counter, in whole m³.
    package var converter: Int64
    /// VmD, what of it was counted while a sensor was disturbed, in whole m³.
    package var disturbed: Int64
    /// VbD, what of Vb was, in whole m³.
    package var disturbedCorrected: Int64
    /// Wheels of the registers.
    package var digits: Int

    /// Registers.
    package init(
        corrected: Int64, converter: Int64, disturbed: Int64, disturbedCorrected: Int64 = 0, digits: Int = 9
    ) {
        self.corrected = corrected
        self.converter = converter
        self.disturbed = disturbed
        self.disturbedCorrected = disturbedCorrected
        self.digits = digits
    }
}

/// The fitter's slip of a meter that was exchanged: what the old one showed, and what the new one.
package struct ExchangeSlip: Hashable, Sendable {
    /// The day.
    package var date: CivilDate
    /// What the old meter showed, in whole m³.
    package var removedAt: Int64
    /// Serial of the new meter.
    package var newSerial: UInt64
    /// What the new meter showed, in whole m³.
    package var newStart: Int64

    /// A slip.
    package init(date: CivilDate, removedAt: Int64, newSerial: UInt64, newStart: Int64) {
        self.date = date
        self.removedAt = removedAt
        self.newSerial = newSerial
        self.newStart = newStart
    }
}

/// A reading as it came to the office.
///
/// By (meter, order, source) it is told from every other; the same again is the same reading.
package struct FleetReading: Hashable, Sendable {
    /// Number of the meter in the fleet, by the line or the card that it came with.
    package var meter: Int
    /// The reading's own number, from 1, one more each time.
    package var order: Int
    /// Serial as it was read.
    package var serial: UInt64
    /// Whole m³ as read; nil where digits could not be read, or the record is damaged.
    package var index: Int64?
    /// The day that the reading bears.
    package var date: CivilDate
    /// From where.
    package var source: ReadingSource
    /// What the reader noted, by its code; empty for nothing.
    package var note: String
    /// What meter, converter or reader report.
    package var status: MeterStatus
    /// What a corrector's registers showed; nil without one.
    package var corrector: CorrectorRegisters?
    /// What the clock of a converter showed, and when it was read out; nil for what has no clock.
    package var clock: ClockReading?
    /// What is wrong with the record; nil for a whole one.
    package var damage: RecordDamage?
    /// Whether the index went through a 32-bit floating-point number, by the record's form.
    package var isFloat: Bool
    /// The fitter's slip, with the first reading after an exchange.
    package var exchange: ExchangeSlip?

    /// A plain reading of the round unless told otherwise.
    package init(
        meter: Int, order: Int, serial: UInt64, index: Int64?, date: CivilDate, source: ReadingSource = .round,
        note: String = "", status: MeterStatus = [], corrector: CorrectorRegisters? = nil,
        clock: ClockReading? = nil, damage: RecordDamage? = nil, isFloat: Bool = false, exchange: ExchangeSlip? = nil
    ) {
        self.meter = meter
        self.order = order
        self.serial = serial
        self.index = index
        self.date = date
        self.source = source
        self.note = note
        self.status = status
        self.corrector = corrector
        self.clock = clock
        self.damage = damage
        self.isFloat = isFloat
        self.exchange = exchange
    }
}
