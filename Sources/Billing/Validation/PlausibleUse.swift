package import Quantities

/// How much gas is plausible between two readings of a meter, so that nobody need look.
///
/// A limit by the meter's size alone: what its largest flow would be in a tenth of the time. A household burns for some
/// hours a day; a misread leading digit is far above it. Rules that know the customer come later and replace this one.
package enum PlausibleUse {
    /// The edition of the limits, stored with what they decided.
    package static let version = "flow-share-2026.1"

    /// Qmax of the sizes, in litres an hour: EN 1359:2017, table 1 (diaphragm meters); OIML R 137.
    private static let largestFlow: [String: Int64] = [
        "G1.6": 2_500, "G2.5": 4_000, "G4": 6_000, "G6": 10_000, "G10": 16_000, "G16": 25_000, "G25": 40_000,
        "G40": 65_000, "G65": 100_000, "G100": 160_000,
    ]

    /// Shorter periods count as a week: who heats on a cold day uses more than a week's mean.
    private static let fewestDays = 7

    /// The sizes that have a limit.
    package static var gClasses: Set<String> { Set(largestFlow.keys) }

    /// The most m3 on the counter that are plausible in so many days: Qmax × 24 h × days × 10 %, before the multiplier.
    ///
    /// `nil` for a size without a limit: a person decides.
    package static func limit(of meter: Meter, days: Int) -> MeterVolume? {
        guard let litresAnHour = largestFlow[meter.gClass], meter.multiplier > .zero else { return nil }
        let litres = Int128(litresAnHour) * 24 * Int128(max(days, fewestDays)) / 10
        // The counter turns slower than the gas flows by the multiplier.
        let counted = litres * 1_000 / Int128(meter.multiplier.thousandths)
        return Int64(exactly: counted).map { MeterVolume(litres: $0) }
    }
}
