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
        // No text sets what is plausible.
        case .registerCheck, .lowerIndexCheck, .flowCheck, .expectedUseCheck, .zeroUseCheck, .oneDigitCheck,
            .tooSoonCheck,
            .decimalsCheck, .repeatedEstimatesCheck, .subMetersCheck, .disputedReadingCheck, .dateCheck:
            nil
        }
    }
}
