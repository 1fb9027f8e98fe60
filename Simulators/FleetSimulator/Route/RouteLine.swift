public import Quantities

/// A line of a contractor's route file: where, which meter, what was read and what was noted.
///
/// Installation and serial number are the register's of the meters; writing files is FleetExport's.
public struct RouteLine: Hashable, Sendable {
    /// Book, page and line.
    public var place: RoutePlace
    /// Number of the installation (tesisat no).
    public var installation: UInt64
    /// Serial number as the reader wrote it.
    public var serial: UInt64
    /// Whole m³ as the reader wrote them; nil where nothing was read.
    public var reading: Int?
    /// The day that the reader wrote.
    public var date: CivilDate
    /// What the reader noted.
    public var note: ReaderNote

    /// A line.
    public init(
        place: RoutePlace, installation: UInt64, serial: UInt64, reading: Int?, date: CivilDate, note: ReaderNote
    ) {
        self.place = place
        self.installation = installation
        self.serial = serial
        self.reading = reading
        self.date = date
        self.note = note
    }
}

/// A contractor's file of one book and one round, its lines in the order of the walk.
public struct RouteFile: Hashable, Sendable {
    /// Name of the contractor.
    public var contractor: String
    /// Number of the book.
    public var book: Int
    /// The day that the calendar asks for.
    public var due: CivilDate
    /// In the order of the walk.
    public var lines: [RouteLine]

    /// A file; the lines are put in the order of the walk.
    public init(contractor: String, book: Int, due: CivilDate, lines: [RouteLine]) {
        self.contractor = contractor
        self.book = book
        self.due = due
        self.lines = lines.sorted { $0.place < $1.place }
    }
}
