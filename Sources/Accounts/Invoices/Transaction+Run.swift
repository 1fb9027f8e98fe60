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
        var outcomes: [RunOutcome] = []
        if let judged, judged.stands(atHead: before, since: span),
            try series(issuer.prefix, year: judged.series.year) == judged.series
        {
            try store(judged)
            outcomes = judged.outcomes
        } else {
            for stretch in batch.stretches {
                let judged = try judge(stretch, issuer: issuer, after: nil, at: moment)
                try store(judged)
                outcomes += judged.outcomes
            }
        }
        return StoredBatch(
            results: zip(batch.readings, outcomes).map { RunResult(reading: $0, outcome: $1) },
            span: AuditSpan(before: before, after: try auditHead().id))
    }

    private func store(_ judged: JudgedReadings) throws(StoreError) {
        if judged.issues.isEmpty { return }
        try takeNumbers(judged.issues.count, judged.series.prefix, year: judged.series.year)
        for (issue, content) in zip(judged.issues, judged.contents) {
            _ = try store(issue, content: content, at: judged.moment)
        }
    }
}
