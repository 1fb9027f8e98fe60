import MeterCore

/// Reads one meter alone through a period: any volume, any wheels, with or without a fault.
///
/// Touches each node of the meter's tree once, as the scan of many does.
struct LoneScan<Course: FaultyCourse> {
    let mould: MeterMould
    let period: ScanPeriod
    let meter: FleetMeter
    /// What is read of it where it has a fault.
    let course: Course?
    private let meterKey: UInt64
    private var used: UInt64
    private(set) var digest = ReadingDigest()

    /// A scan of one meter of a fleet that began at `start`.
    init(_ meter: FleetMeter, of mould: MeterMould, since start: FleetHour, period: ScanPeriod, course: Course?) {
        self.mould = mould
        self.period = period
        self.meter = meter
        self.course = course
        meterKey = ReadingDigest.key(ofMeter: meter.number)
        used =
            start == period.start
            ? 0 : UInt64(MeterCurve(meter, of: mould, since: start).millilitres(at: period.start))
    }

    /// The digest of all its readings.
    mutating func run() -> ReadingDigest {
        let tables = mould.tables
        for table in tables.years {
            let from = max(period.firstDay - table.firstDay, 0)
            let to = min(period.firstDay + period.dayCount - table.firstDay, table.dayCount)
            guard from < to else { continue }
            let days = table.days.span
            let spells = meter.demand.spells(inYear: table.year)
            let volume = DemandTree.yearVolume(
                weight: spells.weight(0, table.dayCount, days), mean: meter.demand.meanYear)
            walk(volume, 0, table.dayCount, from..<to, table, spells)
        }
        return digest
    }

    private mutating func walk(
        _ total: UInt64, _ start: Int, _ end: Int, _ wanted: Range<Int>, _ table: DemandTable, _ spells: AbsenceSpells
    ) {
        guard start < wanted.upperBound, end > wanted.lowerBound else { return }
        guard end - start > 1 else {
            read(total, start, table)
            return
        }
        let left = DemandTree.left(
            of: total, start, end, year: table.year, noise: meter.demand.noise, spells: spells, days: table.days.span)
        let middle = (start + end) >> 1
        walk(left, start, middle, wanted, table, spells)
        walk(total - left, middle, end, wanted, table, spells)
    }

    private mutating func read(_ total: UInt64, _ day: Int, _ table: DemandTable) {
        let place = table.firstDay + day - period.firstDay
        guard period.rhythm == .hourly else {
            add(total, reading: place, hour: place * 24 + 24)
            return
        }
        var volumes = InlineArray<24, UInt64>(repeating: 0)
        var span = volumes.mutableSpan
        let tables = mould.tables
        meter.demand.split(
            day: total, day: table.firstDay + day, profile: Int(table.days[day].profile) * 24,
            hours: tables.hours.span, into: &span)
        for hour in 0..<24 { add(volumes[hour], reading: place * 24 + hour, hour: place * 24 + hour + 1) }
    }

    private mutating func add(_ volume: UInt64, reading: Int, hour: Int) {
        used += volume
        var read = (counts: meter.counts(afterMillilitres: used), truth: used)
        if let course {
            read = course.reading(at: period.start.advanced(byHours: hour), used: used, sound: read.counts)
        }
        digest.add(meterKey: meterKey, hourKey: period.keys[reading], counts: read.counts, truth: read.truth)
    }
}
