import FleetSimulator
import MeterCore
import Quantities
import Testing

@Suite("Plans")
struct FleetPlanTests {
    @Test("Meters are numbered through the groups in order")
    func numbers() throws {
        let plan = try Synthetic.plan(groups: [
            MeterGroup(name: "a", count: 3, place: .ankara), MeterGroup(name: "b", count: 1, place: .izmir),
            MeterGroup(name: "c", count: 5, place: .adana),
        ])
        #expect(plan.count == 9 && plan.firstMeters == [0, 3, 4, 9])
        #expect((0..<9).map { plan.group(of: $0) } == [0, 0, 0, 1, 2, 2, 2, 2, 2])
        #expect(
            plan.end.description == "2027-01-01" && plan.hours.upperBound.number - plan.hours.lowerBound.number == 8_760
        )
        #expect(plan.hours.lowerBound == Synthetic.epoch)
        #expect(plan.regionName(ofGroup: 1) == "izmir" && plan.tariffName(ofGroup: 2) == "konut")
    }

    private static func group(_ change: (inout MeterGroup) -> Void) -> MeterGroup {
        var group = MeterGroup(name: "a", count: 10, place: .ankara)
        change(&group)
        return group
    }

    @Test(
        "What does not fit is told with its part",
        arguments: [
            (group { $0.count = 0 }, FleetPlanError.Reason.outside("count", found: 0, 1...100_000_000)),
            (group { $0.blackWheels = 7 }, .outside("wheels", found: 7, 4...6)),
            (group { $0.redWheels = 4 }, .outside("red_wheels", found: 4, 0...3)),
            (group { $0.dwellings = 2 }, .outside("dwellings", found: 2, 1...1)),
            (group { $0.supplyMillibar = 400 }, .pressureNeedsCorrector(400)),
            (group { $0.demand = .industry }, .demandDoesNotFit(.diaphragm, .industry)),
            (group { $0.kind = .corrector }, .sizeDoesNotFit), (group { $0.size = nil }, .sizeDoesNotFit),
            (group { $0.startIndex = 99_000...100_000 }, .indexAboveWheels(100_000, wheels: 5)),
            (group { $0.yearsInService = 0...41 }, .outside("years_in_service", found: 41, 0...40)),
            (group { $0.yearlyCubicMetres = 0 }, .outside("yearly_m3", found: 0, 1...1_000_000_000)),
        ])
    func groups(group: MeterGroup, reason: FleetPlanError.Reason) throws {
        let good = MeterGroup(name: "good", count: 1, place: .ankara)
        #expect(
            FleetPlan.mistakes(in: try Synthetic.draft(groups: [good, group])) == [FleetPlanError(.group(1), reason)])
        #expect(throws: FleetPlanError(.group(1), reason)) { try Synthetic.plan(groups: [good, group]) }
    }

    @Test(
        "A mean use that a size cannot pass is told, with what it can: Qmax in 8,760 hours of gas at 21 mbar",
        arguments: [
            // 6 and 40 m³/h; in Ankara a m³ at the meter is 0.93 to 0.95 at base conditions.
            (group { $0.yearlyCubicMetres = 10_000_000 }, 10_000_000, 48_000...50_500),
            (group { ($0.yearlyCubicMetres, $0.size) = (400_000, .g25) }, 400_000, 322_000...336_000),
            (group { ($0.kind, $0.yearlyCubicMetres) = (.prepaid, 5_000_000) }, 5_000_000, 48_000...50_500),
            (
                group { ($0.demand, $0.dwellings, $0.size) = (.boilerRoom, 1_000, .g4) }, 850_000,
                48_000...50_500
            ),
        ])
    func size(group: MeterGroup, use: Int, most: ClosedRange<Int>) throws {
        let mistakes = FleetPlan.mistakes(in: try Synthetic.draft(groups: [group]))
        guard case .useAboveMeter(let found, let limit) = try #require(mistakes.first).reason else {
            Issue.record("\(mistakes)")
            return
        }
        #expect(mistakes.count == 1 && abs(found - use) <= use / 2 && most.contains(limit))
        var fitting = group
        (fitting.yearlyCubicMetres, fitting.count, fitting.dwellings) = (limit, 40, group.dwellings)
        try readable(fitting)
    }

    @Test("A works of 200 million m³ a year is a fleet like any other, and what no year has room for is told")
    func works() throws {
        var group = Self.corrector
        (group.blackWheels, group.supplyMillibar, group.count) = (9, 4_000, 40)
        group.yearlyCubicMetres = 200_000_000
        try readable(group)
        group.supplyMillibar = 21
        group.yearlyCubicMetres = 400_000_000
        let mistakes = FleetPlan.mistakes(in: try Synthetic.draft(groups: [group]))
        guard case .useAboveMeter(400_000_000, let most)? = mistakes.first?.reason else {
            Issue.record("\(mistakes)")
            return
        }
        // 2^48 mL are 281.5 million m³ at the meter; in Adana a m³ of it is 1.004 at base conditions.
        #expect((240_000_000...283_000_000).contains(most))
    }

    /// Every meter can be read at the end of ten years.
    private func readable(_ group: MeterGroup) throws {
        let plan = try Synthetic.plan(groups: [group], months: 120)
        let fleet = PlannedFleet(plan)
        for meter in 0..<plan.count {
            #expect(fleet.wheels(of: meter).counted(at: plan.hours.upperBound) > 0)
            if group.kind == .prepaid {
                var course = PrepaidCourse(meter, of: fleet)
                course.advance(to: plan.hours.upperBound)
                #expect(course.passed > 0)
            }
        }
    }

    @Test(
        "A plan lies in the years in which devices count seconds in 32 bits",
        arguments: [
            ("2135-01-01", 12, true), ("2135-02-01", 12, false), ("2998-06-01", 12, false), ("2000-01-01", 1, true),
        ])
    func years(start: String, months: Int, fits: Bool) throws {
        var draft = try Synthetic.draft(months: months)
        draft.start = try Synthetic.date(start)
        #expect(FleetPlan.mistakes(in: draft) == (fits ? [] : [FleetPlanError(.plan, .datesOutside)]))
        guard fits else { return }
        let plan = try FleetPlan(draft)
        let fleet = PlannedFleet(plan)
        #expect(fleet.wheels(of: 3).counted(at: plan.hours.upperBound) > 0)
        #expect(fleet.readings.readings(of: 3).count == months)
    }

    private static let corrector = MeterGroup(
        name: "c", kind: .corrector, count: 3, place: .adana, demand: .industry, size: nil, blackWheels: 7, redWheels: 0
    )

    @Test(
        "Fault rules that do not fit are told with their place",
        arguments: [
            (
                FaultRule(kind: .pressureSensor, scope: .meter(2)),
                FleetPlanError.Reason.faultDoesNotFit(.pressureSensor, .diaphragm)
            ),
            (
                FaultRule(kind: .stuckIndex, scope: .rate(perMillionMeterYears: 1), groups: [1]),
                .faultDoesNotFit(.stuckIndex, .corrector)
            ),
            (FaultRule(kind: .lostCard, scope: .rate(perMillionMeterYears: 1)), .faultFitsNoGroup(.lostCard)),
            (
                FaultRule(kind: .stuckIndex, variant: .exchange, scope: .meter(2)),
                .variantDoesNotFit(.stuckIndex, .exchange)
            ),
            (FaultRule(kind: .stuckIndex, scope: .meter(13)), .noSuchMeter(13)),
            (FaultRule(kind: .stuckIndex, scope: .meter(-1)), .noSuchMeter(-1)),
            (FaultRule(kind: .stuckIndex, scope: .rate(perMillionMeterYears: 1), groups: [2]), .noSuchGroup(2)),
            (
                FaultRule(kind: .slippingWheel, scope: .meter(2), severity: 0...5),
                .outside("severity", found: 0, 10_000...1_000_000)
            ),
            (
                FaultRule(kind: .slippingWheel, scope: .meter(2), severity: 10_000...1_000_001),
                .outside("severity", found: 1_000_001, 0...1_000_000)
            ),
            (FaultRule(kind: .slippingWheel, scope: .meter(2), days: 0...4), .outside("days", found: 0, 1...3_650)),
            (
                FaultRule(kind: .stuckIndex, scope: .rate(perMillionMeterYears: 60_000_000)),
                .outside("rate", found: 60_000_000, 0...50_000_000)
            ),
            (FaultRule(kind: .stuckIndex, scope: .rate(perMillionMeterYears: 40_000_000)), .tooOften(66)),
            (FaultRule(kind: .stuckIndex, scope: .meter(2), from: .init(iso: "2025-12-31")), .timeOutside),
            (FaultRule(kind: .stuckIndex, scope: .meter(2), from: .init(iso: "2027-01-01")), .timeOutside),
            (
                FaultRule(
                    kind: .stuckIndex, scope: .rate(perMillionMeterYears: 1), from: .init(iso: "2026-05-01"),
                    to: .init(iso: "2026-05-01")), .timeOutside
            ),
            (
                FaultRule(kind: .slippingWheel, scope: .meter(3), from: .init(iso: "2026-02-09"), days: 9...9),
                .overlaps(fault: 0)
            ),
            (FaultRule(kind: .meterIdentity, variant: .swappedNeighbours, scope: .meter(12)), .noNeighbour(12)),
            (FaultRule(kind: .meterIdentity, variant: .swappedNeighbours, scope: .meter(10)), .overlaps(fault: 1)),
        ])
    func faults(rule: FaultRule, reason: FleetPlanError.Reason) throws {
        let first = FaultRule(kind: .stuckIndex, scope: .meter(3), from: .init(iso: "2026-02-01"), days: 5...9)
        let second = FaultRule(kind: .rollover, scope: .meter(11), from: .init(iso: "2026-01-02"), days: 1...1)
        let groups = [MeterGroup(name: "a", count: 10, place: .ankara), Self.corrector]
        let draft = try Synthetic.draft(groups: groups, faults: [first, second, rule])
        #expect(FleetPlan.mistakes(in: draft) == [FleetPlanError(.fault(2), reason)])
    }

    @Test("Severity zero is allowed, and so are named faults one after the other")
    func fits() throws {
        let plan = try Synthetic.plan(faults: [
            FaultRule(kind: .slippingWheel, scope: .meter(3), days: 9...9, severity: 0...0),
            FaultRule(kind: .stuckIndex, scope: .meter(3), from: .init(iso: "2026-01-10"), days: 9...9),
            FaultRule(kind: .sealBroken, scope: .meter(3), days: 99...99),
        ])
        #expect(plan.faults.count == 3)
    }

    @Test("Contractors, calendar and dates are held against each other")
    func rest() throws {
        var draft = try Synthetic.draft(contractors: [
            Contractor(name: "a", books: Share(millionths: 500_000)),
            Contractor(name: "b", books: Share(millionths: 499_999)),
        ])
        #expect(FleetPlan.mistakes(in: draft) == [FleetPlanError(.contractor(1), .booksDoNotSum(999_999))])
        draft.contractors = [Contractor(name: "a", books: .whole), Contractor(name: "a", books: .none)]
        #expect(FleetPlan.mistakes(in: draft) == [FleetPlanError(.contractor(1), .nameTwice("a"))])
        draft.contractors = []
        #expect(FleetPlan.mistakes(in: draft) == [FleetPlanError(.plan, .nothing)])
        draft = try Synthetic.draft(calendar: ReadingCalendar(cycle: .days(15), readingDays: 16))
        #expect(
            FleetPlan.mistakes(in: draft) == [FleetPlanError(.calendar, .outside("reading_days", found: 16, 1...15))])
        draft = try Synthetic.draft(months: 121)
        #expect(FleetPlan.mistakes(in: draft) == [FleetPlanError(.plan, .outside("months", found: 121, 1...120))])
        draft = try Synthetic.draft(
            groups: (0..<3).map { MeterGroup(name: "g\($0)", count: 40_000_000, place: .ankara) })
        #expect(FleetPlan.mistakes(in: draft) == [FleetPlanError(.plan, .tooManyMeters(120_000_000))])
        draft = try Synthetic.draft()
        draft.start = try Synthetic.date("1999-12-31")
        #expect(FleetPlan.mistakes(in: draft) == [FleetPlanError(.plan, .datesOutside)])
    }
}

extension CivilDate {
    /// A day that the test knows to be one.
    init?(iso text: String) {
        guard let date = try? CivilDate(iso8601: text) else { return nil }
        self = date
    }
}
