/// What the result of a step is counted in.
public enum ResultUnit: String, Hashable, Sendable, CaseIterable {
    /// Cubic metres, on the counter or corrected.
    case cubicMetres = "m³"
    /// Cubic metres a day [gün].
    case cubicMetresADay = "m³/gün"
    /// Kilowatt-hours.
    case kilowattHours = "kWh"
    /// Kilocalories a cubic metre.
    case kilocaloriesPerCubicMetre = "kcal/m³"
    /// Kilowatt-hours a cubic metre.
    case kilowattHoursPerCubicMetre = "kWh/m³"
    /// Lira a kilowatt-hour.
    case liraPerKilowattHour = "TL/kWh"
    /// Lira.
    case lira = "TL"
    /// A number without a unit.
    case none = ""
}

extension DerivationStep.Code {
    /// What the step's result is counted in.
    public var unit: ResultUnit {
        switch self {
        case .measuredVolume, .correctedVolume, .registerDifference, .approvedVolume, .totalMeasuredVolume,
            .totalCorrectedVolume, .dayShare,
            .cardVolume, .soldVolume, .comparativeEstimate, .faultBackBilling, .averageAccount, .minimumUse:
            .cubicMetres
        case .ownDailyMean, .peersDailyMean: .cubicMetresADay
        case .averageCorrectionFactor, .correctorFactor, .averageTaxRate, .registerCheck, .lowerIndexCheck,
            .flowCheck, .expectedUseCheck, .zeroUseCheck, .oneDigitCheck, .tooSoonCheck, .decimalsCheck,
            .repeatedEstimatesCheck, .subMetersCheck, .disputedReadingCheck, .dateCheck, .monthlyCorrectionFactor:
            .none
        case .averageCalorificValue, .monthlyCalorificValue: .kilocaloriesPerCubicMetre
        case .energyFactor: .kilowattHoursPerCubicMetre
        case .energy, .freeEnergy, .upperTierEnergy: .kilowattHours
        case .pricePerKilowattHour, .averagePrice: .liraPerKilowattHour
        default: .lira
        }
    }
}
