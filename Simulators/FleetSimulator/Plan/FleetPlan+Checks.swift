import MeterCore
import Quantities

extension FleetPlan {
    /// The most meters that a fleet has.
    public static let mostMeters = 100_000_000
    /// The years that a plan lies in: devices count seconds from 2000 in 32 bits, which are used up in February 2136.
    public static let years = 2000...2135

    /// Everything in a draft that does not fit, in the order of its parts; none where it is a plan.
    public static func mistakes(in draft: FleetPlanDraft) -> [FleetPlanError] {
        var found: [FleetPlanError] = []
        if !(1...120).contains(draft.months) {
            found.append(FleetPlanError(.plan, .outside("months", found: draft.months, 1...120)))
        } else if !years.contains(draft.start.year) || !years.contains(lastDay(draft).year) {
            found.append(FleetPlanError(.plan, .datesOutside))
        }
        if draft.groups.isEmpty || draft.contractors.isEmpty { found.append(FleetPlanError(.plan, .nothing)) }
        found += mistakes(groups: draft.groups)
        found += mistakes(draft.calendar)
        found += mistakes(contractors: draft.contractors)
        let prepaid = draft.prepaid
        found += outside(
            .prepaid,
            [
                ("days", prepaid.days, 1...365), ("reserve", prepaid.reserve, 0...365),
                ("emergency_m3", prepaid.emergencyCubicMetres...prepaid.emergencyCubicMetres, 0...1_000),
                ("most_months", prepaid.mostMonths...prepaid.mostMonths, 1...24),
            ])
        // Faults lean on groups and dates.
        if found.isEmpty { found += FaultRuleChecks(draft).mistakes() }
        return found
    }

    private static func lastDay(_ draft: FleetPlanDraft) -> CivilDate {
        .nearest(toDayNumber: end(draft.start, draft.months).dayNumber - 1)
    }

    private static func mistakes(groups: [MeterGroup]) -> [FleetPlanError] {
        var found: [FleetPlanError] = []
        var names: Set<String> = []
        var total = 0
        for (place, group) in groups.enumerated() {
            let part = FleetPlanError.Part.group(place)
            let before = found.count
            if !names.insert(group.name).inserted { found.append(FleetPlanError(part, .nameTwice(group.name))) }
            let corrector = group.kind == .corrector
            found += outside(
                part,
                [
                    ("count", group.count...group.count, 1...mostMeters),
                    ("wheels", group.blackWheels...group.blackWheels, corrector ? 4...9 : 4...6),
                    ("red_wheels", group.redWheels...group.redWheels, 0...3),
                    ("dwellings", group.dwellings...group.dwellings, group.demand == .boilerRoom ? 2...1_000 : 1...1),
                    ("supply_mbar", group.supplyMillibar...group.supplyMillibar, 15...75_000),
                    ("years_in_service", group.yearsInService, 0...40),
                    ("yearly_m3", (group.yearlyCubicMetres ?? 1)...(group.yearlyCubicMetres ?? 1), 1...1_000_000_000),
                ])
            total = min(total + max(group.count, 0), Int(Int32.max))
            if !corrector, group.supplyMillibar > 300 {
                found.append(FleetPlanError(part, .pressureNeedsCorrector(group.supplyMillibar)))
            }
            let large = group.demand == .industry || group.demand == .cngStation
            if large && !corrector || group.kind == .prepaid && group.demand == .boilerRoom {
                found.append(FleetPlanError(part, .demandDoesNotFit(group.kind, group.demand)))
            }
            if corrector == (group.size != nil) { found.append(FleetPlanError(part, .sizeDoesNotFit)) }
            if let most = group.startIndex?.upperBound, (4...9).contains(group.blackWheels) {
                let range = (0..<group.blackWheels).reduce(1) { range, _ in range * 10 }
                if most >= range || group.startIndex?.lowerBound ?? 0 < 0 {
                    found.append(FleetPlanError(part, .indexAboveWheels(most, wheels: group.blackWheels)))
                }
            }
            // Only of a group that is right otherwise: what passes depends on place, pressure and dwellings.
            if found.count == before, group.meanCubicMetres > group.mostCubicMetres {
                found.append(FleetPlanError(part, .useAboveMeter(group.meanCubicMetres, most: group.mostCubicMetres)))
            }
        }
        if total > mostMeters { found.append(FleetPlanError(.plan, .tooManyMeters(total))) }
        return found
    }

    private static func mistakes(_ calendar: ReadingCalendar) -> [FleetPlanError] {
        var most = 20
        var found: [FleetPlanError] = []
        if case .days(let days) = calendar.cycle {
            found += outside(.calendar, [("cycle", days...days, 7...92)])
            most = max(days, 1)
        }
        // A month has at least 20 working days without holidays; fewer with them.
        return found
            + outside(
                .calendar,
                [
                    ("reading_days", calendar.readingDays...calendar.readingDays, 1...most),
                    ("book_meters", calendar.metersPerBook...calendar.metersPerBook, 1...10_000),
                    ("page_meters", calendar.metersPerPage...calendar.metersPerPage, 1...1_000),
                ])
    }

    private static func mistakes(contractors: [Contractor]) -> [FleetPlanError] {
        var found: [FleetPlanError] = []
        var names: Set<String> = []
        for (place, contractor) in contractors.enumerated() {
            if !names.insert(contractor.name).inserted {
                found.append(FleetPlanError(.contractor(place), .nameTwice(contractor.name)))
            }
            found += outside(.contractor(place), [("days_late", contractor.daysLate, 1...60)])
        }
        let sum = contractors.reduce(0) { $0 + Int($1.books.millionths) }
        if !contractors.isEmpty, sum != 1_000_000 {
            found.append(FleetPlanError(.contractor(contractors.count - 1), .booksDoNotSum(sum)))
        }
        return found
    }

    static func outside(
        _ part: FleetPlanError.Part, _ figures: [(name: String, found: ClosedRange<Int>, most: ClosedRange<Int>)]
    ) -> [FleetPlanError] {
        figures.compactMap { name, found, most in
            if most.contains(found.lowerBound), most.contains(found.upperBound) { return nil }
            let wrong = most.contains(found.lowerBound) ? found.upperBound : found.lowerBound
            return FleetPlanError(part, .outside(name, found: wrong, most))
        }
    }
}
