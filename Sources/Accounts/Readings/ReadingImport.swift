internal import Billing
package import Quantities
package import Storage

/// A line of a file of older readings, once it was understood.
package struct ImportedReading: Sendable {
    /// Where it stands, for what is wrong with it.
    package let line: Int
    package let subscriber: SubscriberNumber
    /// As the file prints it; leading zeros may be missing.
    package let index: Index
    package let date: CivilDate

    package init(line: Int, subscriber: SubscriberNumber, index: Index, date: CivilDate) {
        (self.line, self.subscriber, self.index, self.date) = (line, subscriber, index, date)
    }
}

/// What an import of readings changed.
package struct ReadingImportCounts: Hashable, Sendable {
    package var added = 0
    /// Those that were known already.
    package var unchanged = 0
}

/// Why a file of readings was not taken over; nothing of it was.
package typealias ReadingImportRefusal = ImportRefusal<ReadingImportReason>

/// What is wrong with a line of such a file.
package enum ReadingImportReason: Hashable, Sendable {
    case unknownSubscriber
    /// The subscriber's meter has no reading yet, so that the first invoice would begin with this one.
    case noReading
    /// There are more digits than the meter has black wheels.
    case tooManyDigits(wheels: Int)
    /// Billing goes on from the newest reading, which an import of older ones never moves.
    case laterThanNewest(CivilDate)
    /// Another meter hung there then, and the file does not say which one is meant.
    case beforeExchange(CivilDate)
    case otherIndex(Index)
    case lowerThan(Index, on: CivilDate)
    case higherThan(Index, on: CivilDate)
}

extension Transaction {
    /// Takes over readings from before the service, older than the newest one of each subscriber.
    ///
    /// Nothing that was billed changes, and the next period begins where it began before.
    /// Throws `ReadingImportRefusal` with every line that is wrong, and `StoreError`.
    package func importReadings(
        _ readings: [ImportedReading], sha256: String, actor: AuditActor, at moment: Moment
    ) throws -> ReadingImportCounts {
        var counts = ReadingImportCounts()
        var problems: [ReadingImportRefusal.Problem] = []
        let groups = Dictionary(grouping: readings, by: \.subscriber).values
        for group in groups.sorted(by: { ($0.first?.line ?? 0) < ($1.first?.line ?? 0) }) {
            guard let number = group.first?.subscriber, var history = try meterHistory(of: number) else {
                problems += group.map { .init(line: $0.line, reason: .unknownSubscriber) }
                continue
            }
            // By date, so that a line is held against those before it, wherever they stand in the file.
            for reading in group.sorted(by: { ($0.date, $0.line) < ($1.date, $1.line) }) {
                if let reason = history.refusal(of: reading) {
                    problems.append(.init(line: reading.line, reason: reason))
                } else if let new = history.add(reading) {
                    _ = try insertReading(
                        new, subscriber: history.subscriber, meter: history.meter, origin: .imported, at: moment)
                    counts.added += 1
                } else {
                    counts.unchanged += 1
                }
            }
        }
        try ReadingImportRefusal.check(problems)
        try audit(
            AuditEntry(
                actor: actor, action: "readings.imported", kind: "file", subject: sha256,
                details: ["added": "\(counts.added)", "unchanged": "\(counts.unchanged)"]), at: moment)
        return counts
    }

    private func meterHistory(of number: SubscriberNumber) throws(StoreError) -> MeterHistory? {
        let meter = try row(
            """
            SELECT s.id, m.id AS meter, m.wheels,
                EXISTS (SELECT 1 FROM meter earlier WHERE earlier.subscriber = s.id AND earlier.id < m.id) AS exchanged
            FROM subscriber s JOIN meter m ON m.id = (SELECT max(id) FROM meter WHERE subscriber = s.id)
            WHERE s.number = ?
            """, number.text)
        guard let meter else { return nil }
        let key = try meter.integer("meter")
        var readings: [MeterReading] = []
        for row in try rows("SELECT * FROM reading WHERE meter = ? AND superseded_at IS NULL ORDER BY day", key) {
            let stored = try StoredReading(row)
            readings.append(MeterReading(index: stored.index, date: stored.date))
        }
        return MeterHistory(
            subscriber: try meter.integer("id"), meter: key, wheels: Int(try meter.integer("wheels")),
            wasExchanged: try meter.integer("exchanged") != 0, readings: readings)
    }
}
