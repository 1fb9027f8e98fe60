import Billing
import Quantities
import Storage

extension PlausibilityAssessment {
    /// What the audit log keeps of it: the policy's version, and the rules that had something to say with their figures.
    package var auditDetails: [String: String] {
        findings.isEmpty ? ["limits": policy] : ["limits": policy, "rules": summary]
    }
}

extension Statements {
    /// All that the books know when a reading is asked about: its meter's history, the weather where it was imported, what
    /// others of the tariff use, and how the index was read.
    func plausibilityQuestion(
        _ last: MeterReading, _ candidate: ReadingCandidate?, on row: SubscriptionRow, after first: StoredReading,
        over changes: [MeterExchange], _ policies: PolicyLookup, today: CivilDate
    ) throws(StoreError) -> PlausibilityQuestion {
        let meter = row.subscription.meter
        var question = PlausibilityQuestion(
            meter: meter, first: MeterReading(index: first.index, date: first.date), last: last)
        question.exchanges = changes
        question.today = today
        question.doubtfulPlaces = candidate?.doubtfulPlaces ?? []
        question.isTyped = candidate?.origin.isTyped ?? false
        let weather = policies.degreeDays
        question.tenthsOfDegreeDays = weather.tenths(after: first.date, through: last.date)
        let readings = try readings(
            ofMeter: row.meterID, around: first.date, through: last.date,
            withWeather: question.tenthsOfDegreeDays != nil)
        let history = PastUse.between(readings, multiplier: meter.multiplier)
        question.history =
            weather == .none
            ? history
            : history.map { use in
                PastUse(
                    from: use.from, through: use.through, volume: use.volume,
                    tenthsOfDegreeDays: weather.tenths(after: use.from, through: use.through)) ?? use
            }
        question.classUse = try classUse(tariff: row.subscription.tariff, on: today)
        return question
    }

    /// The readings of a meter that count for the use between two days, the oldest first.
    private func readings(
        ofMeter meter: Int64, around first: CivilDate, through last: CivilDate, withWeather: Bool
    ) throws(StoreError) -> [MeterReading] {
        guard let days = PlausibilityHistory.days(before: first, through: last, withWeather: withWeather) else {
            return []
        }
        let rows = try rows(
            """
            SELECT index_value, digits, day FROM reading
            WHERE meter = ? AND day BETWEEN ? AND ? AND superseded_at IS NULL ORDER BY day
            """, meter, days.lowerBound.description, days.upperBound.description)
        var readings: [MeterReading] = []
        for row in rows { readings.append(MeterReading(index: try row.index(), date: try row.day("day"))) }
        return readings
    }
}
