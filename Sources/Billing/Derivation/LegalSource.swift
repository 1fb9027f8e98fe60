/// The text that a step of a derivation rests on, as a code; its words stand in `Wording`.
public enum LegalSource: String, Hashable, Sendable, CaseIterable {
    /// Communiqué on the billable quantity [Faturalandırmaya Esas Satış Miktarı Tebliği], RG 24980, article 7.
    case billableQuantityArticle7
    /// Distribution and customer services regulation [Dağıtım ve Müşteri Hizmetleri Yönetmeliği], article 48.
    case customerServicesArticle48
    /// KDV law 3065, article 20: the base.
    case valueAddedTaxArticle20
    /// The utility's own rounding profile: no text prescribes one.
    case roundingProfile
    /// Law 6183, article 51: late fee on public claims, by contract clause.
    case law6183Article51

    // Prepaid and estimates
    /// Distribution and customer services regulation, article 40: prepaid sales and the TL correction.
    case customerServicesArticle40
    /// The TL correction method that the Board approved for the company [uygulama yöntemi], its fifteen points.
    case correctionMethod
    /// Distribution and customer services regulation: use that no meter measured [kıyas].
    case unmeasuredUse
    /// EPDK Board decision 8890 of 17/10/2019: faulty prepaid meters.
    case decision8890
    // Debts
    /// Law 3095, article 1: statutory interest.
    case law3095Article1
    /// Code of obligations 6098, article 100: a part payment goes to interest and costs first.
    case obligationsArticle100
    /// Distribution and customer services regulation, article 46: the account of a subscriber who leaves.
    case customerServicesArticle46
    /// Distribution and customer services regulation, article 52: illegal use.
    case customerServicesArticle52
    /// Distribution and customer services regulation, article 53: irregular use.
    case customerServicesArticle53
    /// The contract with a field contractor.
    case contractorAgreement
    // Gas by month, what stands beside it, and reversals
    /// The clause of the customer's contract.
    case contractClause
}

extension DerivationStep.Code {
    /// The text that the step rests on; `nil` where it is arithmetic alone.
    public var source: LegalSource? {
        switch self {
        case .averageCorrectionFactor, .correctedVolume, .averageCalorificValue, .energyFactor, .energy:
            .billableQuantityArticle7
        case .measuredVolume, .averagePrice, .consumptionCharge: .customerServicesArticle48
        case .valueAddedTax: .valueAddedTaxArticle20
        case .payable: .roundingProfile
        case .lateFee: .law6183Article51
        case .pricePerKilowattHour, .total: nil
        // Prepaid and estimates
        case .cardVolume, .soldVolume, .saleAmount: .customerServicesArticle40
        case .lotValue, .useValue, .correctionDifference, .correction, .debtCap, .cutSaleDebtCap, .toCorrectionDebt,
            .toEksiGasDebt, .toGas, .gasRefund:
            .correctionMethod
        case .ownDailyMean, .peersDailyMean, .comparativeEstimate, .estimateSettlement: .unmeasuredUse
        case .faultBackBilling, .averageAccount: .decision8890
        case .change, .prepaidBalance: nil
        // Invoices
        case .registerDifference, .correctorFactor, .totalMeasuredVolume, .totalCorrectedVolume, .calorificDifference:
            .billableQuantityArticle7
        case .dayShare, .lineCharge: .customerServicesArticle48
        case .valueAddedTaxBase, .averageTaxRate: .valueAddedTaxArticle20
        case .approvedVolume, .freeEnergy, .upperTierEnergy, .discount, .chargeTotal: nil

        // Debts
        case .statutoryInterest: .law3095Article1
        case .allocatedPayment: .obligationsArticle100
        case .refundedDeposit, .settlementBalance: .customerServicesArticle46
        case .illegalUseCharge: .customerServicesArticle52
        case .irregularUseCharge: .customerServicesArticle53
        case .workTotal, .workBase, .withheldTax, .workPayable: .contractorAgreement
        case .instalment, .instalmentWithRemainder, .indexedDeposit, .lateFeeCancelled, .legalClaim: nil
        // No text sets what is plausible.
        case .registerCheck, .lowerIndexCheck, .flowCheck, .expectedUseCheck, .zeroUseCheck, .oneDigitCheck,
            .tooSoonCheck,
            .decimalsCheck, .repeatedEstimatesCheck, .subMetersCheck, .disputedReadingCheck, .dateCheck:
            nil
        // Gas by month, what stands beside it, and reversals
        case .monthlyCorrectionFactor, .monthlyCalorificValue: .billableQuantityArticle7
        case .contractLateFee: .contractClause
        case .reversedAmount: nil
        case .appliedCorrection: .correctionMethod
        case .appliedCalorificDifference: .billableQuantityArticle7
        case .minimumUse, .lateFeeTotal, .dueInstalment, .appliedCredit, .earlierDebt: nil
        }
    }
}
