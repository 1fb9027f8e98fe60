import Billing
import Quantities
package import Storage

extension Transaction {
    /// Keeps a reading that the rules did not let be billed, for the next one of the meter to be held against; of a day the
    /// newest counts.
    package func keepUnbilled(_ candidate: ReadingCandidate, at moment: Moment) throws(StoreError) {
        willWrite(.unbilled)
        try run(
            """
            INSERT OR REPLACE INTO unbilled_reading (meter, day, index_value, digits, recorded_at)
            SELECT max(m.id), ?, ?, ?, ? FROM subscriber s JOIN meter m ON m.subscriber = s.id WHERE s.number = ?
            GROUP BY s.id
            """, candidate.date.description, candidate.index.value, candidate.index.digits, moment,
            candidate.subscriber.text)
    }
}

extension Statements {
    /// The newest readings of a meter before a day, those that were not billed among them where there are any, oldest first.
    func recentReadings(
        ofMeter meter: Int64, before day: CivilDate, last count: Int
    ) throws(StoreError) -> [MeterReading] {
        let billed =
            "SELECT day, index_value, digits FROM reading WHERE meter = ? AND day < ? AND superseded_at IS NULL"
        let rows =
            try has(.unbilled)
            ? try rows(
                """
                SELECT * FROM (\(billed) UNION ALL
                    SELECT u.day, u.index_value, u.digits FROM unbilled_reading u WHERE u.meter = ? AND u.day < ?
                        AND NOT EXISTS (
                            SELECT 1 FROM reading r WHERE r.meter = u.meter AND r.day = u.day AND r.superseded_at IS NULL))
                ORDER BY day DESC LIMIT ?
                """, meter, day.description, meter, day.description, count)
            : try rows("\(billed) ORDER BY day DESC LIMIT ?", meter, day.description, count)
        var readings: [MeterReading] = []
        for row in rows.reversed() {
            readings.append(MeterReading(index: try row.index(), date: try row.day("day")))
        }
        return readings
    }

    /// Whether a reading of a meter waits unbilled after a day.
    func hasUnbilled(ofMeter meter: Int64, after day: CivilDate) throws(StoreError) -> Bool {
        guard try has(.unbilled) else { return false }
        return try row(
            "SELECT 1 FROM unbilled_reading WHERE meter = ? AND day > ? LIMIT 1", meter, day.description) != nil
    }
}
