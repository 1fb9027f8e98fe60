import Billing
import GasPhysics
import Quantities

/// Why the library computed nothing, in words for the person who reads the report of a check.
func refusalReason(_ error: any Error) -> String {
    switch error {
    case let error as ArithmeticError: reason(error)
    case let error as BillingError: reason(error)
    case let error as CorrectionFactorError: reason(error)
    case let error as CalorificValueError: reason(error)
    case let error as DebtError: reason(error)
    case let error as RateTableError: "the table has no value on \(error.day)"
    case let error as PrepaidError: reason(error)
    case let error as EstimateError: reason(error)
    default: "\(error)"
    }
}

private func reason(_ error: ArithmeticError) -> String {
    switch error {
    case .overflow: "the result does not fit its type"
    case .divisionByZero: "division by zero"
    }
}

private func reason(_ error: BillingError) -> String {
    // The chain of figures throws nothing but overflows; the other cases belong to whole invoices.
    if case .overflow(let step) = error { return "the step \(step.rawValue) does not fit its type" }
    return "\(error)"
}

private func reason(_ error: CorrectionFactorError) -> String {
    switch error {
    case .pressureNotPositive: "the pressure is not above zero"
    case .belowAbsoluteZero: "the temperature is at or below −273.15 °C"
    case .compressionNotPositive: "a compression factor is not above zero"
    case .noPressure(let month): "the station has no pressure in \(month)"
    case .overflow: "the factor does not fit its type"
    }
}

private func reason(_ error: CalorificValueError) -> String {
    switch error {
    case .noFlow: "no gas flowed on these days"
    case .negativeFlow: "a day's flow is below zero"
    case .overflow: "the average does not fit its type"
    }
}

private func reason(_ error: PrepaidError) -> String {
    switch error {
    case .outOfBounds(let role): "the figure \(role.rawValue) is out of bounds"
    case .overflow(let step): "the step \(step.rawValue) does not fit its type"
    case .periodsOverlap(let from, let previous):
        "the period from \(from) begins before the one before it ends, \(previous)"
    case .periodStraddlesStart(let from, let through, let start):
        "the period \(from) to \(through) lies on both sides of the reading of \(start); split it there"
    default: "\(error)"
    }
}

private func reason(_ error: EstimateError) -> String {
    switch error {
    case .outOfBounds(let role): "the figure \(role.rawValue) is out of bounds"
    case .overflow(let step): "the step \(step.rawValue) does not fit its type"
    case .faultLongerThanTotal(let fault, let total):
        "the fault's \(fault) days are more than the \(total) days of the total"
    case .testReportMissing: "the test report is missing"
    }
}
private func reason(_ error: DebtError) -> String {
    switch error {
    case .outOfBounds(let role): "\(role.rawValue) is out of its bounds"
    case .overflow(let step): "the step \(step.rawValue) does not fit its type"
    case .noRate(let day): "there is no rate on \(day)"
    case .daysReversed(let first, let last): "\(last) is before \(first)"
    case .partCount(let count): "there are \(count) parts"
    case .noPriceIndex: "the price index is not above zero"
    case .invoiceTwice: "an invoice stands twice"
    case .penaltiesExceedWork: "the penalties are more than the work"
    default: "\(error)"
    }
}
