package import Billing
package import Quantities
package import Storage

/// Why a reading makes no invoice.
package enum AccountsError: Error, Hashable, Sendable {
    /// Nobody with that number is on record.
    case unknownSubscriber
    /// The meter is paid before use; a photo does not make an invoice.
    case prepaid
    /// There is no reading of the meter that a period could begin with.
    case noFirstReading
    /// The period is billed already, by this invoice.
    case alreadyBilled(StoredInvoice)
    /// The plausibility rules want a person, or refuse the reading to everybody.
    case notPlausible(PlausibilityAssessment)
    /// The policies have no figure for the period.
    case policyMissing(PolicyGap)
    /// No invoice can be made of it, for another reason.
    case billing(BillingError)
    /// The books contradict themselves; a mistake of ours.
    case failed(String)
    /// The database failed.
    case store(StoreError)
}

/// What the policies lack.
package enum PolicyGap: Hashable, Sendable {
    case tariff(String)
    case region(String)
    case price(CivilDate)
    case valueAddedTax(CivilDate)
    case correction(CivilMonth)
    case calorificValue(CivilMonth)
}

extension AccountsError {
    init(_ error: BillingError) {
        switch error {
        case .prepaidSubscriber: self = .prepaid
        case .noPrice(let day): self = .policyMissing(.price(day))
        case .noTaxRate(let day): self = .policyMissing(.valueAddedTax(day))
        case .noCorrectionFactor(let day): self = .policyMissing(.correction(day.civilMonth))
        case .noCalorificValue(let day): self = .policyMissing(.calorificValue(day.civilMonth))
        default: self = .billing(error)
        }
    }
}
