import FleetSimulator
import MeterCore
import Quantities
import Testing

@Suite("Readers and their calendar")
struct ReadingPlanTests {
    private static let holidays: Set<CivilDate> = Set(
        ["2026-01-01", "2026-04-23", "2026-05-01", "2026-05-19", "2026-10-29"].compactMap {
            try? CivilDate(iso8601: $0)
        })

    private static func plan(
        _ calendar: ReadingCalendar, _ contractors: [Contractor] = [Contractor(name: "own")], count: Int = 10_000,
        seed: UInt64 = 3
    ) throws -> FleetPlan {
        try Synthetic.plan(
            groups: [MeterGroup(name: "flats", count: count, place: .ankara)], seed: seed, calendar: calendar,
            contractors: contractors)
    }

    @Test("Every meter is read once a month, on a working day, the books of a month spread over its first working days")
    func monthly() throws {
        let calendar = ReadingCalendar(readingDays: 20, holidays: Self.holidays)
        let readings = ReadingPlan(try Self.plan(calendar))
        for meter in stride(from: 0, to: 10_000, by: 77) {
            let dates = readings.readings(of: meter).map(\.due)
            #expect(dates.map(\.month) == Array(1...12))
            #expect(dates.allSatisfy { !$0.isWeekend && !Self.holidays.contains($0) })
            #expect(readings.readings(of: meter).allSatisfy { $0.date == $0.due && $0.slip == .none })
        }
        // January 2026: the 1st is a Thursday and a holiday, so the first working day is Friday the 2nd; book 21 is
        // read with book 1. May begins with a holiday and a weekend.
        #expect(readings.dueDates(ofBook: 1)[0].description == "2026-01-02")
        #expect(readings.dueDates(ofBook: 2)[0].description == "2026-01-05")
        #expect(readings.dueDates(ofBook: 20)[0].description == "2026-01-29")
        #expect(readings.dueDates(ofBook: 21) == readings.dueDates(ofBook: 1))
        #expect(readings.dueDates(ofBook: 1)[4].description == "2026-05-04")
    }

    @Test("A cycle of 15 days comes every 15 days, moved on to a working day", arguments: ReadingCalendar.Week.allCases)
    func cycle(week: ReadingCalendar.Week) throws {
        let calendar = ReadingCalendar(cycle: .days(15), readingDays: 15, week: week, holidays: Self.holidays)
        let readings = ReadingPlan(try Self.plan(calendar))
        for book in 1...20 {
            let dates = readings.dueDates(ofBook: book)
            #expect((24...25).contains(dates.count))
            for (number, date) in dates.enumerated() {
                let exact = try Synthetic.date("2026-01-01").advanced(byDays: (book - 1) % 15 + number * 15)
                #expect((0...4).contains(exact.days(until: date)) && calendar.isWorkingDay(date))
                #expect(exact == date || !calendar.isWorkingDay(exact))
            }
        }
    }

    @Test(
        "The days of the week on which readers walk",
        arguments: [
            (ReadingCalendar.Week.mondayToFriday, [true, true, true, true, true, false, false]),
            (.mondayToSaturday, [true, true, true, true, true, true, false]),
            (.everyDay, [true, true, true, true, true, true, true]),
        ])
    func week(week: ReadingCalendar.Week, expected: [Bool]) throws {
        // 2 March 2026 is a Monday.
        let monday = try Synthetic.date("2026-03-02")
        let calendar = ReadingCalendar(week: week)
        #expect(try (0..<7).map { calendar.isWorkingDay(try monday.advanced(byDays: $0)) } == expected)
    }

    @Test("A meter's place in the books follows its number")
    func places() {
        let calendar = ReadingCalendar(metersPerBook: 100, metersPerPage: 30)
        let place = RoutePlace(meter: 295, calendar: calendar)
        #expect(place.book == 3 && place.page == 4 && place.line == 6)
        let all = (0..<1_000).map { RoutePlace(meter: $0, calendar: calendar) }
        #expect(Set(all).count == 1_000 && zip(all, all.dropFirst()).allSatisfy { $0 < $1 })
    }

    private static let bad = Contractor(
        name: "bad", books: Share(millionths: 400_000), late: Share(millionths: 200_000), daysLate: 2...6,
        digitErrors: Share(millionths: 20_000), swappedNeighbours: Share(millionths: 10_000),
        estimates: Share(millionths: 50_000), notesMissing: Share(millionths: 500_000),
        notesFalse: Share(millionths: 30_000))

    @Test("A contractor errs as often as its shares say, and the other one never")
    func shares() throws {
        let good = Contractor(name: "good", books: Share(millionths: 600_000))
        let plan = try Self.plan(ReadingCalendar(metersPerBook: 50), [good, Self.bad], count: 60_000)
        let readings = ReadingPlan(plan)
        var (all, late, digits, swaps, estimates, notes, kept, books) = (0, 0, 0, 0, 0, 0, 0, 0)
        for meter in 0..<plan.count {
            for reading in readings.readings(of: meter) {
                guard reading.contractor == 1 else {
                    #expect(reading.slip == .none && reading.daysLate == 0 && reading.note(seeing: .none) == .none)
                    continue
                }
                all += 1
                if reading.number == 3 { books += 1 }
                if reading.daysLate > 0 { late += 1 }
                switch reading.slip {
                case .digit(let place, let turn):
                    digits += 1
                    #expect((0..<5).contains(place) && (1...9).contains(turn))
                case .swappedNeighbours: swaps += 1
                case .estimate: estimates += 1
                case .none: break
                }
                if reading.note(seeing: .none) != .none { notes += 1 }
                if reading.slip != .estimate, reading.note(seeing: .sealBroken) == .sealBroken { kept += 1 }
            }
        }
        func share(_ count: Int, _ expected: Double, _ slack: Double) -> Bool {
            abs(Double(count) / Double(all) - expected) < slack
        }
        #expect(abs(Double(books) / 60_000 - 0.4) < 0.07)
        #expect(share(late, 0.2, 0.02), "\(late) of \(all)")
        #expect(share(swaps, 0.01, 0.001), "\(swaps)")
        #expect(share(digits, 0.99 * 0.02, 0.002) && share(estimates, 0.99 * 0.98 * 0.05, 0.003))
        #expect(share(notes, 0.03, 0.002) && share(kept, 0.5 * 0.95, 0.01))
    }

    @Test("Late readings stay within the plan and on working days, so many days late as drawn or the weekend more")
    func lateness() throws {
        let late = Contractor(name: "late", late: .whole, daysLate: 3...5)
        let calendar = ReadingCalendar(holidays: Self.holidays)
        let plan = try Self.plan(calendar, [late], count: 2_000)
        let readings = ReadingPlan(plan)
        var days: Set<Int> = []
        for meter in 0..<plan.count {
            for reading in readings.readings(of: meter) {
                days.insert(reading.daysLate)
                #expect(reading.daysLate >= 3 && reading.daysLate <= 9 && calendar.isWorkingDay(reading.date))
                #expect(reading.date < plan.end && (8..<17).contains(reading.hour.hourOfDay))
            }
        }
        #expect(days.isSuperset(of: [3, 4, 5]))
    }

    @Test("Two neighbours swap together, on one page")
    func swaps() throws {
        let plan = try Self.plan(
            ReadingCalendar(metersPerBook: 50, metersPerPage: 5),
            [Contractor(name: "s", swappedNeighbours: Share(millionths: 300_000))], count: 2_000)
        let readings = ReadingPlan(plan)
        var swapped = 0
        for meter in stride(from: 0, to: plan.count, by: 2) {
            let (left, right) = (readings.readings(of: meter), readings.readings(of: meter + 1))
            let samePage = meter % 50 / 5 == (meter + 1) % 50 / 5
            for (mine, theirs) in zip(left, right) where samePage {
                #expect((mine.slip == .swappedNeighbours) == (theirs.slip == .swappedNeighbours))
                if mine.slip == .swappedNeighbours { swapped += 1 }
            }
            if !samePage { #expect((left + right).allSatisfy { $0.slip != .swappedNeighbours }) }
        }
        #expect(swapped > 2_000)
    }

    @Test("The same plan gives the same readings in any order; another seed gives others")
    func determinism() throws {
        let readings = ReadingPlan(
            try Self.plan(ReadingCalendar(), [Contractor(name: "g", books: Share(millionths: 600_000)), Self.bad]))
        let again = ReadingPlan(
            try Self.plan(ReadingCalendar(), [Contractor(name: "g", books: Share(millionths: 600_000)), Self.bad]))
        let other = ReadingPlan(
            try Self.plan(
                ReadingCalendar(), [Contractor(name: "g", books: Share(millionths: 600_000)), Self.bad], seed: 4))
        let forwards = (0..<3_000).map { readings.readings(of: $0) }
        #expect(Array((0..<3_000).reversed().map { again.readings(of: $0) }.reversed()) == forwards)
        #expect((0..<3_000).map { other.readings(of: $0) } != forwards)
    }

    @Test(
        "What is written in place of a reading",
        arguments: [
            (ReaderSlip.none, 12_345), (.swappedNeighbours, 777), (.estimate, 12_280),
            (.digit(place: 0, turn: 9), 12_344),
            (.digit(place: 4, turn: 9), 2_345), (.digit(place: 2, turn: 7), 12_045),
        ])
    func written(slip: ReaderSlip, expected: Int) {
        #expect(slip.written(reading: 12_345, neighbour: 777, last: 12_200, usual: 80, wheels: 5) == expected)
    }

    @Test("Estimates wrap with the wheels, and nobody is swapped with nobody")
    func edges() {
        #expect(ReaderSlip.estimate.written(reading: 5, neighbour: nil, last: 99_990, usual: 30, wheels: 5) == 20)
        #expect(ReaderSlip.swappedNeighbours.written(reading: 5, neighbour: nil, last: 0, usual: 0, wheels: 5) == 5)
    }

    @Test("An estimate adds a mean day's use for each day since the last reading to what was written then")
    func bookLine() throws {
        let plan = try Synthetic.plan(
            groups: [MeterGroup(name: "flats", count: 40, place: .ankara)], months: 4,
            contractors: [Contractor(name: "lazy", estimates: .whole)])
        let fleet = PlannedFleet(plan)
        let meter = fleet.moulds[0].meter(7)
        let daily = Int(meter.demand.meanYear) / 365
        var book = BookLine(index: 99_950, on: plan.start, of: meter, blackWheels: 5)
        var (before, expected) = (plan.start, 99_950)
        let readings = fleet.readings.readings(of: 7)
        for reading in readings {
            expected = (expected + before.days(until: reading.date) * daily / 1_000_000) % 100_000
            #expect(book.write(reading, shown: 5, neighbour: nil) == expected && book.cubicMetres == expected)
            before = reading.date
        }
        #expect(readings.count == 4 && expected < 99_950)
    }

    @Test("A route file's lines stand in the order of the walk")
    func routeFile() throws {
        let day = try Synthetic.date("2026-02-02")
        let lines = [7, 3, 5].map { meter in
            RouteLine(
                place: RoutePlace(meter: meter, calendar: ReadingCalendar()), installation: UInt64(meter), serial: 1,
                reading: nil, date: day, note: .nobodyHome)
        }
        let file = RouteFile(contractor: "own", book: 1, due: day, lines: lines)
        #expect(file.lines.map(\.installation) == [3, 5, 7])
        #expect(Set(ReaderNote.allCases.map(\.rawValue)).count == ReaderNote.allCases.count)
    }
}
