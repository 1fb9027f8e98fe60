/// Why an estimate has no result; each case says what to do about it.
public enum EstimateError: Error, Hashable, Sendable {
    /// A figure that must not be negative is, or one that must be above zero is not.
    case outOfBounds(DerivationStep.Role)
    /// The fault is said to have lasted longer than the days that the total is spread over: correct one of them.
    case faultLongerThanTotal(faultDays: Int, totalDays: Int)
    /// The official test report that decides is missing: a suspicion alone bills nothing back.
    case testReportMissing
    /// A figure does not fit its type.
    case overflow(DerivationStep.Code)
}
