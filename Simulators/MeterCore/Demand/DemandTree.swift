/// How a volume is split over the days of a year and the hours of a day: the tree behind every reading of the fleet.
///
/// A node is an interval of days or hours, split at the whole number below its middle. The days left of it get a share that
/// the weights of the two sides give, moved by the meter's chance, cut to whole millilitres; the right side gets the rest.
/// So sums are exact, nothing is stored, and any hour is found by walking down from its year. Integers alone: every machine
/// computes the same.
public enum DemandTree {
    /// What a meter passes in a year.
    ///
    /// - Parameters:
    ///   - weight: what the year weighs for this meter; 2^30 is a year of mean weather without absence.
    ///   - mean: the volume of such a year, in millilitres, below 2^48 (281 million m³).
    /// - Returns: millilitres, cut.
    @inlinable
    public static func yearVolume(weight: UInt32, mean: UInt64) -> UInt64 {
        // Twice 32 bits, so that no product needs more than 64.
        let high = (mean >> 32) * UInt64(weight)
        let low = (mean & 0xFFFF_FFFF) * UInt64(weight)
        return (high << 2) + (low >> 30)
    }

    /// The least share and the range of a node of days.
    ///
    /// - Parameters:
    ///   - weight: what the days before the middle weigh.
    ///   - whole: what all days of the node weigh; more than nothing, and no less than `weight`.
    ///   - amplitude: how far chance moves the share; see ``DemandDay/amplitude``.
    /// - Returns: both in 2^-32; the mean of a fair chance is the weight's share.
    @inlinable
    public static func node(weight: UInt32, of whole: UInt32, amplitude: UInt16) -> (least: UInt32, range: UInt32) {
        // A whole share would be 2^32.
        let share = (UInt64(weight < whole ? weight : whole - 1) << 32) / UInt64(whole)
        // share · (1 − share): as much up as down, and never past nothing or all.
        let spread = (((share * (0x1_0000_0000 - share)) >> 32) * UInt64(amplitude)) >> 16
        return (UInt32(truncatingIfNeeded: share - spread), UInt32(truncatingIfNeeded: 2 * spread))
    }

    /// The part of a volume that belongs to the days before the middle.
    ///
    /// - Parameters:
    ///   - total: millilitres of the node, below 2^48.
    ///   - least: least share, in 2^-32.
    ///   - range: how much more it can be.
    ///   - fraction: chance, 16 bits.
    /// - Returns: millilitres, cut.
    @inlinable
    public static func left(of total: UInt64, least: UInt32, range: UInt32, fraction: UInt32) -> UInt64 {
        let share = UInt64(least) + ((UInt64(range) * UInt64(fraction)) >> 16)
        return (total >> 32) * share + (((total & 0xFFFF_FFFF) * share) >> 32)
    }

    /// The part of a volume that belongs to the hours before the middle.
    ///
    /// - Parameters:
    ///   - total: millilitres of the node, below 2^48.
    ///   - node: the split.
    ///   - fraction: chance, 15 bits.
    /// - Returns: millilitres, cut.
    @inlinable
    public static func left(of total: UInt64, _ node: DemandHour, fraction: UInt32) -> UInt64 {
        let share = UInt32(node.leastShare) + ((UInt32(node.shareRange) * fraction) >> 15)
        return (total * UInt64(share)) >> 15
    }

    /// The part of a node of days left of its middle, for one meter.
    ///
    /// - Parameters:
    ///   - total: millilitres of the node.
    ///   - start: its first day, counted from 0.
    ///   - end: the day after its last, at least two after the first.
    ///   - year: the year, for the chance.
    ///   - noise: the meter's chance.
    ///   - spells: when its customer is away in that year.
    ///   - days: the table of the year.
    /// - Returns: millilitres, cut.
    @inlinable
    public static func left(
        of total: UInt64, _ start: Int, _ end: Int, year: Int, noise: MeterNoise, spells: AbsenceSpells,
        days: Span<DemandDay>
    ) -> UInt64 {
        let middle = (start + end) >> 1
        let fraction = MeterNoise.dayFraction(
            noise.word(MeterNoise.number(ofYear: year, middle: middle)), middle: middle)
        let row = days[middle]
        guard spells.touches(start, end) else {
            return left(of: total, least: row.leastShare, range: row.shareRange, fraction: fraction)
        }
        let node = node(
            weight: spells.weight(start, middle, days), of: spells.weight(start, end, days), amplitude: row.amplitude)
        return left(of: total, least: node.least, range: node.range, fraction: fraction)
    }
}
