import Billing
import Storage

/// What became of a batch, and the stretch of the audit log that it wrote.
struct StoredBatch: Sendable {
    let results: [RunResult]
    let span: AuditSpan
}

extension Transaction {
    /// Stores a batch as it was judged, where that still stands, or judges it anew; what it throws must undo the transaction.
    ///
    /// `span` is that of the batch before.
    func bill(
        _ batch: RunBatch, _ judged: JudgedReadings?, since span: AuditSpan?, issuer: InvoiceIssuer, at moment: Moment
    ) throws -> StoredBatch {
        let before = try auditHead().id
        var results: [RunResult] = []
        func take(_ judged: JudgedReadings) throws(StoreError) {
            try store(judged)
            let readings = batch.readings.dropFirst(results.count)
            results += zip(readings, zip(judged.outcomes, judged.flags)).map {
                RunResult(reading: $0, outcome: $1.0, flags: $1.1)
            }
        }
        if let judged, judged.stands(atHead: before, since: span),
            try series(issuer.prefix, year: judged.series.year) == judged.series
        {
            try take(judged)
        } else {
            for stretch in batch.stretches {
                try take(try judge(stretch, issuer: issuer, after: nil, at: moment))
            }
        }
        try writeClassUse()
        try flagSwapped(&results, on: moment.civilDate)
        return StoredBatch(
            results: results,
            span: AuditSpan(before: before, after: try auditHead().id))
    }

    private func store(_ judged: JudgedReadings) throws(StoreError) {
        for candidate in judged.held { try keepUnbilled(candidate, at: judged.moment) }
        if judged.issues.isEmpty { return }
        try takeNumbers(judged.issues.count, judged.series.prefix, year: judged.series.year)
        for (issue, content) in zip(judged.issues, judged.contents) {
            try store(issue, content: content, at: judged.moment)
        }
    }
}
