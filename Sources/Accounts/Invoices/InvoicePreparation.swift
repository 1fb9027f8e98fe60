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
        try preparation(candidate).invoice(number: nil, issuer: issuer, on: day)
    }

    func preparation(_ candidate: ReadingCandidate) throws(AccountsError) -> InvoicePreparation {
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
        let limit = PlausibleUse.limit(of: subscription.meter, days: first.date.days(until: candidate.date))
        // A clerk who confirms a rise has looked; a drop is a rollover within the limit or nothing.
        let isConfirmedRise = candidate.origin.clerk != nil && candidate.index.value >= first.index.value
        return InvoicePreparation(
            row: row, first: first, last: MeterReading(index: candidate.index, date: candidate.date),
            policies: policies, tariff: tariff,
            gas: try policies.quality(for: subscription, first: first.date, last: candidate.date),
            plausibleLimit: isConfirmedRise ? nil : limit ?? .zero)
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
