/// The plausibility rules, by their numbers; their limits stand in `PlausibilityPolicy`.
public enum PlausibilityRule: String, Hashable, Sendable, CaseIterable {
    /// The index has as many digits as the counter has wheels.
    case register = "R1"
    /// The index is lower than the last: a rollover, an exchanged meter or an error.
    case lowerIndex = "R2"
    /// No more gas than the meter lets through in the time.
    case flow = "R3"
    /// The use lies in the interval that history, last year or the class lets expect.
    case expectedUse = "R4"
    /// An active customer used nothing in the heating season.
    case zeroUse = "R5"
    /// One doubtful digit, or two neighbours that were typed the wrong way round, would make it plausible.
    case oneDigit = "R6"
    /// The reading comes too soon after the last.
    case tooSoon = "R7"
    /// Red digits were read as whole m3.
    case decimals = "R8"
    /// Estimate follows estimate.
    case repeatedEstimates = "R9"
    /// The sub-meters do not add up to the main meter.
    case subMeters = "R10"
    /// The last reading itself is disputed.
    case disputedReading = "R11"
    /// The day lies in the future, or before the last reading.
    case date = "R12"

    /// The step of a derivation that shows the rule's figures.
    public var step: DerivationStep.Code {
        switch self {
        case .register: .registerCheck
        case .lowerIndex: .lowerIndexCheck
        case .flow: .flowCheck
        case .expectedUse: .expectedUseCheck
        case .zeroUse: .zeroUseCheck
        case .oneDigit: .oneDigitCheck
        case .tooSoon: .tooSoonCheck
        case .decimals: .decimalsCheck
        case .repeatedEstimates: .repeatedEstimatesCheck
        case .subMeters: .subMetersCheck
        case .disputedReading: .disputedReadingCheck
        case .date: .dateCheck
        }
    }
}
