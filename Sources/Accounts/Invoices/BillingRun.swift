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

    package init(issuer: InvoiceIssuer, sha256: String, batchSize: Int = 500) {
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
    /// Bills readings one after the other.
    fileprivate func bill(
        _ readings: [RunReading], issuer: InvoiceIssuer, at moment: Moment
    ) throws -> [RunResult] {
        try readings.map { reading in
            RunResult(reading: reading, outcome: try outcome(of: reading, issuer: issuer, at: moment))
        }
    }

    private func outcome(
        of reading: RunReading, issuer: InvoiceIssuer, at moment: Moment
    ) throws(StoreError) -> RunOutcome {
        if let number = try invoice(madeFrom: reading) { return .billedBefore(number) }
        do throws(AccountsError) {
            let stored = try bill(try candidate(reading), issuer: issuer, at: moment)
            return .billed(stored.number, payable: stored.invoice.figures.payable)
        } catch {
            switch error {
            case .store(let failure): throw failure
            case .billing(.deferred(let reason)): return .putOff(reason)
            default: return .held(error)
            }
        }
    }

    /// The number of the invoice that ends with this very reading, if there is one.
    private func invoice(madeFrom reading: RunReading) throws(StoreError) -> InvoiceNumber? {
        let row = try row(
            """
            SELECT i.number FROM subscriber s JOIN reading r ON r.subscriber = s.id AND r.day = ?
            JOIN invoice i ON i.reading = r.id WHERE s.number = ? AND r.index_value = ?
            """, reading.date.description, reading.subscriber.text, reading.index.value)
        return try row.map { row throws(StoreError) in try row.value("number") { try InvoiceNumber($0) } }
    }

    /// The reading with the zeros that the counter prints; what has more digits than the counter keeps them, and is refused.
    private func candidate(_ reading: RunReading) throws(AccountsError) -> ReadingCandidate {
        let wheels: Int?
        do throws(StoreError) {
            wheels = try row(
                """
                SELECT wheels FROM meter WHERE subscriber = (SELECT id FROM subscriber WHERE number = ?)
                ORDER BY id DESC LIMIT 1
                """, reading.subscriber.text
            ).map { row throws(StoreError) in Int(try row.integer("wheels")) }
        } catch {
            throw .store(error)
        }
        let index = wheels.flatMap { try? Index(value: reading.index.value, digits: $0) }
        return ReadingCandidate(
            subscriber: reading.subscriber, index: index ?? reading.index, date: reading.date,
            origin: .round(confirmedBy: reading.confirmedBy))
    }
}
