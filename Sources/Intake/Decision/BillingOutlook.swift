internal import Accounts
internal import Billing
internal import Quantities
internal import Storage

extension Statements {
    /// What billing an index without a person would lead to.
    func outlook(
        of candidate: ReadingCandidate, settings: IntakeSettings, at now: Moment
    ) throws -> PhotoDecision.Outlook {
        if let invoice = try invoice(of: candidate.subscriber, periodOf: candidate.date) {
            // An index of the meter that hung there before is another one, whatever its digits.
            let isAlike =
                try invoice.invoice.lastReading.index == candidate.index
                && isOfPresentMeter(reading: invoice.reading)
            return isAlike ? .billedAlike(invoice.number) : .billedOtherwise
        }
        do {
            _ = try draft(candidate, issuer: settings.issuer, on: now.civilDate)
            return .billable
        } catch {
            return .problem(try PhotoReason(error))
        }
    }
}

extension PhotoReason {
    /// Why an index cannot be billed, for a person to look at.
    ///
    /// Throws the `StoreError` where the database is at fault, and not the index.
    init(_ error: AccountsError) throws {
        switch error {
        case .store(let error): throw error
        case .unknownSubscriber: self = .subscriberUnknown
        case .prepaid: self = .prepaid
        case .noFirstReading: self = .noFirstReading
        case .alreadyBilled: self = .periodBilled
        case .policyMissing: self = .policyMissing
        case .notPlausible(let error), .billing(let error): self = PhotoReason(error)
        }
    }

    private init(_ error: BillingError) {
        switch error {
        case .indexLower: self = .indexLower
        case .consumptionImplausible: self = .useImplausible
        case .indexDigits: self = .notAnIndex
        case .prepaidSubscriber: self = .prepaid
        case .noPrice, .noCorrectionFactor, .noCalorificValue, .noTaxRate: self = .policyMissing
        default: self = .cannotBeBilled
        }
    }
}
