package import Billing
package import Quantities

/// Whose doing it is that billing gets something other than the truth.
package enum TruthCause: Hashable, Sendable {
    /// A fault of meter, card, converter or transport, by its number in the catalogue of 25.
    case fault(MeterFault)
    /// A slip of the one who read.
    case reader

    /// Its place in tables: 1 to 25, and 0 for a reader's slip.
    package var number: Int {
        switch self {
        case .fault(let fault): fault.rawValue
        case .reader: 0
        }
    }
}

/// By what billing can tell a fault.
package enum TruthSign: Int, Hashable, Sendable, CaseIterable, Codable {
    /// By registers, serials, order numbers or bytes.
    case registers
    /// By a status bit or a note.
    case status
    /// By what a card brings back.
    case card
    /// By use that does not fit: likely, not certain.
    case use
    /// Not by billing's data.
    case none

    /// Its code in files.
    package var code: String {
        switch self {
        case .registers: "registers"
        case .status: "status"
        case .card: "card"
        case .use: "use"
        case .none: "none"
        }
    }
}

/// Something that really was wrong with a meter or its readings; nothing of it is known to billing.
package struct TruthFault: Hashable, Sendable {
    /// Number of the meter.
    package var meter: Int
    /// Whose doing.
    package var cause: TruthCause
    /// In which way, by its name in scenario files.
    package var variant: String
    /// Its first day.
    package var from: CivilDate
    /// Its last day.
    package var through: CivilDate
    /// By what billing can tell it.
    package var sign: TruthSign
    /// Whether a reading, a card or a record showed it: what nobody could have met is in no score.
    package var isMet: Bool
    /// The last day on which a card showed it, which may be long after its end; nil for what no card shows.
    package var shownThrough: CivilDate?
    /// What was counted too little in the heating months, in litres, and what should have been counted there.
    package var missingHeatingLitres: Int64
    /// What should have been counted in the heating months while it was on, in litres.
    package var heatingLitres: Int64

    /// A fault.
    package init(
        meter: Int, cause: TruthCause, variant: String = "plain", from: CivilDate, through: CivilDate,
        sign: TruthSign, isMet: Bool = true, shownThrough: CivilDate? = nil, missingHeatingLitres: Int64 = 0,
        heatingLitres: Int64 = 0
    ) {
        self.meter = meter
        self.cause = cause
        self.variant = variant
        self.from = from
        self.through = through
        self.sign = sign
        self.isMet = isMet
        self.shownThrough = shownThrough
        self.missingHeatingLitres = missingHeatingLitres
        self.heatingLitres = heatingLitres
    }
}

/// A kind of fault as the catalogue has it, for the report.
package struct TruthTrait: Hashable, Sendable {
    /// The fault.
    package var fault: MeterFault
    /// By what billing can tell it.
    package var sign: TruthSign

    /// A trait.
    package init(fault: MeterFault, sign: TruthSign) {
        self.fault = fault
        self.sign = sign
    }
}
