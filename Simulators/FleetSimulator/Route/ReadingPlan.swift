public import Quantities

/// When each meter of a plan is read, by whom and how well: a pure function of the plan and the meter's number.
public struct ReadingPlan: Sendable {
    private let plan: FleetPlan
    private let months: WorkingMonths
    private let books: UInt64
    private let slips: UInt64
    private let pairs: UInt64
    private let walks: UInt64

    /// The readings of a plan.
    public init(_ plan: FleetPlan) {
        self.plan = plan
        months = WorkingMonths(plan)
        books = FaultDraw.key(seed: plan.seed, stream: 1 << 41)
        slips = FaultDraw.key(seed: plan.seed, stream: 1 << 42)
        pairs = FaultDraw.key(seed: plan.seed, stream: 1 << 43)
        walks = FaultDraw.key(seed: plan.seed, stream: 1 << 44)
    }

    /// The days on which a book is due, in order, all within the plan.
    public func dueDates(ofBook book: Int) -> [CivilDate] {
        let calendar = plan.calendar
        let slot = (book - 1) % calendar.readingDays
        switch calendar.cycle {
        case .monthly:
            return months.days.compactMap { days in
                let day = days[min(slot, days.count - 1)]
                return plan.start <= day && day < plan.end ? day : nil
            }
        case .days(let cycle):
            var dates: [CivilDate] = []
            var number = plan.start.dayNumber + slot * cycle / calendar.readingDays
            while number < plan.end.dayNumber {
                var day = CivilDate.nearest(toDayNumber: number)
                while !calendar.isWorkingDay(day), day < plan.end {
                    day = .nearest(toDayNumber: day.dayNumber + 1)
                }
                if day < plan.end { dates.append(day) }
                number += cycle
            }
            return dates
        }
    }

    /// Place of the contractor who reads a book: shares of the books by chance.
    public func contractor(ofBook book: Int) -> Int {
        var draw = FaultDraw.even(FaultDraw.bits(books, UInt64(truncatingIfNeeded: book)), 0...999_999)
        for (place, contractor) in plan.contractors.enumerated() {
            draw -= Int(contractor.books.millionths)
            if draw < 0 { return place }
        }
        return plan.contractors.count - 1
    }

    /// The readings of a meter, in the order in which they are due; those that fall behind the plan's end are left out.
    public func readings(of meter: Int) -> [PlannedReading] {
        let place = RoutePlace(meter: meter, calendar: plan.calendar)
        let contractor = contractor(ofBook: place.book)
        return dueDates(ofBook: place.book).enumerated().compactMap { number, due in
            reading(number, of: meter, at: place, contractor, due)
        }
    }

    private func reading(
        _ number: Int, of meter: Int, at place: RoutePlace, _ contractor: Int, _ due: CivilDate
    ) -> PlannedReading? {
        let firm = plan.contractors[contractor]
        let base = FaultDraw.bits(slips, UInt64(meter) << 16 | UInt64(number))
        func draw(_ purpose: UInt64) -> UInt64 { FaultDraw.bits(base, purpose) }
        var day = due.dayNumber
        // A walk is late as a whole: the readers of a page come on one day.
        let walk = FaultDraw.bits(walks, UInt64(place.book) << 32 | UInt64(place.page) << 16 | UInt64(number))
        if firm.late.takes(walk) {
            day += FaultDraw.even(FaultDraw.bits(walk, 1), firm.daysLate)
            while !plan.calendar.isWorkingDay(.nearest(toDayNumber: day)), day < plan.end.dayNumber { day += 1 }
        }
        guard day < plan.end.dayNumber else { return nil }
        // From eight in the morning on, a page after the other, until five.
        let hour = 8 + (place.page - 1) * plan.calendar.metersPerPage * 9 / plan.calendar.metersPerBook % 9
        let slip = slip(meter, number, place, firm, draw(1), draw(2))
        return PlannedReading(
            number: number, due: due, hour: FleetHour(.nearest(toDayNumber: day), hour: hour), contractor: contractor,
            slip: slip, dropsNote: firm.notesMissing.takes(draw(3)),
            falseNote: firm.notesFalse.takes(draw(4)) ? ReadingPlan.falseNote(draw(5)) : nil)
    }

    private func slip(
        _ meter: Int, _ number: Int, _ place: RoutePlace, _ firm: Contractor, _ first: UInt64, _ second: UInt64
    ) -> ReaderSlip {
        let group = plan.group(of: meter)
        if let other = plan.neighbour(of: meter, group: group),
            RoutePlace(meter: other, calendar: plan.calendar).page == place.page,
            RoutePlace(meter: other, calendar: plan.calendar).book == place.book,
            firm.swappedNeighbours.takes(FaultDraw.bits(pairs, UInt64(meter >> 1) << 16 | UInt64(number)))
        {
            return .swappedNeighbours
        }
        if firm.digitErrors.takes(first) {
            let wheels = plan.groups[group].blackWheels
            return .digit(
                place: FaultDraw.even(second, 0...wheels - 1), turn: FaultDraw.even(FaultDraw.bits(second, 1), 1...9))
        }
        return firm.estimates.takes(FaultDraw.bits(first, 1)) ? .estimate : .none
    }

    private static func falseNote(_ bits: UInt64) -> ReaderNote {
        let notes = ReaderNote.allCases.filter { $0 != .none }
        return notes[FaultDraw.even(bits, 0...notes.count - 1)]
    }
}
