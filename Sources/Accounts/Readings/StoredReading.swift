package import Quantities
package import Storage

/// Where a reading came from.
package enum ReadingOrigin: Hashable, Sendable {
    /// It came with a file of subscribers.
    case imported
    /// The machine read it from a photo, by Intake's key of it.
    case photo(Int64)
    /// A clerk decided on a photo.
    case clerk(name: String, photo: Int64)
    /// Somebody put it in the place of one whose invoice was reversed, with the photo of that one, if there was one.
    case corrected(by: String, photo: Int64?)
    /// The utility's reader took it on the round; with the name of whoever confirmed it, where somebody did.
    case round(confirmedBy: String?)

    var code: String {
        switch self {
        case .imported: "imported"
        case .photo: "photo"
        case .clerk: "clerk"
        case .corrected: "corrected"
        case .round: "round"
        }
    }

    /// Whether no person looked at it before it was billed.
    package var isMachine: Bool {
        if case .photo = self { true } else { false }
    }

    /// Whether the utility's reader took it, on its own day; one that was put in such a one's place counts too.
    var isOfRound: Bool {
        switch self {
        // What takes the place of a photo's reading keeps its photo.
        case .round, .corrected(_, photo: nil): true
        case .imported, .photo, .clerk, .corrected: false
        }
    }

    /// The photo that it was taken from, by Intake's key, if it was one.
    package var photo: Int64? {
        switch self {
        case .imported, .round: nil
        case .photo(let photo), .clerk(_, let photo): photo
        case .corrected(_, let photo): photo
        }
    }

    /// Whether a person typed the index.
    var isTyped: Bool {
        switch self {
        case .imported, .photo: false
        case .clerk, .corrected, .round: true
        }
    }

    /// The person who decided on it, if one did.
    var clerk: String? {
        switch self {
        case .imported, .photo: nil
        case .clerk(let name, _), .corrected(let name, _): name
        case .round(let name): name
        }
    }
}

/// A reading as the books have it.
package struct StoredReading: Hashable, Sendable {
    package let id: Int64
    package let index: Index
    package let date: CivilDate
    package let origin: ReadingOrigin
}

/// A reading that may become one of the books.
package struct ReadingCandidate: Hashable, Sendable {
    package let subscriber: SubscriberNumber
    package let index: Index
    package let date: CivilDate
    /// A clerk may confirm a use above the plausible limit, never an index that is lower and no possible rollover.
    package let origin: ReadingOrigin
    /// The places of the digits that were read with doubt, from the left, the first being 0.
    package let doubtfulPlaces: [Int]

    package init(
        subscriber: SubscriberNumber, index: Index, date: CivilDate, origin: ReadingOrigin, doubtfulPlaces: [Int] = []
    ) {
        self.subscriber = subscriber
        self.index = index
        self.date = date
        self.origin = origin
        self.doubtfulPlaces = doubtfulPlaces
    }
}

extension Statements {
    /// The last readings of a subscriber that hold, the newest first, whatever meter they are of.
    package func readings(of number: SubscriberNumber, last count: Int) throws(StoreError) -> [StoredReading] {
        let rows = try rows(
            """
            SELECT r.* FROM reading r JOIN subscriber s ON s.id = r.subscriber
            WHERE s.number = ? AND r.superseded_at IS NULL ORDER BY r.day DESC, r.id DESC LIMIT ?
            """, number.text, count)
        var readings: [StoredReading] = []
        for row in rows { readings.append(try StoredReading(row)) }
        return readings
    }

    /// The reading of a key.
    package func reading(_ id: Int64) throws(StoreError) -> StoredReading? {
        try row("SELECT * FROM reading WHERE id = ?", id).map { row throws(StoreError) in try StoredReading(row) }
    }

    /// Whether a reading was taken off the meter that hangs at its subscriber's now.
    package func isOfPresentMeter(reading id: Int64) throws(StoreError) -> Bool {
        let row = try row(
            """
            SELECT r.meter = (SELECT max(id) FROM meter WHERE subscriber = r.subscriber) AS present
            FROM reading r WHERE r.id = ?
            """, id)
        return try row?.flag("present") ?? false
    }

    /// The newest reading of a meter that holds.
    func newestReading(ofMeter meter: Int64) throws(StoreError) -> StoredReading? {
        try row("SELECT * FROM reading WHERE meter = ? AND superseded_at IS NULL ORDER BY day DESC LIMIT 1", meter).map
        {
            row throws(StoreError) in
            try StoredReading(row)
        }
    }
}

extension StoredReading {
    init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        date = try row.day("day")
        index = try row.index()
        switch (try row.text("origin"), try row.optionalInteger("photo"), try row.optionalText("clerk")) {
        case ("photo", let photo?, _): origin = .photo(photo)
        case ("clerk", let photo?, let name?): origin = .clerk(name: name, photo: photo)
        case ("corrected", let photo, let name?): origin = .corrected(by: name, photo: photo)
        case ("round", nil, let name): origin = .round(confirmedBy: name)
        case ("imported", _, _): origin = .imported
        default: throw .column("origin")
        }
    }
}

extension Row {
    /// The index of a row of readings, with the zeros that the counter prints.
    func index() throws(StoreError) -> Index {
        do {
            return try Index(value: try integer("index_value"), digits: Int(try integer("digits")))
        } catch {
            throw .column("index_value")
        }
    }
}
