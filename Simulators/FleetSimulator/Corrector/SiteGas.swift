import MeterCore
import Quantities

/// Pressure and temperature of the gas at a site with a corrector: the regulator holds the one, the soil the other.
///
/// `approximate`: air pressure and monthly means of the place (``Climate``); the soil's temperature swings a third of the
/// air's and a month behind it, from mid-month to mid-month in a straight line; the regulator lets the gauge pressure go up
/// to 1 % to either side, from hour to hour. Whole pascals and millikelvins.
public struct SiteGas: GasConditions {
    private let air: Int64
    private let gauge: Int64
    private let seed: UInt64
    private let meter: UInt64
    /// By month, January first, in the middle of each.
    private let soil: [Int64]

    /// The gas of a site.
    ///
    /// - Parameters:
    ///   - place: whose climate.
    ///   - gaugeMillibar: what the regulator holds.
    ///   - seed: the fleet's.
    ///   - meter: the meter's number.
    public init(place: Place, gaugeMillibar: Int, seed: UInt64, meter: Int) {
        let climate = Climate.of(place)
        air = Int64(climate.airPressure) * 100
        gauge = Int64(gaugeMillibar) * 100
        self.seed = seed
        self.meter = UInt64(meter)
        let mean = climate.yearlyMean
        soil = (0..<12).map { month in
            let before = climate.monthlyMeans[(month + 11) % 12]
            return Int64(((273.15 + mean + (before - mean) / 3) * 1_000).rounded(.toNearestOrEven))
        }
    }

    /// Absolute pressure, in pascals.
    public func pascals(at hour: FleetHour) -> UInt32 {
        let bits = MeterRandom.bits(
            seed: seed, meter: meter, time: UInt64(truncatingIfNeeded: Int64(hour.number)), purpose: 0x50_5245_5353)
        return UInt32(air + gauge + gauge * (Int64(bits >> 48) - 32_768) / 3_276_800)
    }

    /// Temperature, in millikelvins.
    public func millikelvins(at hour: FleetHour) -> UInt32 {
        let date = hour.date
        let day = Int64(date.day) - 15
        let month = date.month - 1
        let other = soil[day < 0 ? (month + 11) % 12 : (month + 1) % 12]
        return UInt32(soil[month] + (other - soil[month]) * abs(day) / 31)
    }
}
