import MeterCore

/// Reads eight sound meters side by side through a period.
///
/// A year of each is below 2^32 ml, so that it fits a lane. Each node of the trees is touched once, and the lanes of customers
/// who are away get shares of their own on the way down.
struct BlockScan {
    /// Meters in a block.
    static var width: Int { 8 }

    private let mould: MeterMould
    private let period: ScanPeriod
    private let meters: [FleetMeter]
    /// The year that is being read, its first day from 1 January 2000, and which of its days are wanted.
    private var stretch = (year: 0, firstDay: 0, from: 0, to: 0)
    private var spells = InlineArray<8, AbsenceSpells>(repeating: .none)
    private var noiseLow = Lanes()
    private var noiseHigh = Lanes()
    /// Truth and index of the even and odd lanes, each with its key of the digest added.
    private var truth = (even: LanePairs(), odd: LanePairs())
    private var counts = (even: LanePairs(), odd: LanePairs())
    private var factor = (even: LanePairs(), odd: LanePairs())
    /// The index, without the key, at the beginning.
    private var counted = InlineArray<8, UInt64>(repeating: 0)
    /// Bits of any day's volume that the split of hours has no room for.
    private var excess = Lanes()
    private var readings = LanePairs()
    private var truths = LanePairs()

    /// A block of eight meters of one mould.
    ///
    /// - Parameters:
    ///   - meters: eight sound ones.
    ///   - before: what has truly passed through each before the period, in millilitres.
    ///   - mould: what they are made from.
    ///   - period: which hours.
    init(_ meters: [FleetMeter], before: [UInt64], of mould: MeterMould, period: ScanPeriod) {
        self.mould = mould
        self.period = period
        self.meters = meters
        for lane in 0..<8 {
            let meter = meters[lane]
            let key = ReadingDigest.key(ofMeter: meter.number)
            let start = meter.counts(afterMillilitres: before[lane])
            noiseLow[lane] = meter.demand.noise.low
            noiseHigh[lane] = meter.demand.noise.high
            counted[lane] = start
            let pair = lane >> 1
            if lane & 1 == 0 {
                truth.even[pair] = before[lane] &+ ReadingDigest.truthKey(key)
                counts.even[pair] = start &+ key
                factor.even[pair] = meter.countsPerMillilitre
            } else {
                truth.odd[pair] = before[lane] &+ ReadingDigest.truthKey(key)
                counts.odd[pair] = start &+ key
                factor.odd[pair] = meter.countsPerMillilitre
            }
        }
    }

    /// The digest of all readings of a full block, or nil where a meter turns over or passes too much in a day for a lane.
    mutating func run() -> ReadingDigest? {
        let before = counts
        let tables = mould.tables
        let keys = period.keys
        for table in tables.years {
            let from = max(period.firstDay - table.firstDay, 0)
            let to = min(period.firstDay + period.dayCount - table.firstDay, table.dayCount)
            guard from < to else { continue }
            let days = table.days.span
            var total = Lanes()
            var away: UInt8 = 0
            for lane in 0..<8 {
                let demand = meters[lane].demand
                let absence = demand.spells(inYear: table.year)
                spells[lane] = absence
                if absence != .none { away |= 1 << UInt8(lane) }
                let volume = DemandTree.yearVolume(
                    weight: absence.weight(0, table.dayCount, days), mean: demand.meanYear)
                if volume > 0xFFFF_FFFF { return nil }
                total[lane] = UInt32(volume)
            }
            stretch = (table.year, table.firstDay, from, to)
            walk(total, 0, table.dayCount, away, days, tables.hours.span, keys.span)
        }
        if (excess &>> 30) != Lanes() { return nil }
        for lane in 0..<8 {
            let pair = lane >> 1
            let grown = lane & 1 == 0 ? counts.even[pair] &- before.even[pair] : counts.odd[pair] &- before.odd[pair]
            if counted[lane] + grown >= mould.rollover { return nil }
        }
        return ReadingDigest(
            readings: readings.wrappedSum(), truth: truths.wrappedSum(), count: period.readingsOfMeter * 8)
    }

    /// Splits the days from `start` to before `end`, as far as they are wanted; `away` has a bit for each lane whose
    /// customer may be away on one of them.
    private mutating func walk(
        _ total: Lanes, _ start: Int, _ end: Int, _ away: UInt8, _ days: Span<DemandDay>, _ hours: Span<DemandHour>,
        _ keys: Span<UInt64>
    ) {
        if end - start == 1 {
            read(total, stretch.firstDay + start, Int(days[start].profile) * 24, hours, keys)
            return
        }
        let middle = (start + end) >> 1
        let row = days[middle]
        var least = Lanes(repeating: row.leastShare)
        var range = Lanes(repeating: row.shareRange)
        var touched: UInt8 = 0
        var open = away
        while open != 0 {
            let lane = open.trailingZeroBitCount
            open &= open &- 1
            let absence = spells[lane]
            guard absence.touches(start, end) else { continue }
            touched |= 1 << UInt8(lane)
            let node = DemandTree.node(
                weight: absence.weight(start, middle, days), of: absence.weight(start, end, days),
                amplitude: row.amplitude)
            least[lane] = node.least
            range[lane] = node.range
        }
        let word = LaneArithmetic.word(
            MeterNoise.number(ofYear: stretch.year, middle: middle), low: noiseLow, high: noiseHigh)
        let left = LaneArithmetic.left(
            of: total, least: least, range: range, fraction: middle & 1 == 0 ? word & 0xFFFF : word &>> 16)
        if stretch.from < middle { walk(left, start, middle, touched, days, hours, keys) }
        if stretch.to > middle { walk(total &- left, middle, end, touched, days, hours, keys) }
    }

    private mutating func read(
        _ total: Lanes, _ day: Int, _ profile: Int, _ hours: Span<DemandHour>, _ keys: Span<UInt64>
    ) {
        excess = excess | total
        let place = day - period.firstDay
        guard period.rhythm == .hourly else {
            add(total, keys[place])
            return
        }
        let word = LaneArithmetic.word(MeterNoise.number(ofDay: day), low: noiseLow, high: noiseHigh)
        var splits = InlineArray<24, DemandHour>(repeating: DemandHour(leastShare: 0, shareRange: 0))
        for hour in 0..<24 { splits[hour] = hours[profile + hour] }
        let split = HourSplit(total, word: word, hours: splits)
        // By its span: an element of the array itself would copy the array for every hour.
        let volumes = split.volumes.span
        for hour in 0..<24 { add(volumes[hour], keys[place * 24 + hour]) }
    }

    @inline(__always)
    private mutating func add(_ volume: Lanes, _ key: UInt64) {
        let even = LaneArithmetic.even(volume)
        let odd = LaneArithmetic.odd(volume)
        let hour = LanePairs(repeating: key)
        truth.even = truth.even &+ even
        truth.odd = truth.odd &+ odd
        counts.even = counts.even &+ LaneArithmetic.product(even, factor.even)
        counts.odd = counts.odd &+ LaneArithmetic.product(odd, factor.odd)
        readings =
            readings &+ BlockScan.term(counts.even ^ hour) &+ BlockScan.term(counts.odd ^ hour)
        truths = truths &+ BlockScan.term(truth.even ^ hour) &+ BlockScan.term(truth.odd ^ hour)
    }

    @inline(__always)
    private static func term(_ word: LanePairs) -> LanePairs { LaneArithmetic.product(word, word &>> 32) }
}
