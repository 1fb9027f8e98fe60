package import Accounts
internal import Billing
package import Quantities
package import Storage

/// Where clerks decide what machines could not: the queue, claims, decisions.
///
/// All that a page needs of photos; every decision and every look at a photo stands in the audit log.
package final class ReviewDesk: Sendable {
    /// How long a claim holds without a word of the clerk.
    package static let lease: Duration = .seconds(120)
    /// How long a decision can be withdrawn.
    package static let undoTime: Duration = .seconds(10)

    let store: Store
    let blobs: BlobStore
    let issuer: InvoiceIssuer
    /// Whether a customer whose 24 hours are over can be answered at all.
    package let hasTemplate: Bool
    let now: TimeSource

    package init(
        store: Store, blobs: BlobStore, issuer: InvoiceIssuer, hasTemplate: Bool, now: @escaping TimeSource
    ) {
        self.store = store
        self.blobs = blobs
        self.issuer = issuer
        self.hasTemplate = hasTemplate
        self.now = now
    }

    /// What the head of the page says.
    package func summary() async throws -> ReviewSummary {
        let midnight = now().dayBegin
        return try await store.read { view in
            func count(_ sql: String, _ values: any SQLConvertible...) throws -> Int {
                let row = if let value = values.first { try view.row(sql, value.sqlValue) } else { try view.row(sql) }
                return Int(try row?.integer("number") ?? 0)
            }
            let waiting = try count("SELECT count(*) AS number FROM photo WHERE outcome = 'review'")
            let pending = try count("SELECT count(*) AS number FROM review_decision WHERE state = 'pending'")
            return ReviewSummary(
                open: max(waiting - pending, 0),
                doneToday: try count(
                    "SELECT count(*) AS number FROM review_decision WHERE state = 'done' AND decided_at >= ?", midnight),
                lastPhotoAt: try view.row("SELECT received_at FROM photo ORDER BY id DESC LIMIT 1")?.moment(
                    "received_at"),
                openCorrections: try count("SELECT count(*) AS number FROM review_correction WHERE state = 'open'"))
        }
    }

    /// The lines of the queue after a place: who still has some of their 24 hours, least first; then the oldest.
    package func queue(after cursor: ReviewCursor? = nil, limit: Int) async throws -> [ReviewLine] {
        let now = now()
        return try await store.read { try $0.reviewLines(after: cursor, limit: limit, at: now) }
    }

    /// Indexes that clerks hold for right where an invoice was issued with another one; the oldest first.
    package func corrections(limit: Int) async throws -> [ReviewCorrection] {
        try await store.read { view in
            try view.rows("SELECT * FROM review_correction WHERE state = 'open' ORDER BY id LIMIT ?", limit).map {
                row in
                ReviewCorrection(
                    id: try row.integer("id"), photo: try row.integer("photo"),
                    invoice: try InvoiceNumber(try row.text("invoice")),
                    index: try Index(printed: row.text("meter_index")),
                    subscriber: try row.optionalText("subscriber").map { try SubscriberNumber($0) },
                    clerk: try row.text("clerk"), decidedAt: try row.moment("decided_at"))
            }
        }
    }

    /// What an index would come to, worked out while it is typed; nothing is stored.
    package func preview(
        _ photo: Int64, index: String, subscriber: SubscriberNumber? = nil
    ) async throws -> ReviewPreview {
        let (issuer, now) = (issuer, now())
        return try await store.read { view in
            guard let row = try view.photo(photo) else { throw ReviewError.gone }
            guard let chosen = try view.chosenMeter(row, subscriber) else { throw ReviewError.meterNotChosen }
            let outlook = try view.reviewOutlook(row, chosen, index: index, clerk: "", issuer: issuer, at: now)
            return ReviewPreview(outlook)
        }
    }
}

extension ReviewPreview {
    init(_ outlook: ReviewOutlook) {
        switch outlook {
        case .invoice(let invoice, let asked): self = .invoice(ReviewAmount(invoice, asked: asked))
        case .stands(let invoice): self = .invoiceStands(ReviewInvoice(invoice))
        case .nextInvoice(let invoice): self = .nextInvoice(ReviewInvoice(invoice))
        case .earlier(let invoice): self = .earlier(ReviewInvoice(invoice))
        case .correction(let invoice, nil), .otherMeter(let invoice, nil):
            self = .correction(ReviewInvoice(invoice), .noted)
        case .correction(let invoice, let correction?), .otherMeter(let invoice, let correction?):
            self = .correction(
                ReviewInvoice(invoice),
                correction.draft.map { .amount(ReviewAmount($0, asked: [])) } ?? .reversalAlone)
        case .deferred(let reason, _): self = .nothingNow(code: reason.rawValue)
        case .problem(let reason): self = .problem(code: reason.rawValue)
        }
    }
}

extension ReviewAmount {
    init(_ invoice: Invoice, asked: [PhotoReason]) {
        let first = invoice.firstReading
        var cubicMetres: Int64 = 0
        var from = first.index
        for change in invoice.meterChanges {
            cubicMetres += change.removedAt.cubicMetres(since: from)
            from = change.newMeterStart
        }
        self.init(
            payable: invoice.figures.payable,
            cubicMetres: cubicMetres + invoice.lastReading.index.cubicMetres(since: from), days: invoice.days,
            dueDate: invoice.dueDate, since: ReviewReading(index: first.index, date: first.date),
            reasons: asked.map(\.rawValue), steps: ReviewSteps(invoice))
    }
}
