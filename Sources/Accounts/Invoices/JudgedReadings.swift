import Billing
import Quantities
import Storage

/// Readings of different subscribers, each with what becomes of it, and the invoices that wait to be stored.
struct JudgedReadings: Sendable {
    let moment: Moment
    /// The last entry of the audit log that the judgement rests on.
    let auditMark: Int64
    /// The series before its next numbers are given to these invoices, and after.
    let series: InvoiceSeries
    let nextSeries: InvoiceSeries
    let outcomes: [RunOutcome]
    /// The faults that each of them shows.
    let flags: [[FaultFlag]]
    /// Those that the rules hold: they are kept for the next reading to be held against.
    let held: [ReadingCandidate]
    let issues: [InvoiceIssue]
    /// The invoices as JSON, in their order.
    let contents: [String]
}

/// The last entry of the audit log before a batch was stored, and after.
struct AuditSpan: Sendable {
    let before: Int64
    let after: Int64
}

extension JudgedReadings {
    /// Whether nobody wrote since the judgement but the run itself, which wrote of other subscribers.
    ///
    /// `span` is that of the batch before: it may have been stored before or after these readings were judged.
    func stands(atHead head: Int64, since span: AuditSpan?) -> Bool {
        if auditMark == head { return true }
        return span.map { $0.after == head && $0.before == auditMark } ?? false
    }
}

extension Statements {
    /// Judges readings of as many subscribers and writes their invoices as JSON; nothing is stored.
    ///
    /// Numbers go on from `series`, where it is of the same year. Throws `StoreError`.
    func judge(
        _ readings: ArraySlice<RunReading>, issuer: InvoiceIssuer, after series: InvoiceSeries?, at moment: Moment
    ) throws -> JudgedReadings {
        let day = moment.civilDate
        let first =
            if let series, series.year == day.year { series } else { try self.series(issuer.prefix, year: day.year) }
        var next = first
        var issues: [InvoiceIssue] = []
        var outcomes: [RunOutcome] = []
        var (flags, held): ([[FaultFlag]], [ReadingCandidate]) = ([], [])
        for reading in readings {
            var candidate: ReadingCandidate?
            flags.append([])
            do throws(AccountsError) {
                switch try known(reading) {
                case .billed(let number): outcomes.append(.billedBefore(number))
                case .candidate(let found, let row):
                    candidate = found
                    let preparation = try preparation(found, of: row, on: day)
                    let issue = try InvoiceIssue(
                        preparation, number: try next.nextNumber(), issuer: issuer.issuer, on: day)
                    issues.append(issue)
                    next = next.afterNext()
                    flags[flags.count - 1] = preparation.flags
                    outcomes.append(.billed(issue.number, payable: issue.invoice.figures.payable))
                }
            } catch {
                switch error {
                case .store(let failure): throw failure
                case .billing(.deferred(let reason)): outcomes.append(.putOff(reason))
                case .notPlausible:
                    outcomes.append(.held(error))
                    guard let candidate else { continue }
                    held.append(candidate)
                    flags[flags.count - 1] = try faultFlags(of: candidate, on: day)
                default: outcomes.append(.held(error))
                }
            }
        }
        return JudgedReadings(
            moment: moment, auditMark: try auditHead().id, series: first, nextSeries: next, outcomes: outcomes,
            flags: flags, held: held, issues: issues, contents: issues.map { InvoiceRecord.json($0.invoice) })
    }

    private func known(_ reading: RunReading) throws(AccountsError) -> KnownReading {
        let found: (number: InvoiceNumber?, row: SubscriptionRow)?
        do throws(StoreError) {
            found = try row(
                KnownReading.query, reading.date.description, reading.index.value, reading.subscriber.text
            ).map { row throws(StoreError) in
                let isBilled = try row.optionalText("billed_by") != nil
                return (
                    isBilled ? try row.value("billed_by") { try InvoiceNumber($0) } : nil, try SubscriptionRow(row)
                )
            }
        } catch {
            throw .store(error)
        }
        guard let (number, row) = found else { throw .unknownSubscriber }
        if let number { return .billed(number) }
        // What has more digits than the counter keeps them, and is refused.
        let index =
            (try? Index(value: reading.index.value, digits: row.subscription.meter.wheels)) ?? reading.index
        let candidate = ReadingCandidate(
            subscriber: reading.subscriber, index: index, date: reading.date,
            origin: .round(confirmedBy: reading.confirmedBy))
        return .candidate(candidate, row)
    }
}

/// What the books know of a reading before it is judged.
private enum KnownReading {
    /// This invoice ends with this very reading.
    case billed(InvoiceNumber)
    /// Nothing; the index has the zeros that the counter prints.
    case candidate(ReadingCandidate, SubscriptionRow)

    static let query =
        SubscriptionRow.query(
            and: """
                (SELECT i.number FROM reading r JOIN invoice i ON i.reading = r.id
                 WHERE r.subscriber = s.id AND r.day = ? AND r.index_value = ? AND r.superseded_at IS NULL
                    AND \(StoredInvoice.stands)) AS billed_by
                """) + " WHERE s.number = ?"
}
