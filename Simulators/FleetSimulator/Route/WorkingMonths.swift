import Quantities

/// The working days of a plan's months, counted once.
struct WorkingMonths: Sendable {
    /// By month of the plan: its working days, in order; at least one.
    let days: [[CivilDate]]

    init(_ plan: FleetPlan) {
        var days: [[CivilDate]] = []
        var month = CivilMonth(of: plan.start)
        for _ in 0...plan.months {
            let first = WorkingMonths.firstDay(of: month)
            let count = first.days(until: WorkingMonths.firstDay(of: WorkingMonths.next(month)))
            let all = (0..<count).compactMap { try? first.advanced(byDays: $0) }
            let working = all.filter { plan.calendar.isWorkingDay($0) }
            days.append(working.isEmpty ? all : working)
            month = WorkingMonths.next(month)
        }
        self.days = days
    }

    private static func next(_ month: CivilMonth) -> CivilMonth {
        // The checks keep every plan within the calendar's years.
        (try? CivilMonth(year: month.year + month.month / 12, month: month.month % 12 + 1)) ?? month
    }

    private static func firstDay(of month: CivilMonth) -> CivilDate {
        (try? CivilDate(year: month.year, month: month.month, day: 1)) ?? .nearest(toDayNumber: 0)
    }
}
