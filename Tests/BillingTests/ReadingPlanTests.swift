import Billing
import Quantities
import Testing
import Trials

@Suite("The monthly reading plan, and readings with two times")
struct ReadingPlanTests {
    private func stop(
        _ serial: String, _ lastRead: String, _ scheme: Subscriber.PaymentScheme = .afterUse, unread: Int = 0
    ) throws -> ReadingRoute.Stop {
        ReadingRoute.Stop(
            installation: try InstallationNumber("7700000001"), meter: try MeterSerial(serial), scheme: scheme,
            lastRead: try DebtSample.day(lastRead), monthsUnread: unread)
    }

    private func plan(_ routes: [ReadingRoute]) throws -> MonthlyReadingPlan {
        try MonthlyReadingPlan(
            period: try ReadingPeriod.twelve(of: 2026)[1], routes: routes, workingDays: WorkingDays(holidays: []))
    }

    private func route(_ day: String, _ stops: [ReadingRoute.Stop]) throws -> ReadingRoute {
        ReadingRoute(name: "Sincan 3", day: try DebtSample.day(day), stops: stops)
    }

    @Test("Card meters are planned too, on working days; more than five days off the month's is told")
    func planned() throws {
        // The 14th is a Saturday: Monday the 16th. From 17 January 30 days, 10 January 37, 22 January 25, 23 January 24.
        let plan = try plan([
            route(
                "2026-02-14",
                [
                    stop("A0001", "2026-01-17"), stop("A0002", "2026-01-10", .prepaid), stop("A0003", "2026-01-22"),
                    stop("A0004", "2026-01-23", .prepaid),
                ])
        ])
        #expect(plan.visits.map(\.day.description) == Array(repeating: "2026-02-16", count: 4))
        #expect(plan.visits.map(\.deviation) == [0, 7, -5, -6])
        #expect(plan.visitsOutsideDeviation.map(\.stop.meter.text) == ["A0002", "A0004"])
        #expect(plan.version == "periods-2026.1")
    }

    @Test("A meter on two routes, a route outside of the period and a meter that was read already make no plan")
    func refused() throws {
        let stop = try stop("A0001", "2026-01-17")
        #expect(throws: ReadingPlanError.meterTwice(stop.meter)) {
            try plan([route("2026-02-10", [stop]), route("2026-02-11", [stop])])
        }
        // The 28th is a Saturday, and the Monday after it is March's.
        let month = try CivilMonth(iso8601: "2026-02")
        #expect(throws: ReadingPlanError.outside(month, route: "Sincan 3")) { try plan([route("2026-02-28", [stop])]) }
        let read = try self.stop("A0001", "2026-02-16")
        #expect(throws: ReadingPlanError.readAlready(read.meter, on: read.lastRead)) {
            try plan([route("2026-02-16", [read])])
        }
    }

    @Test(
        "A card meter that was not read gets the flag of point 12; the doubt is the company's, and at two months no debit is taken"
    )
    func unread() throws {
        let plan = try plan([
            route(
                "2026-02-10",
                [
                    stop("A0001", "2026-01-10"), stop("A0002", "2026-01-10", .prepaid),
                    stop("A0003", "2026-01-10", .prepaid, unread: 1), stop("A0004", "2026-01-10", .prepaid),
                ])
        ])
        let flags = plan.unreadCardMeters(
            read: [try MeterSerial("A0004")], notCompanyFault: [try MeterSerial("A0002")])
        #expect(flags.map(\.stop.meter.text) == ["A0002", "A0003"])
        #expect(flags.map(\.unread.consecutiveMonths) == [1, 2])
        #expect(flags.map(\.unread.cause) == [.other, .company])
        // The flag goes to the correction as it is: 10 m3 × (2 − 1) TL are no debit after two months.
        for (flag, applied) in zip(flags, ["10.00", "0.00"]) {
            let correction = try TLCorrection(
                lots: [Sample.lot(1, "2026-01-05", "10", Sample.plainTerms("1"))],
                periods: [
                    Sample.period("2026-01-10", "2026-03-10", "10", Sample.plainTerms("2"), unread: flag.unread)
                ], rules: .cinigaz)
            #expect(correction.corrections[0].applied.description == applied)
        }
    }

    @Test("Every meter of every route is planned once, and every card meter is read or flagged")
    func random() {
        forAll("reading plan", seed: 113) { generator in
            let period = try ReadingPeriod.twelve(of: 2026)[generator.count(in: 0...11)]
            var (routes, serial) = ([ReadingRoute](), 0)
            for _ in 0..<generator.count(in: 0...3) {
                let day = try period.firstDay.advanced(byDays: generator.count(in: 0...20))
                let stops = try (0..<generator.count(in: 0...4)).map { _ in
                    serial += 1
                    return try stop(
                        "B\(1_000 + serial)",
                        period.firstDay.advanced(byDays: -generator.count(in: 1...60)).description,
                        generator.oneIn(2) ? .prepaid : .afterUse, unread: generator.count(in: 0...3))
                }
                routes.append(ReadingRoute(name: "R", day: day, stops: stops))
            }
            generator.note("routes", routes)
            let plan = try MonthlyReadingPlan(period: period, routes: routes, workingDays: WorkingDays(holidays: []))
            let stops = routes.flatMap(\.stops)
            try holdEqual(plan.visits.map(\.stop), stops)
            for visit in plan.visits {
                let days = visit.stop.lastRead.days(until: visit.day)
                try holdEqual(visit.isWithinDeviation, (25...35).contains(days), "\(days) days")
                try hold(!visit.day.isWeekend, "a weekend")
            }
            let read = Set(stops.map(\.meter).filter { _ in generator.oneIn(2) })
            let flags = plan.unreadCardMeters(read: read)
            try holdEqual(
                Set(flags.map(\.stop.meter)).union(
                    read.intersection(stops.filter { $0.scheme == .prepaid }.map(\.meter))),
                Set(stops.filter { $0.scheme == .prepaid }.map(\.meter)))
            try hold(flags.allSatisfy { $0.unread.consecutiveMonths == $0.stop.monthsUnread + 1 }, "months")
        }
    }

    @Test("A reading keeps both times; it is late after an hour, and never received before it was taken")
    func handheld() throws {
        let day = try DebtSample.day("2026-02-10")
        func reading(_ hour: Int, _ minute: Int, _ second: Int) throws -> HandheldReading {
            try HandheldReading(
                meter: MeterSerial("A0001"), index: Index(printed: "01234"),
                taken: CivilMoment(day, hour: 10, minute: 0),
                received: CivilMoment(day, hour: hour, minute: minute, second: second))
        }
        let inTime = try reading(11, 0, 0)
        #expect(inTime.reading.date == day && inTime.secondsOnTheWay == 3_600 && !inTime.isLate)
        #expect(try reading(11, 0, 1).isLate)
        // The terminal's clock may be two minutes ahead.
        #expect(try reading(9, 58, 0).secondsOnTheWay == 0)
        #expect(throws: HandheldReadingError.self) { try reading(9, 57, 59) }
        let nextMonth = try HandheldReading(
            meter: MeterSerial("A0001"), index: Index(printed: "01234"),
            taken: CivilMoment(DebtSample.day("2026-02-28"), hour: 23, minute: 30),
            received: CivilMoment(DebtSample.day("2026-03-01"), hour: 0, minute: 31))
        // The day is that of the meter, whenever it came in: 61 minutes.
        #expect(nextMonth.reading.date.description == "2026-02-28" && nextMonth.isLate)
        #expect(nextMonth.secondsOnTheWay == 3_660)
    }
}
