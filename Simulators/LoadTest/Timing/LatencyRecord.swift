import Foundation
import Histogram

/// How long something took, again and again: an HdrHistogram of nanoseconds up to an hour, to three digits.
package struct LatencyRecord: Sendable {
    private var histogram = Histogram<UInt64>(
        highestTrackableValue: 3_600_000_000_000, numberOfSignificantValueDigits: .three)

    /// Nothing measured.
    package init() {}

    /// Records a duration, as often as it stands for.
    package mutating func record(nanoseconds: UInt64, count: Int = 1) {
        histogram.record(min(max(nanoseconds, 1), 3_600_000_000_000), count: UInt64(count))
    }

    /// Adds what another thread measured.
    package mutating func add(_ other: LatencyRecord) { histogram.add(other.histogram) }

    /// How many were measured.
    package var count: UInt64 { histogram.totalCount }

    /// The nanoseconds that so many percent stayed within; 0 where nothing was measured.
    package func nanoseconds(atPercent percent: Double) -> UInt64 {
        histogram.totalCount == 0 ? 0 : histogram.valueAtPercentile(percent)
    }

    /// The file of percentiles [.hgrm] that HdrHistogram's plotters read, in microseconds.
    package func percentileFile() -> String {
        var text = ""
        histogram.outputPercentileDistribution(to: &text, outputValueUnitScalingRatio: 1_000)
        return text
    }
}
