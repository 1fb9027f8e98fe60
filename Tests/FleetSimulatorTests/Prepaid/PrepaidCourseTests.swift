import FleetSimulator
import MeterCore
import Quantities
import Testing

@Suite("Customers of prepaid meters")
struct PrepaidCourseTests {
    private func fleet(
        days: ClosedRange<Int> = 20...40, reserve: ClosedRange<Int> = 2...7, faults: [FaultRule] = [], months: Int = 12,
        unit: CreditUnit = .volume
    ) throws -> PlannedFleet {
        PlannedFleet(
            try FleetPlan(
                FleetPlanDraft(
                    name: "cards", seed: 5, start: CivilDate(year: 2026, month: 1, day: 1), months: months,
                    groups: [MeterGroup(name: "cards", kind: .prepaid, count: 60, place: .ankara)], faults: faults,
                    tariff: PlanTariff(name: "konut", policies: .file("policies.yaml")),
                    prepaid: PrepaidBuying(unit: unit, days: days, reserve: reserve))))
    }

    private func end(_ meter: Int, _ fleet: PlannedFleet) -> PrepaidCourse {
        var course = PrepaidCourse(meter, of: fleet)
        course.advance(to: fleet.plan.hours.upperBound)
        return course
    }

    @Test("Who keeps a reserve of two days and more never sits in the cold, and holds no more than the meter may")
    func neverCold() throws {
        let fleet = try fleet()
        for meter in 0..<60 {
            let course = end(meter, fleet)
            // From the first evening on; the valve of a new meter is closed until then.
            let first = try #require(course.visits.first)
            #expect(first.hour == fleet.plan.hours.lowerBound.advanced(byHours: 18))
            #expect(
                course.visits.allSatisfy { $0.creditAfter == $0.creditBefore + $0.wish && $0.outcome.mishap == nil })
            #expect(course.visits.allSatisfy { $0.creditAfter <= Int64(course.terms.maximumCredit) })
            let loaded = course.visits.reduce(0) { $0 + $1.wish }
            #expect(loaded == course.passed + course.meter.amountLeft(under: course.terms))
            let cold = course.demanded - course.passed
            #expect(cold < 40_000_000, "meter \(meter) lacked \(cold) mL")
        }
    }

    @Test(
        "A meter whose fault does nothing comes to the same visits by the hour as a sound one by leaps",
        arguments: [0, 7, 31])
    func leaps(meter: Int) throws {
        let sound = try fleet()
        // A seal that is broken for a day in the last month closes the valve then; until then nothing differs.
        let faulty = try fleet(faults: [
            FaultRule(
                kind: .sealBroken, scope: .meter(meter), from: CivilDate(year: 2026, month: 12, day: 1), days: 1...1)
        ])
        let until = FleetHour(try CivilDate(year: 2026, month: 12, day: 1))
        var (leaping, stepping) = (PrepaidCourse(meter, of: sound), PrepaidCourse(meter, of: faulty))
        leaping.advance(to: until)
        stepping.advance(to: until)
        #expect(leaping.visits == stepping.visits && leaping.visits.count > 3)
        #expect(leaping.index == stepping.index && leaping.passed == stepping.passed)
        #expect(leaping.soundIndex == leaping.index)
    }

    @Test("However often it is asked on the way, the course is the same")
    func anySteps() throws {
        let fleet = try fleet(faults: [FaultRule(kind: .cardFault, scope: .rate(perMillionMeterYears: 900_000))])
        for meter in 0..<12 {
            var asked = PrepaidCourse(meter, of: fleet)
            var hour = fleet.plan.hours.lowerBound
            var step = 1
            while hour < fleet.plan.hours.upperBound {
                asked.advance(to: hour)
                step = step * 7 % 191 + 1
                hour = hour.advanced(byHours: step)
            }
            asked.advance(to: fleet.plan.hours.upperBound)
            let whole = end(meter, fleet)
            #expect(asked.visits == whole.visits && asked.index == whole.index && asked.truths == whole.truths)
        }
    }

    @Test("Who buys for more days comes less often; nobody asks for what no card carries")
    func rules() throws {
        let (often, seldom) = (try fleet(days: 5...8), try fleet(days: 45...60))
        var visits = (often: 0, seldom: 0)
        for meter in 0..<20 {
            visits.often += end(meter, often).visits.count
            visits.seldom += end(meter, seldom).visits.count
        }
        #expect(visits.often > visits.seldom * 4)
        let plan = often.plan
        for meter in 0..<20 {
            let customer = PrepaidCustomer(of: meter, in: plan)
            let wish = customer.wish(after: 3, daily: 4_000_000, credit: -2_000_000, maximum: 1_000_000_000)
            #expect((20_000_000...32_000_000).contains(wish) && wish % 1_000 == 0)
            #expect(customer.wish(after: 3, daily: 4_000_000, credit: 9_000_000, maximum: 10_500_500) == 1_500_000)
            #expect(customer.wish(after: 3, daily: 4_000_000, credit: 11_000_000, maximum: 10_000_000) == 0)
        }
    }

    @Test("A lost card brings nobody to the desk while it is lost, and another card after it")
    func lostCard() throws {
        let fleet = try fleet(
            days: 5...5,
            faults: [
                FaultRule(
                    kind: .lostCard, scope: .meter(3), from: CivilDate(year: 2026, month: 2, day: 1), days: 20...20)
            ])
        let course = end(3, fleet)
        let lost = FleetHour(try CivilDate(year: 2026, month: 2, day: 1))
        let found = FleetHour(try CivilDate(year: 2026, month: 2, day: 21))
        #expect(!course.visits.contains { lost <= $0.hour && $0.hour < found })
        #expect(course.visits.filter { $0.hour < lost }.allSatisfy { $0.card == 1 })
        #expect(course.visits.filter { $0.hour >= found }.allSatisfy { $0.card == 2 })
        #expect(course.demanded > course.passed)
    }

    @Test("An exchanged meter begins at zero with another serial, and the gas that passed is counted on")
    func exchange() throws {
        let day = try CivilDate(year: 2026, month: 3, day: 10)
        let fleet = try fleet(faults: [FaultRule(kind: .meterIdentity, variant: .exchange, scope: .meter(4), from: day)]
        )
        var course = PrepaidCourse(4, of: fleet)
        course.advance(to: FleetHour(day))
        let (before, passed) = (course.index, course.passed)
        course.advance(to: FleetHour(day, hour: 24 * 30))
        #expect(course.removals.map(\.index) == [before])
        #expect(course.generation == 1 && course.index == course.passed - passed && course.soundIndex == course.index)
        #expect(course.visits.last.map { Int($0.serial) } == fleet.serial(of: 4, generation: 1))
    }

    @Test("A meter that is exchanged twice has three serials, and each of them is found")
    func exchangedTwice() throws {
        let days = try [10, 20].map { try CivilDate(year: 2026, month: 3, day: $0) }
        let fleet = try fleet(
            faults: days.map {
                FaultRule(kind: .meterIdentity, variant: .exchange, scope: .meter(4), from: $0, days: 1...1)
            }, months: 6)
        var course = PrepaidCourse(4, of: fleet)
        var serials: [Int] = []
        for day in 9...21 where day % 11 == 9 || day == 15 || day == 21 {
            course.advance(to: FleetHour(try CivilDate(year: 2026, month: 3, day: day)))
            serials.append(Int(course.terms.serial))
        }
        #expect(course.generation == 2 && course.removals.count == 2)
        #expect(serials.last == fleet.serial(of: 4, generation: 2) && Set(serials).count == 3)
        for generation in 0...2 {
            #expect(fleet.meter(ofSerial: fleet.serial(of: 4, generation: generation)) == 4)
        }
        #expect(fleet.meter(ofSerial: fleet.serial(of: 5, generation: 1)) == nil)
    }

    @Test("A desk that gives less is asked again sooner, and one that gives nothing the next day")
    func desk() throws {
        let fleet = try fleet(days: 30...30)
        let end = fleet.plan.hours.upperBound
        var (whole, half) = (PrepaidCourse(9, of: fleet), PrepaidCourse(9, of: fleet))
        whole.advance(to: end)
        let asked = half.wish(until: end)
        let first = try #require(asked)
        #expect(first.number == 1 && first.readBack == nil && !first.isTooMuch)
        // Who is not served stays at the desk.
        let again = half.wish(until: end)
        #expect(again == first && half.hour == first.hour)
        half.take(nil)
        let second = half.wish(until: end)
        var wish = try #require(second)
        #expect(wish.number == 2 && wish.hour == first.hour.advanced(byHours: 24))
        #expect(wish.readBack?.loadNumber == 0 && wish.volume == first.volume)
        var load: UInt16 = 0
        while true {
            load += 1
            half.take(
                PrepaidCard(
                    unit: .volume, loadNumber: load, serial: wish.serial, amount: UInt64(wish.volume / 2)))
            guard let next = half.wish(until: end) else { break }
            #expect(next.readBack?.loadNumber == load && next.readBack?.credit == next.creditBefore)
            wish = next
        }
        #expect(half.hour == end && half.visits.count > whole.visits.count * 3 / 2)
        #expect(half.visits.allSatisfy { $0.creditAfter == $0.creditBefore + $0.wish / 2 })
    }

    @Test("A meter that counts money is bought for by its volume, and a dearer card lasts for less")
    func moneyMeter() throws {
        let fleet = try fleet(days: 10...10, unit: .money)
        let curve = IndicatedVolume(fleet.curve(of: 9), of: fleet.moulds[0])
        // 10 TL a m³, and from the second card on 12 TL.
        var course = PrepaidCourse(9, of: fleet, curve: curve, faults: [], price: 10_000_000)
        #expect(course.terms.unit == .money && course.terms.price == 10_000_000)
        let end = fleet.plan.hours.upperBound
        var load: UInt16 = 0
        var before: Int64 = 0
        while let wish = course.wish(until: end), load < 6 {
            if load == 1 { before = wish.creditBefore }
            load += 1
            let price: UInt32 = load == 1 ? 10_000_000 : 12_000_000
            let kurus = UInt64(wish.volume) * UInt64(price) / 10_000_000_000
            course.take(
                PrepaidCard(unit: .money, loadNumber: load, serial: wish.serial, amount: kurus, price: price))
            let visit = try #require(course.visits.last)
            #expect(visit.outcome.answers == [nil] && course.terms.price == price)
            // Less than a kuruş of the wish; what was left on the second card lasts for less.
            let left = load == 2 ? wish.creditBefore * 10 / 12 : wish.creditBefore
            #expect(abs(visit.creditAfter - left - wish.volume) <= 1_001)
        }
        #expect(load == 6 && before > 0)
    }

    @Test("Where cards carry money the course carries gas: a price is the billing's")
    func money() throws {
        let (gas, money) = (try fleet(months: 2), try fleet(months: 2, unit: .money))
        #expect(end(9, gas).visits == end(9, money).visits)
    }
}
