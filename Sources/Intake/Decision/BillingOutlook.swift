package import Accounts
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
        do throws(AccountsError) {
            _ = try draft(candidate, issuer: settings.issuer, on: now.civilDate)
            return .billable
        } catch .billing(.deferred(let deferral)) {
            return .deferred(deferral)
        } catch {
            guard let assessment = error.assessment else {
                return .problem(try PhotoReason.reasons(of: error), [:])
            }
            // A person who looks is told, too, what fault the meter's readings show.
            let flags = try faultFlags(of: candidate, on: now.civilDate)
            return .problem(
                try PhotoReason.reasons(of: error) + flags.compactMap { PhotoReason($0) },
                assessment.auditDetails.merging(flags.auditDetails) { $1 })
        }
    }
}

extension AccountsError {
    /// What the plausibility rules say, where it is they that forbid to bill.
    fileprivate var assessment: PlausibilityAssessment? {
        if case .notPlausible(let assessment) = self { assessment } else { nil }
    }
}

extension PhotoReason {
    /// The fault that a flag shows, of those that readings can show.
    init?(_ flag: FaultFlag) {
        switch flag.fault {
        case .stuckIndex: self = .stuckIndex
        case .slippingWheel: self = .slippingWheel
        case .rollover: self = .rollover
        case .reverseFlow: self = .reverseFlow
        case .wrongMeter: self = .wrongMeter
        default: return nil
        }
    }

    /// Why an index cannot be billed, the weightiest first, for a person to look at.
    ///
    /// Throws the `StoreError` where the database is at fault, and not the index.
    static func reasons(of error: AccountsError) throws -> [PhotoReason] {
        guard let assessment = error.assessment else { return [try PhotoReason(error)] }
        return reasons(assessment)
    }

    /// What the rules found, the strictest first; none where they ask nobody.
    private static func reasons(_ assessment: PlausibilityAssessment) -> [PhotoReason] {
        let others = assessment.findings.filter { $0.zone != .accept && $0.zone != assessment.zone }
        return (assessment.decisive + others).map { PhotoReason($0) }
    }

    private init(_ finding: PlausibilityFinding) {
        self =
            switch finding.rule {
            case .register: .notAnIndex
            case .lowerIndex: .indexLower
            case .flow: finding.zone == .refuse ? .useImpossible : .useImplausible
            case .expectedUse: .useUnusual
            case .zeroUse: .zeroUse
            case .oneDigit: .oneDigitAway
            case .tooSoon: .tooSoon
            case .decimals: .decimalsRead
            case .repeatedEstimates: .repeatedEstimates
            case .subMeters: .subMetersDiffer
            case .disputedReading: .lastReadingDisputed
            case .date: .readingDate
            }
    }

    /// Why an index cannot be billed: the weightiest reason.
    ///
    /// Throws the `StoreError` where the database is at fault, and not the index.
    package init(_ error: AccountsError) throws {
        switch error {
        case .store(let error): throw error
        case .unknownSubscriber: self = .subscriberUnknown
        case .prepaid: self = .prepaid
        case .noFirstReading: self = .noFirstReading
        case .alreadyBilled: self = .periodBilled
        case .policyMissing: self = .policyMissing
        case .notPlausible(let assessment): self = Self.reasons(assessment).first ?? .cannotBeBilled
        case .billing(let error): self = PhotoReason(error)
        case .failed: self = .cannotBeBilled
        }
    }

    /// Why nothing is billed now.
    init(_ deferral: BillingDeferral) {
        self =
            switch deferral {
            case .belowMinimum: .belowMinimum
            case .frozen: .frozen
            }
    }

    private init(_ error: BillingError) {
        switch error {
        case .indexLower: self = .indexLower
        case .consumptionImplausible: self = .useImplausible
        case .indexDigits: self = .notAnIndex
        case .prepaidSubscriber: self = .prepaid
        case .noPrice, .noCorrectionFactor, .noCalorificValue, .noTaxRate: self = .policyMissing
        case .deferred(let deferral): self = PhotoReason(deferral)
        // What is held is a person's to decide, as is every contradiction.
        default: self = .cannotBeBilled
        }
    }
}
