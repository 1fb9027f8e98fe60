import MeterCore

/// The 24 hours of a day of eight meters.
struct HourSplit {
    /// The hours' millilitres.
    var volumes = InlineArray<24, Lanes>(repeating: Lanes())
    private let word: Lanes

    /// Splits a day, each node once.
    ///
    /// - Parameters:
    ///   - total: what passes on the day, below 2^30 ml.
    ///   - word: the day's chance.
    ///   - hours: the splits of the day's profile.
    @inline(__always)
    init(_ total: Lanes, word: Lanes, hours: InlineArray<24, DemandHour>) {
        self.word = word
        let (night, day) = halves(total, 12, hours)
        split(night, 0, hours)
        split(day, 12, hours)
    }

    /// Twelve hours from `start`.
    @inline(__always)
    private mutating func split(_ total: Lanes, _ start: Int, _ hours: InlineArray<24, DemandHour>) {
        let (early, late) = halves(total, start + 6, hours)
        let (first, second) = halves(early, start + 3, hours)
        let (third, fourth) = halves(late, start + 9, hours)
        triple(first, start, hours)
        triple(second, start + 3, hours)
        triple(third, start + 6, hours)
        triple(fourth, start + 9, hours)
    }

    /// Three hours from `start`: the middle of 2 start + 3 halves is start + 1.
    @inline(__always)
    private mutating func triple(_ total: Lanes, _ start: Int, _ hours: InlineArray<24, DemandHour>) {
        let (first, rest) = halves(total, start + 1, hours)
        let (second, third) = halves(rest, start + 2, hours)
        volumes[start] = first
        volumes[start + 1] = second
        volumes[start + 2] = third
    }

    @inline(__always)
    private func halves(_ total: Lanes, _ middle: Int, _ hours: InlineArray<24, DemandHour>) -> (Lanes, Lanes) {
        var chance = (word ^ (UInt32(truncatingIfNeeded: middle >> 1) &* 0x9E37_79B9)) &* 0x2C1B_3C6D
        chance = (chance ^ (chance &>> 15)) &* 0x297A_2D39
        let left = LaneArithmetic.left(
            of: total, hours[middle], fraction: middle & 1 == 0 ? chance &>> 17 : chance &>> 2)
        return (left, total &- left)
    }
}
