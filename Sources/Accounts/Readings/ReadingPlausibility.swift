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
            // A regression looks at all seasons; the same weeks of last year at themselves.
            isWhole: question.tenthsOfDegreeDays != nil)
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

    /// The readings of a meter a year before those days with those of a quarter before and after, or of the three years
    /// before them; the oldest first.
    private func readings(
        ofMeter meter: Int64, around first: CivilDate, through last: CivilDate, isWhole: Bool
    ) throws(StoreError) -> [MeterReading] {
        // Before the first or after the last day that there is stands nothing.
        let from = try? first.advanced(byDays: isWhole ? -3 * 366 : -365 - 92)
        let through = isWhole ? first : try? last.advanced(byDays: -365 + 92)
        guard let from, let through else { return [] }
        let rows = try rows(
            """
            SELECT index_value, digits, day FROM reading WHERE meter = ? AND day BETWEEN ? AND ? AND superseded_at IS NULL ORDER BY day
            """, meter, from.description,
            min(through, first).description)
        var readings: [MeterReading] = []
        for row in rows { readings.append(MeterReading(index: try row.index(), date: try row.day("day"))) }
        return readings
    }
}
