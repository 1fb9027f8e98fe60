import FleetSimulator
import MeterCore
import Quantities
import Testing

@Suite("The schedule of faults")
struct FaultScheduleTests {
    private static let everything: [FaultRule] = FaultKind.allCases.map {
        FaultRule(kind: $0, scope: .rate(perMillionMeterYears: 40_000))
    }
    private static let groups = [
        MeterGroup(name: "d", count: 3_001, place: .ankara),
        MeterGroup(name: "p", kind: .prepaid, count: 2_000, place: .izmir),
        MeterGroup(
            name: "c", kind: .corrector, count: 1_001, place: .adana, demand: .industry, size: nil, blackWheels: 7,
            redWheels: 0, supplyMillibar: 4_000),
    ]

    private static func digest(_ faults: [Fault]) -> UInt64 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for fault in faults {
            let words = [
                UInt64(fault.meter), UInt64(fault.kind.rawValue), UInt64(fault.variant.rawValue),
                UInt64(UInt32(bitPattern: fault.start.number)), UInt64(UInt32(bitPattern: fault.end.number)),
                UInt64(fault.severity), fault.key,
            ]
            for word in words { digest = (digest ^ word) &* 0x100_0000_01B3 }
        }
        return digest
    }

    @Test("The same seed gives the same faults: forwards, backwards, in random order and on two tasks")
    func order() async throws {
        let plan = try Synthetic.plan(groups: Self.groups, faults: Self.everything)
        let schedule = FaultSchedule(plan)
        let forwards = (0..<plan.count).map { schedule.faults(of: $0) }
        let again = FaultSchedule(plan)
        let backwards = (0..<plan.count).reversed().map { again.faults(of: $0) }
        #expect(forwards == Array(backwards.reversed()))
        var shuffled = [[Fault]](repeating: [], count: plan.count)
        for step in 0..<plan.count {
            let meter = step * 4_001 % plan.count
            shuffled[meter] = schedule.faults(of: meter)
        }
        #expect(shuffled == forwards)
        async let even = stride(from: 0, to: plan.count, by: 2).map { schedule.faults(of: $0) }
        async let odd = stride(from: 1, to: plan.count, by: 2).map { schedule.faults(of: $0) }
        let (left, right) = await (even, odd)
        var joined: [[Fault]] = []
        for meter in 0..<plan.count { joined.append(meter % 2 == 0 ? left[meter / 2] : right[meter / 2]) }
        #expect(joined == forwards)
        // The bytes of today: a change of them changes every fleet.
        #expect(Self.digest(forwards.flatMap { $0 }) == 7_127_851_123_679_949_271)
    }

    @Test("Another seed gives other faults")
    func seeds() throws {
        let one = FaultSchedule(try Synthetic.plan(groups: Self.groups, faults: Self.everything, seed: 1))
        let two = FaultSchedule(try Synthetic.plan(groups: Self.groups, faults: Self.everything, seed: 2))
        #expect((0..<1_000).map { one.faults(of: $0) } != (0..<1_000).map { two.faults(of: $0) })
    }

    @Test("As many faults begin as the rate says, in each kind and variant", arguments: [1_000, 20_000, 1_500_000])
    func rates(perMillion: Int) throws {
        let count = 100_000_000_000 / max(perMillion, 200_000) / 5
        let plan = try Synthetic.plan(
            groups: [MeterGroup(name: "d", count: count, place: .ankara)],
            faults: [
                FaultRule(
                    kind: .readingTransport, scope: .rate(perMillionMeterYears: perMillion),
                    from: try Synthetic.date("2026-01-01"),
                    to: try Synthetic.date("2027-01-01"), days: 1...1)
            ])
        let schedule = FaultSchedule(plan)
        var begun: [FaultVariant: Int] = [:]
        var twice = 0
        for meter in 0..<count {
            let faults = schedule.faults(of: meter, group: 0)
            if faults.count > 1 { twice += 1 }
            for fault in faults { begun[fault.variant, default: 0] += 1 }
        }
        let each = Double(count) * Double(perMillion) / 1e6 / 4
        // Of one family, no two are on at once: with a fault a day long 1.5 times a year, 0.2 % are dropped.
        for variant in FaultKind.readingTransport.variants {
            let found = Double(begun[variant] ?? 0)
            #expect(abs(found - each) < 5 * each.squareRoot() + each * 0.004, "\(variant): \(found) of \(each)")
        }
        let rate = Double(perMillion) / 1e6
        let chance: Double = rate < 0.01 ? rate * rate / 2 : 1 - approximateExp(-rate) * (1 + rate)
        let several: Double = Double(count) * chance
        #expect(abs(Double(twice) - several) < 5 * several.squareRoot() + several * 0.01 + 3, "\(twice) of \(several)")
    }

    private func approximateExp(_ power: Double) -> Double {
        (1...40).reversed().reduce(1.0) { 1 + power * $0 / Double($1) }
    }

    @Test("At any hour of the plan as many faults are on as rate and duration give, from the first hour on")
    func stationary() throws {
        let plan = try Synthetic.plan(
            groups: [MeterGroup(name: "d", count: 40_000, place: .ankara)],
            faults: [FaultRule(kind: .sealBroken, scope: .rate(perMillionMeterYears: 500_000), days: 73...73)])
        let schedule = FaultSchedule(plan)
        let faults = (0..<plan.count).flatMap { schedule.faults(of: $0, group: 0) }
        for hour in [
            plan.hours.lowerBound, plan.hours.lowerBound.advanced(byHours: 4_000),
            plan.hours.upperBound.advanced(byHours: -1),
        ] {
            let on = Double(faults.count { $0.isOn(hour) })
            // 0.5 a year for a fifth of a year: a tenth, less what overlaps and is dropped.
            #expect(on > 3_500 && on < 4_050, "\(on)")
        }
    }

    @Test("No two faults of one register are on at once, and all touch the plan")
    func overlaps() throws {
        let plan = try Synthetic.plan(groups: Self.groups, faults: Self.everything)
        let schedule = FaultSchedule(plan)
        let registers: [Set<FaultKind>] = [
            [
                .stuckIndex, .slippingWheel, .reverseFlow, .underRegistration, .overRegistration, .magneticTamper,
                .batteryLow, .pulseError,
            ],
            [.pressureSensor, .temperatureSensor, .conversionDivergence, .gasQualityStale],
            [.valveStuckOpen, .valveStuckClosed], [.cardFault, .lostCard], [.rollover, .meterIdentity],
        ]
        var several = 0
        for meter in 0..<plan.count {
            let faults = schedule.faults(of: meter)
            #expect(faults.allSatisfy { $0.touches(plan.hours) && $0.meter == meter && $0.start < $0.end })
            #expect(faults.allSatisfy { $0.kind.trait.meters.contains(plan.groups[plan.group(of: meter)].kind) })
            for (place, fault) in faults.enumerated() {
                for other in faults[..<place] where fault.touches(other.start..<other.end) {
                    several += 1
                    #expect(!registers.contains { $0.contains(fault.kind) && $0.contains(other.kind) })
                }
            }
        }
        #expect(several > 100)
    }

    @Test("Swapped neighbours are swapped both, over the same time, within a group, whatever else they have")
    func pairs() throws {
        let swap = FaultRule(
            kind: .meterIdentity, variant: .swappedNeighbours, scope: .rate(perMillionMeterYears: 900_000))
        let exchange = FaultRule(kind: .meterIdentity, variant: .exchange, scope: .rate(perMillionMeterYears: 900_000))
        let named = FaultRule(
            kind: .rollover, scope: .meter(8), from: try Synthetic.date("2026-04-01"), days: 200...200)
        let plan = try Synthetic.plan(groups: Self.groups, faults: [swap, exchange, named])
        let schedule = FaultSchedule(plan)
        func swaps(_ meter: Int) -> [Range<FleetHour>] {
            schedule.faults(of: meter).filter { $0.variant == .swappedNeighbours }.map { $0.start..<$0.end }
        }
        var found = 0
        for group in plan.groups.indices {
            for meter in plan.firstMeters[group]..<plan.firstMeters[group + 1] {
                let mine = swaps(meter)
                found += mine.count
                guard let partner = plan.neighbour(of: meter, group: group) else {
                    #expect(mine.isEmpty)
                    continue
                }
                #expect(plan.group(of: partner) == group)
                #expect(mine == swaps(partner))
            }
        }
        #expect(found > 1_000)
        // 3,000 is alone at the end of its group, and 3,001 begins the next one: both lack their neighbour.
        #expect(plan.neighbour(of: 3_000, group: 0) == nil && plan.neighbour(of: 3_001, group: 1) == nil)
    }

    @Test("A named fault is there as named, and its meter passes the gate")
    func named() throws {
        let rule = FaultRule(
            kind: .stuckIndex, scope: .meter(4_567), from: try Synthetic.date("2026-03-05"), days: 9...9)
        let plan = try Synthetic.plan(groups: Self.groups, faults: [rule])
        let schedule = FaultSchedule(plan)
        let faults = (0..<plan.count).flatMap { schedule.faults(of: $0) }
        let start = FleetHour(try Synthetic.date("2026-03-05"))
        #expect(faults.map(\.meter) == [4_567])
        #expect(faults.map(\.kind) == [.stuckIndex])
        #expect(faults.map(\.start) == [start] && faults.map(\.end) == [start.advanced(byHours: 9 * 24)])
        #expect(schedule.gate(group: 1).passes(4_567))
        #expect(schedule.hasFault(4_567, group: 1, in: start..<start.advanced(byHours: 1)))
        #expect(!schedule.hasFault(4_567, group: 1, in: plan.hours.lowerBound..<start))
        #expect((0..<plan.count).count { schedule.gate(group: 0).passes($0) } == 1)
    }

    @Test("Rules of other groups and times leave a meter alone")
    func scope() throws {
        let rule = FaultRule(
            kind: .sealBroken, scope: .rate(perMillionMeterYears: 5_000_000), groups: [1],
            from: try Synthetic.date("2026-05-01"), to: try Synthetic.date("2026-06-01"), days: 3...7)
        let plan = try Synthetic.plan(groups: Self.groups, faults: [rule])
        let schedule = FaultSchedule(plan)
        for meter in 0..<plan.count {
            for fault in schedule.faults(of: meter) {
                #expect(plan.group(of: meter) == 1)
                #expect(fault.start.date.civilMonth == CivilMonth(of: try Synthetic.date("2026-05-01")))
                #expect((3...7).contains(fault.start.hours(until: fault.end) / 24))
            }
        }
    }
}
