package import Billing
package import Quantities
package import Storage

/// Everything that an invoice is made of, once all was looked at that could forbid it; nothing is stored yet.
struct InvoicePreparation {
    let row: SubscriptionRow
    let first: StoredReading
    let last: MeterReading
    let policies: PolicyLookup
    let tariff: TariffVersion
    let gas: GasQuality
    let plausibleLimit: MeterVolume?
    /// What the plausibility rules say of the reading: nothing that would have kept it from being billed.
    let assessment: PlausibilityAssessment

    /// The invoice; throws `AccountsError` where `Billing` makes none.
    func invoice(
        number: InvoiceNumber?, issuer: InvoiceIssuer, on day: CivilDate
    ) throws(AccountsError) -> Invoice {
        do throws(BillingError) {
            return try Invoice(
                InvoiceRequest(
                    number: number, issuer: issuer.issuer, subscriber: row.subscription.subscriber,
                    meter: row.subscription.meter,
                    firstReading: MeterReading(index: first.index, date: first.date), lastReading: last,
                    plausibleLimit: plausibleLimit, gas: gas, tariff: tariff, invoiceDate: day,
                    workingDays: policies.workingDays))
        } catch {
            throw AccountsError(error)
        }
    }
}

extension Statements {
    /// The invoice that a reading would make on that day, without a number; nothing is stored.
    package func draft(
        _ candidate: ReadingCandidate, issuer: InvoiceIssuer, on day: CivilDate
    ) throws(AccountsError) -> Invoice {
        try preparation(candidate, on: day).invoice(number: nil, issuer: issuer, on: day)
    }

    func preparation(_ candidate: ReadingCandidate, on day: CivilDate) throws(AccountsError) -> InvoicePreparation {
        let found: (SubscriptionRow, StoredReading?, StoredInvoice?, PolicyLookup)?
        do throws(StoreError) {
            found = try records(for: candidate)
        } catch {
            throw .store(error)
        }
        guard let (row, first, billed, policies) = found else { throw .unknownSubscriber }
        let subscription = row.subscription
        if subscription.subscriber.paymentScheme == .prepaid { throw .prepaid }
        if let billed { throw .alreadyBilled(billed) }
        guard let first else { throw .noFirstReading }
        guard let tariff = policies.tariff else { throw .policyMissing(.tariff(subscription.tariff)) }
        let gas = try policies.quality(for: subscription, first: first.date, last: candidate.date)
        let last = MeterReading(index: candidate.index, date: candidate.date)
        let limits = PlausibilityPolicy.holding(on: day)
        let assessment = try assessment(of: last, on: row, after: first, limits, today: day)
        // A clerk who confirms has looked; what no meter can have counted is confirmed by nobody.
        let mildest: PlausibilityZone = candidate.origin.clerk == nil ? .accept : .review
        if assessment.zone > mildest { throw .notPlausible(assessment) }
        let isConfirmedRise = candidate.origin.clerk != nil && candidate.index.value >= first.index.value
        let limit = limits.counterLimit(of: subscription.meter, days: first.date.days(until: candidate.date))
        return InvoicePreparation(
            row: row, first: first, last: last, policies: policies, tariff: tariff, gas: gas,
            plausibleLimit: isConfirmedRise ? nil : limit ?? .zero, assessment: assessment)
    }

    private func records(
        for candidate: ReadingCandidate
    ) throws(StoreError) -> (SubscriptionRow, StoredReading?, StoredInvoice?, PolicyLookup)? {
        guard let row = try subscriptionRow(candidate.subscriber) else { return nil }
        return (
            row, try newestReading(ofMeter: row.meterID),
            try invoice(of: candidate.subscriber, periodOf: candidate.date),
            try policies(tariff: row.subscription.tariff, region: row.subscription.region)
        )
    }
}
