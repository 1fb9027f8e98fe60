package import Billing
import Quantities
import Storage

extension PlausibilityAssessment {
    /// What the audit log keeps of it: the policy's version, and the rules that had something to say with their figures.
    package var auditDetails: [String: String] {
        findings.isEmpty ? ["limits": policy] : ["limits": policy, "rules": summary]
    }
}

extension Statements {
    /// What the rules say of a reading after the one that its period begins with, by what was used in the same weeks last year.
    func assessment(
        of last: MeterReading, on row: SubscriptionRow, after first: StoredReading, over change: MeterExchange?,
        _ limits: PlausibilityPolicy,
        today: CivilDate
    ) throws(AccountsError) -> PlausibilityAssessment {
        let meter = row.subscription.meter
        var question = PlausibilityQuestion(
            meter: meter, first: MeterReading(index: first.index, date: first.date), last: last)
        question.exchange = change
        question.today = today
        do throws(StoreError) {
            let readings = try readings(ofMeter: row.meterID, aYearBefore: first.date, through: last.date)
            question.history = PastUse.between(readings, multiplier: meter.multiplier)
        } catch {
            throw .store(error)
        }
        return limits.assess(question)
    }

    /// The readings of a meter a year before those days, with those of a quarter before and after; the oldest first.
    private func readings(
        ofMeter meter: Int64, aYearBefore first: CivilDate, through last: CivilDate
    ) throws(StoreError) -> [MeterReading] {
        // Before the first or after the last day that there is stands nothing.
        let from = try? first.advanced(byDays: -365 - 92)
        let through = try? last.advanced(byDays: -365 + 92)
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
