import FleetSimulator
import MeterCore
import Quantities

/// Small fleets for tests.
enum SampleFleet {
    /// A mould of a place and a class.
    static func mould(
        _ demand: DemandClass, _ place: Place = .ankara, seed: UInt64 = 8, years: ClosedRange<Int> = 2025...2027,
        blackWheels: Int = 5, startIndex: ClosedRange<Int>? = nil, gaugePressure: Int = 21
    ) -> MeterMould {
        let size: DiaphragmSize? =
            switch demand {
            case .cooking: .g1_6
            case .cookingAndHotWater: .g2_5
            case .household: .g4
            case .boilerRoom, .institution: .g25
            case .industry, .cngStation: nil
            }
        return MeterMould(
            seed: seed,
            specification: MeterSpecification(
                place: place, demand: demand, size: size, blackWheels: blackWheels, gaugePressure: gaugePressure,
                startIndex: startIndex),
            tables: DemandTables(place: place, demand: demand, seed: seed, years: years))
    }

    /// The beginning of a day.
    static func hour(_ date: String, _ hour: Int = 0) throws -> FleetHour {
        FleetHour(try CivilDate(iso8601: date), hour: hour)
    }

    /// What a mean meter of a mould burns in each month of a year, in m³ at base conditions.
    static func months(of mould: MeterMould, year: Int, meters: Int) throws -> [Double] {
        let start = FleetHour(try CivilDate(year: year, month: 1, day: 1))
        let bounds = try (0...12).map { month in
            FleetHour(try CivilDate(year: year, month: 1, day: 1).advanced(byMonths: month))
        }
        let factor = Double(
            SupplyConditions(place: mould.specification.place, gaugePressure: mould.specification.gaugePressure).factor)
        var sums = [Double](repeating: 0, count: 12)
        for number in 0..<meters {
            let curve = MeterCurve(number, of: mould, since: start)
            let values = bounds.map { Double(curve.millilitres(at: $0)) }
            for month in 0..<12 { sums[month] += values[month + 1] - values[month] }
        }
        return sums.map { $0 * factor / 1e12 / Double(meters) }
    }
}
