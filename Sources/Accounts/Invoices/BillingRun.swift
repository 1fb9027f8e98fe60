internal import Billing
internal import Quantities
package import Storage

/// The billing run of a round of readings: each is judged by the plausibility rules, billed and stored, in batches of one
/// transaction each.
///
/// A run that was cut off goes on where it stood when it is started again with the same readings: what was billed is known
/// by its reading, and a batch is stored whole or not at all. While a batch is stored, the next one is judged by what is on
/// the disk; what somebody else writes in between has it judged anew.
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
    /// The invoices of a batch are dated by `now` when it is judged. Throws `StoreError` where the database fails; the batches
    /// handed over before stay.
    package func run(
        _ readings: [RunReading], in store: Store, now: @escaping TimeSource,
        _ handOver: ([RunResult]) async throws -> Void
    ) async throws {
        var counts = RunCounts()
        var batches = RunBatches(readings, size: batchSize)
        var batch = batches.next()
        var judged = try await judged(batch, after: nil, in: store, now)
        var span: AuditSpan?
        while let present = batch {
            let (ready, before) = (judged, span)
            let next = batches.next()
            let isApart = next.map { present.subscribers.isDisjoint(with: $0.subscribers) } ?? true
            async let ahead = isApart ? self.judged(next, after: ready?.nextSeries, in: store, now) : nil
            let moment = now()
            let stored = try await store.write { [issuer] transaction in
                try transaction.bill(present, ready, since: before, issuer: issuer, at: moment)
            }
            for result in stored.results { counts.add(result.outcome) }
            try await handOver(stored.results)
            (batch, judged, span) = (next, try await ahead, stored.span)
        }
        let entry = AuditEntry(
            actor: .command, action: "billing.run", kind: "file", subject: sha256, details: counts.details)
        let moment = now()
        try await store.write { try $0.audit(entry, at: moment) }
    }

    /// A batch judged by what is on the disk; nil where it can only be judged as it is stored.
    private func judged(
        _ batch: RunBatch?, after series: InvoiceSeries?, in store: Store, _ now: TimeSource
    ) async throws -> JudgedReadings? {
        guard let batch, batch.isOneEach else { return nil }
        let moment = now()
        return try await store.read { [issuer] view in
            try view.judge(batch.readings, issuer: issuer, after: series, at: moment)
        }
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
