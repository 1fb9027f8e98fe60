internal import Billing
internal import Quantities
package import Storage

/// The billing run of a round of readings: each is judged by the plausibility rules, billed and stored, in batches of one
/// transaction each.
///
/// A run that was cut off goes on where it stood when it is started again with the same readings: what was billed is known
/// by its reading, and a batch is stored whole or not at all.
package struct BillingRun: Sendable {
    private let issuer: InvoiceIssuer
    /// SHA-256 of the file of readings, hexadecimal, for the audit log.
    private let sha256: String
    private let batchSize: Int

    package init(issuer: InvoiceIssuer, sha256: String, batchSize: Int = 1_000) {
        (self.issuer, self.sha256, self.batchSize) = (issuer, sha256, batchSize)
    }

    /// Bills the readings in their order, and hands over what became of them, batch by batch, once it is on the disk.
    ///
    /// The invoices of a batch are dated by `now` when it begins. Throws `StoreError` where the database fails; the batches
    /// handed over before stay.
    package func run(
        _ readings: [RunReading], in store: Store, now: TimeSource, _ handOver: ([RunResult]) -> Void
    ) async throws {
        var counts = RunCounts()
        var start = 0
        while start < readings.count {
            let batch = Array(readings[start..<min(start + batchSize, readings.count)])
            start += batch.count
            let moment = now()
            let results = try await store.write { transaction in
                try transaction.bill(batch, issuer: issuer, at: moment)
            }
            for result in results { counts.add(result.outcome) }
            handOver(results)
        }
        let entry = AuditEntry(
            actor: .command, action: "billing.run", kind: "file", subject: sha256, details: counts.details)
        let moment = now()
        try await store.write { try $0.audit(entry, at: moment) }
    }
}

/// How many readings came to what.
private struct RunCounts {
    private var billed = 0
    private var before = 0
    private var putOff = 0
    private var held = 0

    mutating func add(_ outcome: RunOutcome) {
        switch outcome {
        case .billed: billed += 1
        case .billedBefore: before += 1
        case .putOff: putOff += 1
        case .held: held += 1
        }
    }

    var details: [String: String] {
        ["billed": "\(billed)", "billedBefore": "\(before)", "putOff": "\(putOff)", "held": "\(held)"]
    }
}

extension Transaction {
    /// Bills readings in their order; what it throws must undo the transaction.
    fileprivate func bill(
        _ readings: [RunReading], issuer: InvoiceIssuer, at moment: Moment
    ) throws -> [RunResult] {
        var results: [RunResult] = []
        var rest = readings[...]
        while !rest.isEmpty {
            // A reading is judged by what was stored of its subscriber before: a second one waits for the first.
            var subscribers: Set<SubscriberNumber> = []
            let stretch = rest.prefix { subscribers.insert($0.subscriber).inserted }
            rest = rest.dropFirst(stretch.count)
            let outcomes = try billStretch(stretch, issuer: issuer, at: moment)
            results += zip(stretch, outcomes).map { RunResult(reading: $0, outcome: $1.0, flags: $1.1) }
        }
        try writeClassUse()
        try flagSwapped(&results, on: moment.civilDate)
        return results
    }

    /// Bills readings of as many subscribers: all are judged, then all invoices written as JSON, then all stored.
    private func billStretch(
        _ readings: ArraySlice<RunReading>, issuer: InvoiceIssuer, at moment: Moment
    ) throws -> [(RunOutcome, [FaultFlag])] {
        let day = moment.civilDate
        var series = try series(issuer.prefix, year: day.year)
        var issues: [InvoiceIssue] = []
        var outcomes: [(RunOutcome, [FaultFlag])] = []
        for reading in readings {
            do throws(AccountsError) {
                switch try known(reading) {
                case .billed(let number): outcomes.append((.billedBefore(number), []))
                case .candidate(let candidate):
                    let preparation = try preparation(candidate, on: day)
                    let issue = try InvoiceIssue(
                        preparation, number: try series.nextNumber(), issuer: issuer.issuer, on: day)
                    issues.append(issue)
                    series = series.afterNext()
                    outcomes.append(
                        (.billed(issue.number, payable: issue.invoice.figures.payable), preparation.flags))
                }
            } catch {
                switch error {
                case .store(let failure): throw failure
                case .billing(.deferred(let reason)): outcomes.append((.putOff(reason), []))
                case .notPlausible: outcomes.append((.held(error), try hold(reading, at: moment)))
                default: outcomes.append((.held(error), []))
                }
            }
        }
        if issues.isEmpty { return outcomes }
        let contents = try InvoiceRecord.json(issues.map(\.invoice))
        try takeNumbers(issues.count, issuer.prefix, year: day.year)
        for (issue, content) in zip(issues, contents) { _ = try store(issue, content: content, at: moment) }
        return outcomes
    }

    /// Keeps a reading that is held, and says what faults it shows.
    private func hold(_ reading: RunReading, at moment: Moment) throws -> [FaultFlag] {
        guard case .candidate(let candidate) = try known(reading) else { return [] }
        let flags = try faultFlags(of: candidate, on: moment.civilDate)
        try keepUnbilled(candidate, at: moment)
        return flags
    }

    /// What the books know of a reading before it is judged.
    private enum Known {
        /// This invoice ends with this very reading.
        case billed(InvoiceNumber)
        /// Nothing; the index has the zeros that the counter prints.
        case candidate(ReadingCandidate)
    }

    private func known(_ reading: RunReading) throws(AccountsError) -> Known {
        let found: (number: InvoiceNumber?, wheels: Int)?
        do throws(StoreError) {
            found = try row(
                """
                SELECT m.wheels, (
                    SELECT i.number FROM reading r JOIN invoice i ON i.reading = r.id
                    WHERE r.subscriber = s.id AND r.day = ? AND r.index_value = ? AND r.superseded_at IS NULL
                        AND \(StoredInvoice.stands)) AS number
                FROM subscriber s JOIN meter m ON m.id = (SELECT max(id) FROM meter WHERE subscriber = s.id)
                WHERE s.number = ?
                """, reading.date.description, reading.index.value, reading.subscriber.text
            ).map { row throws(StoreError) in
                let isBilled = try row.optionalText("number") != nil
                return (
                    isBilled ? try row.value("number") { try InvoiceNumber($0) } : nil, Int(try row.integer("wheels"))
                )
            }
        } catch {
            throw .store(error)
        }
        guard let (number, wheels) = found else { throw .unknownSubscriber }
        if let number { return .billed(number) }
        // What has more digits than the counter keeps them, and is refused.
        let index = (try? Index(value: reading.index.value, digits: wheels)) ?? reading.index
        return .candidate(
            ReadingCandidate(
                subscriber: reading.subscriber, index: index, date: reading.date,
                origin: .round(confirmedBy: reading.confirmedBy)))
    }
}
