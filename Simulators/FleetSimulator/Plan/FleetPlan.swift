public import Quantities

/// A scenario as a value: which meters there are, how they are read and billed, and what goes wrong.
///
/// Everything that a fleet does follows from the plan: the same plan gives the same bytes.
public struct FleetPlan: Hashable, Sendable {
    /// By which reports speak of it.
    public let name: String
    /// From which all chance is drawn.
    public let seed: UInt64
    /// The first day.
    public let start: CivilDate
    /// How many months it lasts, 1 to 120.
    public let months: Int
    /// The meters, numbered from 0 through the groups in order.
    public let groups: [MeterGroup]
    /// When meters are read.
    public let calendar: ReadingCalendar
    /// Who reads them; at least one.
    public let contractors: [Contractor]
    /// What goes wrong.
    public let faults: [FaultRule]
    /// With what they are billed.
    public let tariff: PlanTariff
    /// How prepaid gas is bought.
    public let prepaid: PrepaidBuying
    /// Number of the first meter of each group, and behind them the number of all meters.
    public let firstMeters: [Int]

    /// A plan that has been checked.
    ///
    /// - Throws: the first ``FleetPlanError``; ``mistakes(in:)`` finds all.
    public init(_ draft: FleetPlanDraft) throws(FleetPlanError) {
        if let first = FleetPlan.mistakes(in: draft).first { throw first }
        name = draft.name
        seed = draft.seed
        start = draft.start
        months = draft.months
        groups = draft.groups
        calendar = draft.calendar
        contractors = draft.contractors
        faults = draft.faults
        tariff = draft.tariff
        prepaid = draft.prepaid
        firstMeters = FleetPlan.firstMeters(of: draft.groups)
    }

    /// How many meters there are.
    public var count: Int { firstMeters.last ?? 0 }

    /// Number of the group that a meter belongs to.
    public func group(of meter: Int) -> Int {
        precondition(meter >= 0 && meter < count, "the plan has no such meter")
        var (low, high) = (0, groups.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if firstMeters[middle] <= meter { low = middle } else { high = middle }
        }
        return low
    }

    /// The day after the last.
    public var end: CivilDate { FleetPlan.end(start, months) }

    /// The first hour and the hour after the last.
    public var hours: Range<FleetHour> { FleetHour(start)..<FleetHour(end) }

    static func end(_ start: CivilDate, _ months: Int) -> CivilDate {
        // The checks keep every plan within the calendar's years.
        (try? start.advanced(byMonths: months)) ?? .nearest(toDayNumber: Int.max)
    }

    static func firstMeters(of groups: [MeterGroup]) -> [Int] {
        var firsts = [0]
        for group in groups { firsts.append(firsts[firsts.count - 1] + group.count) }
        return firsts
    }
}

/// What a plan is made of, before it has been checked.
public struct FleetPlanDraft: Hashable, Sendable {
    /// By which reports speak of it.
    public var name: String
    /// From which all chance is drawn.
    public var seed: UInt64
    /// The first day.
    public var start: CivilDate
    /// How many months it lasts.
    public var months: Int
    /// The meters.
    public var groups: [MeterGroup]
    /// When meters are read.
    public var calendar: ReadingCalendar
    /// Who reads them.
    public var contractors: [Contractor]
    /// What goes wrong.
    public var faults: [FaultRule]
    /// With what they are billed.
    public var tariff: PlanTariff
    /// How prepaid gas is bought.
    public var prepaid: PrepaidBuying

    /// A draft read by one faultless contractor, without faults, unless told otherwise.
    public init(
        name: String, seed: UInt64, start: CivilDate, months: Int, groups: [MeterGroup],
        calendar: ReadingCalendar = ReadingCalendar(), contractors: [Contractor] = [Contractor(name: "own")],
        faults: [FaultRule] = [], tariff: PlanTariff, prepaid: PrepaidBuying = PrepaidBuying()
    ) {
        self.name = name
        self.seed = seed
        self.start = start
        self.months = months
        self.groups = groups
        self.calendar = calendar
        self.contractors = contractors
        self.faults = faults
        self.tariff = tariff
        self.prepaid = prepaid
    }
}
