public import Quantities

/// The limits of the plausibility rules R1–R12 from a day on.
///
/// No Turkish text that could be found sets them: they are a utility's own. The kinds of checks are those of Oracle
/// Utilities' validation rules (docs.oracle.com, Smart Grid Gateway 2.5.4, "Validation VEE Rules") and of SAP's meter
/// reading; the three zones are those of the UK Uniform Network Code (`AnnualQuantityBands`). A figure without a source
/// is ours, and so marked.
public struct PlausibilityPolicy: Hashable, Sendable {
    /// The version, stored with what the limits decided.
    public var version: String
    /// The first day on which the limits hold.
    public var from: CivilDate

    /// R3: the share of Qmax × 24 h a day above which somebody looks, in thousandths.
    ///
    /// A household burns for some hours a day; a misread leading digit is far above it (ours).
    public var reviewedFlowPermille: Int64 = 100
    /// R3: shorter periods count as so many days, since who heats on a cold day uses more than a week's mean (ours).
    public var fewestFlowDays: Int = 7
    /// R3: the share of Qmax × 24 h a day above which the value is refused, in thousandths.
    ///
    /// Qmax is what the meter lets through (EN 1359); a reading has a day and no hour, so the time may be a day longer than the dates say.
    public var refusedFlowPermille: Int64 = 1_000
    /// R3: how far the counter may be from a converter's own, in thousandths of that (ours: as `FaultPolicy.pulsePermille`).
    public var counterPermille: Int64 = 10
    /// R3: what two counters may differ by in any case, in litres (ours: whole m3 and a few pulses on each).
    public var counterFloorLitres: Int64 = 5_000
    /// R2: the share of the counter's range that the last index must lie above for a rollover, in thousandths (ours).
    public var rolloverPermille: Int64 = 900

    /// R4: the tolerance in percent of what a regression on the customer's own degree-days lets expect (ours).
    public var regressionPercent: Int64 = 35
    /// R4: so many times the median absolute deviation of the customer's own periods are tolerated as well (ours).
    public var deviations: Int64 = 3
    /// R4: the tolerance that small users always have, in litres (ours).
    public var floorLitres: Int64 = 10_000
    /// R4: the tolerance in percent of the same weeks of last year, which had another weather (ours).
    public var lastYearPercent: Int64 = 60
    /// R4: the tolerance in percent of the mean of a class, of which a large house is a member, too (ours).
    public var classPercent: Int64 = 300
    /// R4: the days of history with degree-days that a regression needs: all seasons (ours).
    public var fewestHistoryDays: Int = 365
    /// R4: the periods of history that a regression needs (ours).
    public var fewestPeriods: Int = 6
    /// R4: the newest periods that a regression looks at; a household changes in the course of years (ours).
    public var mostPeriods: Int = 36
    /// R4: the part of the same weeks of last year that must be measured, in percent (ours).
    public var fewestCoveredPercent: Int64 = 80

    /// R5: the months of the heating season.
    ///
    /// MGM counts degree-days from 15 °C down; these have them in every province.
    public var heatingMonths: [Int] = [1, 2, 3, 11, 12]
    /// R5: the heating days after which an active customer who used nothing is asked (ours).
    public var mostZeroHeatingDays: Int = 30
    /// R7: fewer days than these since the last reading are too few (ours).
    public var fewestDays: Int = 3
    /// R8: the most red digits that may have been read as whole: diaphragm counters have three.
    public var mostDecimals: Int = 3
    /// R9: so many estimates in a row are too many (ours).
    public var mostEstimates: Int = 3
    /// R10: the difference between sub-meters and main meter that is tolerated, in thousandths of the main meter (ours).
    public var subMeterPermille: Int64 = 50

    /// A policy of the default limits under that name.
    public init(version: String, from: CivilDate) {
        self.version = version
        self.from = from
    }

    /// The policies that ship, earliest first; the first holds since ever.
    public static let shipped: [PlausibilityPolicy] = [
        PlausibilityPolicy(version: "plausibility-2026.2", from: CivilDate.nearest(toDayNumber: 0))
    ]

    /// The policy that holds on a day.
    public static func holding(on day: CivilDate, of policies: [PlausibilityPolicy] = shipped) -> PlausibilityPolicy {
        policies.last { $0.from <= day } ?? policies.first
            ?? PlausibilityPolicy(version: "plausibility-2026.2", from: CivilDate.nearest(toDayNumber: 0))
    }
}
