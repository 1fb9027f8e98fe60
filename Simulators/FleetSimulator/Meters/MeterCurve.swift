import MeterCore

/// The true volume of one meter at any hour: exact, monotone, and from nothing but the seed, the number and the time.
public struct MeterCurve: Sendable {
    /// The meter.
    public let meter: FleetMeter
    /// When the fleet began.
    public let start: FleetHour
    private let mould: MeterMould
    /// Millilitres from the first table's year to the fleet's beginning.
    private let before: UInt64
    /// The place of the table of the year in which the fleet began, and what passed in the years before it.
    private let firstYear: (place: Int, passed: UInt64)

    /// A meter's curve from the fleet's beginning.
    public init(_ number: Int, of mould: MeterMould, since start: FleetHour) {
        self.init(mould.meter(number), of: mould, since: start)
    }

    /// The curve of a meter that has been made already.
    init(_ meter: FleetMeter, of mould: MeterMould, since start: FleetHour) {
        self.meter = meter
        self.start = start
        self.mould = mould
        let place = mould.tables.years.firstIndex { start.day < $0.firstDay + $0.dayCount } ?? 0
        let passed = mould.tables.years[..<place].reduce(0 as UInt64) {
            $0 + meter.demand.millilitres(inYear: $1.year, days: $1.days.span)
        }
        firstYear = (place, passed)
        before = MeterCurve.passed(meter.demand, mould.tables, start, from: firstYear)
    }

    /// What has passed from the fleet's beginning to the beginning of an hour, in millilitres; negative before it.
    public func millilitres(at hour: FleetHour) -> Int64 {
        // Whole years before the fleet are in every index: summed up once.
        let from = hour >= start ? firstYear : (place: 0, passed: 0)
        return Int64(MeterCurve.passed(meter.demand, mould.tables, hour, from: from)) - Int64(before)
    }

    /// What the index of a sound meter shows at the beginning of an hour, from the fleet's beginning on, in millilitres.
    public func index(at hour: FleetHour) -> UInt64 {
        meter.index(afterMillilitres: truth(at: hour))
    }

    /// What a digest takes for the index: nanolitres of a diaphragm meter, else millilitres, wrapped with the wheels.
    public func counts(at hour: FleetHour) -> UInt64 { meter.counts(afterMillilitres: truth(at: hour)) }

    private func truth(at hour: FleetHour) -> UInt64 {
        precondition(hour >= start, "a fleet's indexes begin when it does")
        return UInt64(millilitres(at: hour))
    }

    /// What passes from the first table's year to an hour.
    private static func passed(
        _ demand: MeterDemand, _ tables: DemandTables, _ hour: FleetHour, from first: (place: Int, passed: UInt64)
    ) -> UInt64 {
        let day = hour.day
        var passed = first.passed
        for table in tables.years[first.place...] {
            if day >= table.firstDay + table.dayCount {
                passed += demand.millilitres(inYear: table.year, days: table.days.span)
                continue
            }
            precondition(day >= table.firstDay, "the fleet has no table of that hour's year")
            return passed
                + demand.millilitres(
                    inYear: table.year, firstDay: table.firstDay, before: day - table.firstDay, hour: hour.hourOfDay,
                    days: table.days.span, hours: tables.hours.span)
        }
        precondition(
            tables.years.last.map { day == $0.firstDay + $0.dayCount && hour.hourOfDay == 0 } ?? false,
            "the fleet has no table of that hour's year")
        return passed
    }
}
