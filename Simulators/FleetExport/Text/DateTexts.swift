import FleetSimulator
import Quantities

/// The days of a plan as text, made once.
struct DateTexts: Sendable {
    private let first: Int
    private let days: [[UInt8]]

    /// The days from a plan's first to two months behind its last, when the latest readings have come.
    init(_ plan: FleetPlan) {
        first = plan.hours.lowerBound.day
        days = (first...plan.hours.upperBound.day + 62).map { DateTexts.text($0) }
    }

    /// A day as `2026-01-31`, by its number since 2000-01-01.
    func utf8(ofDay day: Int) -> [UInt8] {
        day >= first && day - first < days.count ? days[day - first] : DateTexts.text(day)
    }

    private static func text(_ day: Int) -> [UInt8] {
        Array(FleetHour(number: Int32(truncatingIfNeeded: day * 24)).date.description.utf8)
    }
}
