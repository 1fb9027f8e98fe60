package import Billing
import Quantities
import Storage

extension PlausibilityAssessment {
    /// What the audit log keeps of it: the policy's version, and the rules that had something to say with their figures.
    package var auditDetails: [String: String] {
        findings.isEmpty ? ["limits": policy] : ["limits": policy, "rules": summary]
    }
}

extension PlausibilityQuestion {
    /// The question of a new reading after those of the same meter, the newest first, of which there is one.
    init(of last: MeterReading, on meter: Billing.Meter, after readings: [StoredReading], today: CivilDate) {
        let earlier = readings.reversed().map { MeterReading(index: $0.index, date: $0.date) }
        self.init(meter: meter, first: earlier.last ?? last, last: last)
        self.today = today
        history = UsePeriod.between(earlier, multiplier: meter.multiplier)
    }
}

extension Statements {
    /// So many readings of a meter are looked at: two years and more of monthly ones.
    private static var history: Int { 28 }

    /// The newest readings of a meter, the newest first.
    func newestReadings(ofMeter meter: Int64) throws(StoreError) -> [StoredReading] {
        var readings: [StoredReading] = []
        for row in try rows(
            "SELECT * FROM reading WHERE meter = ? ORDER BY day DESC LIMIT ?", meter, Self.history)
        {
            readings.append(try StoredReading(row))
        }
        return readings
    }
}
