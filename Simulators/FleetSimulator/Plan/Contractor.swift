/// A firm that reads meters for the utility, and how well it does.
///
/// Shares are of its readings. The defaults are assumptions: no utility publishes them.
public struct Contractor: Hashable, Sendable {
    /// By which reports speak of it; no two share one.
    public var name: String
    /// Part of the books that it reads; all contractors' shares make the whole.
    public var books: Share
    /// Read later than planned.
    public var late: Share
    /// How many days later, drawn evenly.
    public var daysLate: ClosedRange<Int>
    /// With one digit wrong.
    public var digitErrors: Share
    /// Pairs of neighbours on a page whose readings are written on each other's line.
    public var swappedNeighbours: Share
    /// Not read at all: what the meter usually uses is added to the last reading.
    public var estimates: Share
    /// Notes that were due and not written.
    public var notesMissing: Share
    /// Notes written without a reason.
    public var notesFalse: Share

    /// A firm that makes no mistake unless told otherwise.
    public init(
        name: String, books: Share = .whole, late: Share = .none, daysLate: ClosedRange<Int> = 1...3,
        digitErrors: Share = .none, swappedNeighbours: Share = .none, estimates: Share = .none,
        notesMissing: Share = .none, notesFalse: Share = .none
    ) {
        self.name = name
        self.books = books
        self.late = late
        self.daysLate = daysLate
        self.digitErrors = digitErrors
        self.swappedNeighbours = swappedNeighbours
        self.estimates = estimates
        self.notesMissing = notesMissing
        self.notesFalse = notesFalse
    }
}
