/// What one meter of the fleet passes, as a function of time: nothing else of it is stored.
public struct MeterDemand: Hashable, Sendable {
    /// The meter's chance.
    public let noise: MeterNoise
    /// The volume of a year of mean weather without absence, in millilitres, below 2^48.
    public let meanYear: UInt64
    /// Whether its customer is away now and then: a household's is.
    public let isLeftAlone: Bool

    /// A meter.
    public init(noise: MeterNoise, meanYear: UInt64, isLeftAlone: Bool) {
        precondition(meanYear < 1 << 48, "a meter passes less than 281 million m³ a year")
        self.noise = noise
        self.meanYear = meanYear
        self.isLeftAlone = isLeftAlone
    }

    /// When the customer is away in a year.
    public func spells(inYear year: Int) -> AbsenceSpells {
        isLeftAlone ? AbsenceSpells(noise: noise, year: year) : .none
    }

    /// What passes in a whole year, in millilitres.
    ///
    /// - Parameters:
    ///   - year: the year.
    ///   - days: the table of that year: 366 or 367 rows.
    /// - Returns: millilitres, cut.
    public func millilitres(inYear year: Int, days: Span<DemandDay>) -> UInt64 {
        DemandTree.yearVolume(
            weight: spells(inYear: year).weight(0, days.count - 1, days), mean: meanYear)
    }

    /// What passes from the beginning of a year to the beginning of an hour of it, in millilitres.
    ///
    /// About fourteen splits, wherever the hour lies.
    ///
    /// - Parameters:
    ///   - year: the year.
    ///   - firstDay: days from 1 January 2000 to the year's first, for the chance of hours.
    ///   - day: the day, counted from 0; the number of days for the whole year.
    ///   - hour: hours since the day began, 0 to 23.
    ///   - days: the table of that year.
    ///   - hours: the profiles that the table's rows name, 24 splits each.
    /// - Returns: millilitres.
    public func millilitres(
        inYear year: Int, firstDay: Int, before day: Int, hour: Int, days: Span<DemandDay>, hours: Span<DemandHour>
    ) -> UInt64 {
        let spells = spells(inYear: year)
        var end = days.count - 1
        var total = DemandTree.yearVolume(weight: spells.weight(0, end, days), mean: meanYear)
        if day >= end { return total }
        var passed: UInt64 = 0
        var start = 0
        while end - start > 1 {
            let left = DemandTree.left(of: total, start, end, year: year, noise: noise, spells: spells, days: days)
            let middle = (start + end) >> 1
            if day < middle {
                end = middle
                total = left
            } else {
                passed += left
                total -= left
                start = middle
            }
        }
        if hour == 0 { return passed }
        let word = noise.word(MeterNoise.number(ofDay: firstDay + day))
        let profile = Int(days[day].profile) * 24
        start = 0
        end = 24
        while end - start > 1 {
            let middle = (start + end) >> 1
            let left = DemandTree.left(
                of: total, hours[profile + middle], fraction: MeterNoise.hourFraction(word, middle: middle))
            if hour < middle {
                end = middle
                total = left
            } else {
                passed += left
                total -= left
                start = middle
            }
        }
        return passed
    }

    /// Splits a day into its hours, each node touched once.
    ///
    /// - Parameters:
    ///   - total: what passes on the day, in millilitres.
    ///   - day: days from 1 January 2000.
    ///   - profile: where the day's profile begins in `hours`.
    ///   - hours: the profiles, 24 splits each.
    ///   - volumes: 24 places for the hours' millilitres.
    public func split(
        day total: UInt64, day: Int, profile: Int, hours: Span<DemandHour>, into volumes: inout MutableSpan<UInt64>
    ) {
        let word = noise.word(MeterNoise.number(ofDay: day))
        split(total, 0, 24, word, profile, hours, &volumes)
    }

    private func split(
        _ total: UInt64, _ start: Int, _ end: Int, _ word: UInt32, _ profile: Int, _ hours: Span<DemandHour>,
        _ volumes: inout MutableSpan<UInt64>
    ) {
        guard end - start > 1 else {
            volumes[start] = total
            return
        }
        let middle = (start + end) >> 1
        let left = DemandTree.left(
            of: total, hours[profile + middle], fraction: MeterNoise.hourFraction(word, middle: middle))
        split(left, start, middle, word, profile, hours, &volumes)
        split(total - left, middle, end, word, profile, hours, &volumes)
    }
}
