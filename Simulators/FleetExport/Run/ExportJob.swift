import FleetSimulator

/// A piece of an export that one thread does at once: small enough that a few of them fit in memory.
struct ExportJob: Sendable {
    /// Which rows.
    enum Kind: Sendable {
        /// All but those of every hour.
        case readings
        /// Those of every hour.
        case hours
    }

    let kind: Kind
    let meters: Range<Int>
    /// About how many microseconds of work, for the time left.
    let weight: Int

    /// The pieces of a plan's export, in the order in which they are written; the same on every machine.
    static func all(_ plan: FleetPlan, isHourly: Bool) -> [ExportJob] {
        let hours = plan.hours.lowerBound.hours(until: plan.hours.upperBound)
        var jobs = pieces(plan, .readings, rows: rounds(plan)) { kind in
            switch kind {
            case .diaphragm: 40 + 4 * rounds(plan)
            case .prepaid: 500 + hours / 20
            case .corrector: hours * 8
            }
        }
        if isHourly {
            jobs += pieces(plan, .hours, rows: hours) { kind in kind == .corrector ? hours * 10 : hours * 2 }
        }
        return jobs
    }

    /// About how often a meter is read.
    private static func rounds(_ plan: FleetPlan) -> Int {
        switch plan.calendar.cycle {
        case .monthly: plan.months
        case .days(let days): plan.months * 31 / days + 1
        }
    }

    private static func pieces(
        _ plan: FleetPlan, _ kind: Kind, rows: Int, weight: (MeterKind) -> Int
    ) -> [ExportJob] {
        // At most some 20,000 rows of a table and a quarter of a second; whole pages as far as that goes.
        let most = max(20_000 / rows, 1)
        let page = plan.calendar.metersPerPage
        var jobs: [ExportJob] = []
        for (place, group) in plan.groups.enumerated() {
            let each = weight(group.kind)
            var count = max(min(most, 250_000 / each), 1)
            if count > page { count = count / page * page }
            var first = plan.firstMeters[place]
            while first < plan.firstMeters[place + 1] {
                // The first piece of a group ends where a page does.
                let end = min((first / count + 1) * count, plan.firstMeters[place + 1])
                jobs.append(ExportJob(kind: kind, meters: first..<end, weight: each * (end - first)))
                first = end
            }
        }
        return jobs
    }
}
