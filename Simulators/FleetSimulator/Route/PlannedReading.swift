public import Quantities

/// What a reader does wrong with one reading.
public enum ReaderSlip: Hashable, Sendable {
    /// Nothing.
    case none
    /// One digit is wrong: its place from the right, and by how much it is turned on, 1 to 9.
    case digit(place: Int, turn: Int)
    /// The neighbour's reading is written on this line, and this one's on the neighbour's.
    case swappedNeighbours
    /// Nobody read: usual use is added to the last reading.
    case estimate

    /// What is written in place of a reading of whole m³.
    ///
    /// - Parameters:
    ///   - reading: what the wheels show.
    ///   - neighbour: what the neighbour's wheels show; nil where there is none, and then nothing is swapped.
    ///   - last: what was written the last time.
    ///   - usual: what the meter usually uses in such a time, in m³.
    ///   - wheels: black wheels.
    /// - Returns: whole m³, within the wheels.
    public func written(reading: Int, neighbour: Int?, last: Int, usual: Int, wheels: Int) -> Int {
        let range = (0..<wheels).reduce(1) { range, _ in range * 10 }
        switch self {
        case .none: return reading
        case .swappedNeighbours: return neighbour ?? reading
        case .estimate: return (last + usual) % range
        case .digit(let place, let turn):
            let worth = (0..<min(place, wheels - 1)).reduce(1) { worth, _ in worth * 10 }
            let digit = reading / worth % 10
            return reading + ((digit + turn) % 10 - digit) * worth
        }
    }
}

/// One reading of one meter as calendar and reader make it.
public struct PlannedReading: Hashable, Sendable {
    /// Which reading of the meter it is, from 0.
    public let number: Int
    /// The day that the calendar asks for.
    public let due: CivilDate
    /// The hour at which the reader stands before the meter, or says so.
    public let hour: FleetHour
    /// Place of the contractor in the plan.
    public let contractor: Int
    /// What goes wrong with the number.
    public let slip: ReaderSlip
    private let dropsNote: Bool
    private let falseNote: ReaderNote?

    init(
        number: Int, due: CivilDate, hour: FleetHour, contractor: Int, slip: ReaderSlip, dropsNote: Bool,
        falseNote: ReaderNote?
    ) {
        self.number = number
        self.due = due
        self.hour = hour
        self.contractor = contractor
        self.slip = slip
        self.dropsNote = dropsNote
        self.falseNote = falseNote
    }

    /// The day on which it is read.
    public var date: CivilDate { hour.date }

    /// How many days late it is.
    public var daysLate: Int { due.days(until: date) }

    /// What the reader notes where the meter looks so: a note may be left out, or be made up.
    public func note(seeing sight: ReaderNote) -> ReaderNote {
        if slip == .estimate { return falseNote ?? .none }
        if sight != .none { return dropsNote ? .none : sight }
        return falseNote ?? .none
    }
}
