package import Billing
package import Quantities
package import Storage

/// An invoice that is about to be taken back, once all was looked at that could forbid it; nothing is stored yet.
struct ReversalPreparation {
    /// The keys of its row and of its readings' meter.
    let id: Int64
    let original: StoredInvoice
    /// The tariff that the original was made by; nil where it is not known any more.
    let tariff: String?
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
                id: period.id, original: period.stored, tariff: period.tariff,
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
        // Where the period begins anew by itself, or ends earlier, an older reading inside it would begin the next one in the
        // place of its own.
        var (from, day): (CivilDate, CivilDate?) = (period.first.date, nil)
        if case .reading(let candidate) = replacement, candidate.subscriber == period.stored.subscriber {
            from = min(candidate.date, period.last.date)
            day = candidate.date
        }
        do throws(StoreError) {
            later = try row(
                """
                SELECT i.number FROM invoice i WHERE i.subscriber = ? AND i.last_day > ? AND \(StoredInvoice.stands)
                ORDER BY i.last_day DESC LIMIT 1
                """, period.subscriber, period.last.date.description
            ).map { row throws(StoreError) in try row.value("number") { try InvoiceNumber($0) } }
            reading = try row(
                """
                SELECT day FROM reading WHERE subscriber = ? AND (day > ? OR (meter = ? AND day = ?))
                    AND id NOT IN (?, ?) AND superseded_at IS NULL
                ORDER BY day DESC LIMIT 1
                """, period.subscriber, from.description, period.meter, day?.description, period.first.id,
                period.last.id
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
            row = try subscriptionRow(period.stored.subscriber, meter: period.meter).map { row throws(StoreError) in
                try asBilled(row, period)
            }
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

    /// A subscription as the invoice of a period was made for it: what changed since, such as the tariff, is for later periods.
    private func asBilled(_ row: SubscriptionRow, _ period: BilledPeriod) throws(StoreError) -> SubscriptionRow {
        let (present, billed) = (row.subscription, period.stored.invoice.meter)
        let (subscriber, meter) = (present.subscriber, present.meter)
        let tariff = period.tariff ?? present.tariff
        var kind = subscriber.kind
        if tariff != present.tariff,
            let use = try self.row("SELECT used_for FROM policy_tariff WHERE name = ?", tariff)
        {
            kind = try use.code("used_for")
        }
        return SubscriptionRow(
            id: row.id, meterID: row.meterID,
            subscription: Subscription(
                subscriber: Billing.Subscriber(
                    number: subscriber.number, installation: subscriber.installation, name: subscriber.name,
                    address: subscriber.address, kind: kind, paymentScheme: subscriber.paymentScheme),
                meter: Billing.Meter(
                    serial: meter.serial, gClass: meter.gClass, pressureMillibar: billed.pressureMillibar,
                    multiplier: billed.multiplier, wheels: meter.wheels, decimals: meter.decimals),
                region: period.region ?? present.region, tariff: tariff, language: present.language))
    }

    /// The tariff of an invoice: its version begins with it, which is all that one of before knows.
    private func tariff(ofVersion version: String) throws(StoreError) -> String? {
        try policyNames().tariffs.filter { version.hasPrefix($0 + " · ") }.max { $0.count < $1.count }
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
        let stored = try StoredInvoice(row)
        var tariff = try row.optionalText("tariff")
        if tariff == nil { tariff = try self.tariff(ofVersion: stored.invoice.tariffVersion) }
        return BilledPeriod(
            id: try row.integer("id"), subscriber: try row.integer("subscriber"), stored: stored,
            tariff: tariff, region: try row.optionalText("region"), first: first,
            firstMeter: try row.integer("first_meter"),
            last: last, meter: try row.integer("meter"))
    }
}

/// A period with its invoice and the keys of all that it was made of.
private struct BilledPeriod {
    let id: Int64
    let subscriber: Int64
    let stored: StoredInvoice
    /// What it was made by; nil where it is not known any more.
    let tariff: String?
    let region: String?
    let first: StoredReading
    let firstMeter: Int64
    let last: StoredReading
    let meter: Int64
}
