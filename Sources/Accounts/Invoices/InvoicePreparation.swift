package import Billing
package import Quantities
package import Storage

/// Everything that an invoice is made of, once all was looked at that could forbid it; nothing is stored yet.
struct InvoicePreparation {
    let row: SubscriptionRow
    let first: StoredReading
    let last: MeterReading
    let origin: ReadingOrigin
    /// The key of the last reading, where the books have it already.
    let keptReading: Int64?
    let changes: [MeterChange]
    let policies: PolicyLookup
    /// What of them bills the period.
    let terms: PeriodPolicies
    let gas: GasQuality
    let plausibleLimit: MeterVolume?
    /// What the plausibility rules say of the reading: nothing that would have kept it from being billed.
    let assessment: PlausibilityAssessment
    /// The faults that the reading shows, for a person to look at; they change nothing of the invoice.
    let flags: [FaultFlag]
    /// What the subscriber owes from before, and what they have in hand.
    let standing: AccountStanding
    /// The late fees that are charged with the invoice.
    let lateFees: [StoredLateFee]
    /// The times for which the subscriber had the invoices stopped.
    let freezes: BillingFreezes
    /// The reversed invoice that this one takes the place of.
    let replaced: Billing.Invoice?
    /// The day that chose the KDV rate of that one, where it was the same subscriber's: the supply was taxed then.
    let taxDate: CivilDate?

    /// The invoice; throws `AccountsError` where `Billing` makes none.
    func invoice(
        number: InvoiceNumber?, issuer: Billing.Issuer, on day: CivilDate
    ) throws(AccountsError) -> Invoice {
        do throws(BillingError) {
            return try Invoice(
                InvoiceRequest(
                    number: number, replaces: replaced?.number, issuer: issuer, subscriber: row.subscription.subscriber,
                    supply: terms.supply, meter: row.subscription.meter,
                    firstReading: MeterReading(index: first.index, date: first.date), lastReading: last,
                    meterChanges: changes, plausibleLimit: plausibleLimit, gas: gas, tariff: terms.tariff,
                    additions: try InvoiceAdditions(charging: lateFees, standing: standing),
                    invoiceDate: day, taxDate: taxDate,
                    // Whoever sends a photo chooses the day of the reading; on a round the utility does.
                    terms: origin.isOfRound ? InvoiceTerms(delivered: day) : nil, freezes: freezes,
                    workingDays: policies.workingDays))
        } catch {
            throw AccountsError(error)
        }
    }

    /// The first day on which a reading begins the next period.
    var nextFrom: CivilDate { MinimumPeriod(days: terms.minimumDays).nextFrom(after: last.date) }
}

/// A period that is to be billed.
struct PeriodToBill {
    let row: SubscriptionRow
    let begin: PeriodBegin
    let last: MeterReading
    let origin: ReadingOrigin
    var keptReading: Int64?
    var replaced: StoredInvoice?
    /// The reading as it came, where it is not one of the books.
    var candidate: ReadingCandidate?
}

extension Statements {
    /// The invoice that a reading would make on that day, without a number; nothing is stored.
    package func draft(
        _ candidate: ReadingCandidate, issuer: InvoiceIssuer, on day: CivilDate
    ) throws(AccountsError) -> Invoice {
        try preparation(candidate, on: day).invoice(number: nil, issuer: issuer.issuer, on: day)
    }

    func preparation(
        _ candidate: ReadingCandidate, on day: CivilDate, replacing replaced: StoredInvoice? = nil
    ) throws(AccountsError) -> InvoicePreparation {
        let row: SubscriptionRow?
        do throws(StoreError) {
            row = try subscriptionRow(candidate.subscriber)
        } catch {
            throw .store(error)
        }
        guard let row else { throw .unknownSubscriber }
        return try preparation(candidate, of: row, on: day, replacing: replaced)
    }

    /// Looks at all that could forbid to bill a reading of that subscription.
    func preparation(
        _ candidate: ReadingCandidate, of row: SubscriptionRow, on day: CivilDate,
        replacing replaced: StoredInvoice? = nil
    ) throws(AccountsError) -> InvoicePreparation {
        if row.subscription.subscriber.paymentScheme == .prepaid { throw .prepaid }
        let begin: PeriodBegin?
        let billed: StoredInvoice?
        do throws(StoreError) {
            begin = try periodBegin(ofMeter: row.meterID)
            billed = try invoice(of: candidate.subscriber, periodOf: candidate.date)
        } catch {
            throw .store(error)
        }
        if let billed { throw .alreadyBilled(billed) }
        guard let begin else { throw .noFirstReading }
        let last = MeterReading(index: candidate.index, date: candidate.date)
        return try preparation(
            PeriodToBill(
                row: row, begin: begin, last: last, origin: candidate.origin, replaced: replaced,
                candidate: candidate), on: day)
    }

    /// Looks at all that could forbid to bill a period.
    func preparation(_ period: PeriodToBill, on day: CivilDate) throws(AccountsError) -> InvoicePreparation {
        let (row, first, last) = (period.row, period.begin.first, period.last)
        let subscription = row.subscription
        if subscription.subscriber.paymentScheme == .prepaid { throw .prepaid }
        // An invoice that was another subscriber's says nothing about this one's supply.
        let corrected = period.replaced.flatMap { $0.subscriber == subscription.subscriber.number ? $0 : nil }
        let policies: PolicyLookup
        let (standing, lateFees, freezes): (AccountStanding, [StoredLateFee], BillingFreezes)
        do throws(StoreError) {
            policies = try self.policies(tariff: subscription.tariff, region: subscription.region)
            standing = try self.standing(of: subscription.subscriber.number, without: period.replaced?.number)
            lateFees = try openLateFees(of: row.id, without: period.replaced?.number)
            // What is put right is no new invoice: a freeze does not keep a wrong one standing.
            freezes = corrected == nil ? try self.freezes(of: row.id) : .none
        } catch {
            throw .store(error)
        }
        // Before anything is asked about the reading: nothing is billed of it now.
        if let freeze = freezes.freeze(on: day) { throw .billing(.deferred(.frozen(freeze))) }
        let terms = try self.period(
            policies, for: subscription, first: first.date, last: last.date,
            taxDay: corrected?.invoice.taxDate ?? day)
        var gas = try quality(policies, for: subscription, first: first.date, last: last.date)
        let changes = try changes(in: period, policies, &gas)
        let limits = PlausibilityPolicy.holding(on: day)
        let exchanges = changes.map { change in
            MeterExchange(
                removedAt: change.removedAt, removedWheels: change.removed.wheels, newMeterStart: change.newMeterStart)
        }
        let question: PlausibilityQuestion
        do throws(StoreError) {
            question = try plausibilityQuestion(
                last, period.candidate, on: row, after: first, over: exchanges, policies, today: day)
        } catch {
            throw .store(error)
        }
        let assessment = limits.assess(question)
        // A clerk who confirms has looked; what no meter can have counted is confirmed by nobody.
        let mildest: PlausibilityZone = period.origin.clerk == nil ? .accept : .review
        if assessment.zone > mildest { throw .notPlausible(assessment) }
        let flags: [FaultFlag]
        do throws(StoreError) {
            flags = try faultFlags(question, assessment, on: row, limits)
        } catch {
            throw .store(error)
        }
        let isRise = changes.isEmpty && last.index.value >= first.index.value
        let limit = limits.counterLimit(of: subscription.meter, days: first.date.days(until: last.date))
        return InvoicePreparation(
            row: row, first: first, last: last, origin: period.origin, keptReading: period.keptReading,
            changes: changes, policies: policies, terms: terms, gas: gas,
            plausibleLimit: period.origin.clerk != nil && isRise ? nil : limit ?? .zero, assessment: assessment,
            flags: flags, standing: standing, lateFees: lateFees, freezes: freezes, replaced: period.replaced?.invoice,
            taxDate: corrected?.invoice.taxDate)
    }

    /// The meter changes of a period, each with the K of the removed meter's pressure where that is another one; `presentGas` then
    /// knows where that K comes from, too.
    private func changes(
        in period: PeriodToBill, _ policies: PolicyLookup, _ presentGas: inout GasQuality
    ) throws(AccountsError) -> [MeterChange] {
        let present = period.row.subscription
        var changes: [MeterChange] = []
        for change in period.begin.changes {
            let removed: SubscriptionRow?
            do throws(StoreError) {
                removed = try subscriptionRow(present.subscriber.number, meter: change.removedMeter)
            } catch {
                throw .store(error)
            }
            guard let removed else { throw .failed("a meter that was changed is not there") }
            let meter = removed.subscription.meter
            let isAlike = meter.pressureMillibar == present.meter.pressureMillibar
            let gas =
                isAlike
                ? nil
                : try quality(
                    policies, for: present.with(meter), first: period.begin.first.date, last: period.last.date)
            if let gas { presentGas = presentGas.knowing(gas) }
            changes.append(
                MeterChange(
                    date: change.date, removed: meter, removedAt: change.removedAt,
                    newMeterStart: change.newMeterStart, correction: gas?.correction))
        }
        return changes
    }
}
