package import Billing
package import Quantities
package import Storage

/// An invoice that is about to be taken back, once all was looked at that could forbid it; nothing is stored yet.
struct ReversalPreparation {
    /// The keys of its row and of its readings' meter.
    let id: Int64
    let original: StoredInvoice
    let replacement: InvoicePreparation?
}

extension Statements {
    /// The invoice that would stand in the place of another one, without a number; nil where none would.
    package func replacementDraft(
        _ order: ReversalOrder, on day: CivilDate
    ) throws(ReversalRefusal) -> Invoice? {
        let found = try reversalPreparation(order, on: day)
        do throws(AccountsError) {
            return try found.replacement?.invoice(number: nil, issuer: found.original.invoice.issuer, on: day)
        } catch {
            throw ReversalRefusal(error)
        }
    }

    func reversalPreparation(
        _ order: ReversalOrder, on day: CivilDate
    ) throws(ReversalRefusal) -> ReversalPreparation {
        let (reversal, period): (StoredReversal?, BilledPeriod?)
        do throws(StoreError) {
            reversal = try self.reversal(of: order.invoice)
            period = try billedPeriod(order.invoice)
        } catch {
            throw .store(error)
        }
        if let reversal { throw .alreadyReversed(reversal) }
        guard let period else { throw .unknownInvoice }
        try refuse(order.replacement, period)
        do throws(AccountsError) {
            return ReversalPreparation(
                id: period.id, original: period.stored,
                replacement: try replacement(order, period, on: day))
        } catch {
            throw ReversalRefusal(error)
        }
    }

    /// Throws where readings stand on the one that would be superseded.
    private func refuse(
        _ replacement: ReversalOrder.Replacement, _ period: BilledPeriod
    ) throws(ReversalRefusal) {
        if case .sameReading = replacement { return }
        let later: InvoiceNumber?
        let reading: CivilDate?
        let change: StoredMeterChange?
        // Where the period begins anew by itself, an older reading inside it would begin it in the place of the first.
        var from = period.last.date
        if case .none = replacement { from = period.first.date }
        do throws(StoreError) {
            later = try row(
                """
                SELECT i.number FROM invoice i WHERE i.subscriber = ? AND i.last_day > ? AND \(StoredInvoice.stands)
                ORDER BY i.last_day DESC LIMIT 1
                """, period.subscriber, period.last.date.description
            ).map { row throws(StoreError) in try row.value("number") { try InvoiceNumber($0) } }
            reading = try row(
                """
                SELECT day FROM reading WHERE subscriber = ? AND day > ? AND id <> ? AND superseded_at IS NULL
                ORDER BY day DESC LIMIT 1
                """, period.subscriber, from.description, period.last.id
            ).map { row throws(StoreError) in try row.day("day") }
            change = try meterChange(from: period.meter)
        } catch {
            throw .store(error)
        }
        if let later { throw .laterInvoice(later) }
        if let reading { throw .laterReading(reading) }
        if case .reading(let candidate) = replacement, candidate.subscriber == period.stored.subscriber, let change,
            change.date < candidate.date || change.removedAt.value < candidate.index.value
        {
            throw .aboveRemoved(change.removedAt, on: change.date)
        }
    }

    private func replacement(
        _ order: ReversalOrder, _ period: BilledPeriod, on day: CivilDate
    ) throws(AccountsError) -> InvoicePreparation? {
        let last: MeterReading
        let origin: ReadingOrigin
        var kept: Int64?
        var typed: ReadingCandidate?
        switch order.replacement {
        case .none: return nil
        case .sameReading:
            (last, kept) = (MeterReading(index: period.last.index, date: period.last.date), period.last.id)
            origin = .corrected(by: order.clerk, photo: period.last.origin.photo)
        case .reading(let candidate) where candidate.subscriber != period.stored.subscriber:
            return try preparation(candidate, on: day, replacing: period.stored)
        case .reading(let candidate):
            last = MeterReading(index: candidate.index, date: candidate.date)
            (origin, typed) = (candidate.origin, candidate)
        }
        let row: SubscriptionRow?
        let changes: [StoredMeterChange]?
        do throws(StoreError) {
            row = try subscriptionRow(period.stored.subscriber, meter: period.meter)
            changes = try meterChanges(from: period.firstMeter, to: period.meter)
        } catch {
            throw .store(error)
        }
        guard let row else { throw .unknownSubscriber }
        guard let changes else { throw .noFirstReading }
        return try preparation(
            PeriodToBill(
                row: row, begin: PeriodBegin(first: period.first, changes: changes), last: last, origin: origin,
                keptReading: kept, replaced: period.stored, candidate: typed), on: day)
    }

    private func billedPeriod(_ number: InvoiceNumber) throws(StoreError) -> BilledPeriod? {
        let row = try row(
            """
            SELECT i.*, s.number AS subscriber_number, f.meter AS first_meter, r.meter AS meter FROM invoice i
            JOIN subscriber s ON s.id = i.subscriber JOIN reading f ON f.id = i.first_reading
            JOIN reading r ON r.id = i.reading WHERE i.number = ?
            """, number.text)
        guard let row, let first = try reading(try row.integer("first_reading")),
            let last = try reading(try row.integer("reading"))
        else { return nil }
        return BilledPeriod(
            id: try row.integer("id"), subscriber: try row.integer("subscriber"), stored: try StoredInvoice(row),
            first: first, firstMeter: try row.integer("first_meter"), last: last, meter: try row.integer("meter"))
    }
}

/// A period with its invoice and the keys of all that it was made of.
private struct BilledPeriod {
    let id: Int64
    let subscriber: Int64
    let stored: StoredInvoice
    let first: StoredReading
    let firstMeter: Int64
    let last: StoredReading
    let meter: Int64
}
