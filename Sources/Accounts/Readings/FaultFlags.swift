package import Billing
package import Quantities
package import Storage

extension Statements {
    /// The faults that a reading which was not billed shows, with what the books know; none where there is no such period.
    package func faultFlags(of candidate: ReadingCandidate, on day: CivilDate) throws(StoreError) -> [FaultFlag] {
        guard let (row, question) = try heldQuestion(of: candidate, on: day) else { return [] }
        let limits = PlausibilityPolicy.holding(on: day)
        return try faultFlags(question, limits.assess(question), on: row, limits)
    }

    /// What the rules were asked about a reading that they hold; nil over a change of the meter, and where no period begins.
    func heldQuestion(
        of candidate: ReadingCandidate, on day: CivilDate
    ) throws(StoreError) -> (SubscriptionRow, PlausibilityQuestion)? {
        guard let row = try subscriptionRow(candidate.subscriber), let begin = try periodBegin(ofMeter: row.meterID),
            begin.changes.isEmpty
        else { return nil }
        // Leading zeros may be missing.
        let wheels = row.subscription.meter.wheels
        let index = (try? Index(value: candidate.index.value, digits: wheels)) ?? candidate.index
        let policies = try policies(tariff: row.subscription.tariff, region: row.subscription.region)
        let question = try plausibilityQuestion(
            MeterReading(index: index, date: candidate.date), candidate, on: row, after: begin.first, over: [],
            policies,
            today: day)
        return (row, question)
    }

    /// The faults that a meter's readings show (1, 2, 3, 4), by the comparisons that `Billing` makes.
    func faultFlags(
        _ question: PlausibilityQuestion, _ assessment: PlausibilityAssessment, on row: SubscriptionRow,
        _ limits: PlausibilityPolicy
    ) throws(StoreError) -> [FaultFlag] {
        let policy = FaultPolicy()
        let books = StoredCounterBooks(statements: self, row: row, policy: policy)
        return try policy.counterFaults(question, assessment, in: books, limits)
    }
}

/// What the database knows of a counter.
private struct StoredCounterBooks: CounterBooks {
    let statements: any Statements
    let row: SubscriptionRow
    let policy: FaultPolicy

    func hasUnbilled(after day: CivilDate) throws(StoreError) -> Bool {
        try statements.hasUnbilled(ofMeter: row.meterID, after: day)
    }

    func readings(through last: MeterReading) throws(StoreError) -> [MeterReading] {
        try statements.recentReadings(ofMeter: row.meterID, before: last.date, last: policy.mostReadings) + [last]
    }

    func uses(through last: MeterReading) throws(StoreError) -> [PastUse] {
        PastUse.between(try readings(through: last), multiplier: row.subscription.meter.multiplier)
    }

    /// The nearest by their number in the books, which utilities give street by street, of the same tariff.
    func peerUse(from: CivilDate, through: CivilDate) throws(StoreError) -> [MeterVolume] {
        let peers = try statements.rows(
            """
            SELECT m.id, m.multiplier_thousandths FROM subscriber s
            JOIN meter m ON m.id = (SELECT max(id) FROM meter WHERE subscriber = s.id)
            WHERE s.id BETWEEN ? AND ? AND s.id <> ? AND s.tariff = ? AND s.payment = ?
            ORDER BY abs(s.id - ?) LIMIT ?
            """, row.id - policy.peerDistance, row.id + policy.peerDistance, row.id, row.subscription.tariff,
            Billing.Subscriber.PaymentScheme.afterUse.rawValue, row.id, policy.mostPeers)
        let beyond = (try? through.advanced(byDays: 1)) ?? through
        var volumes: [MeterVolume] = []
        for peer in peers {
            let multiplier = MeterMultiplier(thousandths: try peer.integer("multiplier_thousandths"))
            let readings = try statements.recentReadings(
                ofMeter: try peer.integer("id"), before: beyond, last: policy.mostReadings)
            let periods = PastUse.between(readings, multiplier: multiplier)
            if let used = periods.peerUse(from: from, through: through, policy) { volumes.append(used) }
        }
        return volumes
    }
}

extension [FaultFlag] {
    /// The numbers of the faults, such as `1,4`; empty where there is none.
    package var codes: String { map { "\($0.fault.rawValue)" }.joined(separator: ",") }

    /// What the audit log keeps of them.
    package var auditDetails: [String: String] { isEmpty ? [:] : ["faults": codes] }
}
