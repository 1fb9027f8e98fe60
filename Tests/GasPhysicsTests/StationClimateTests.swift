import GasPhysics
import Quantities
import Testing
import Trials

@Suite("K of a station")
struct StationClimateTests {
    /// UDAŞ 2017: Pa and soil temperature of January, February and December.
    private static func station() throws -> StationClimate {
        var soils = [CelsiusTemperature](repeating: CelsiusTemperature(microdegrees: 15_000_000), count: 12)
        soils[0] = CelsiusTemperature(microdegrees: 6_210_000)
        soils[1] = CelsiusTemperature(microdegrees: 6_180_000)
        soils[11] = CelsiusTemperature(microdegrees: 8_880_000)
        let pressures = MonthlyTable([
            try CivilMonth(year: 2017, month: 1): Pressure(microbar: 911_000),
            try CivilMonth(year: 2017, month: 2): Pressure(microbar: 910_000),
        ])
        return try #require(StationClimate(pressures: pressures, soilTemperatures: soils))
    }

    // Mistake made in a scratch copy (the month's own soil for a prepaid meter, and the previous month's Pa): both fail here.
    @Test("A prepaid meter takes the previous month's soil and the month's own pressure, in January December's soil")
    func prepaid() throws {
        let station = try Self.station()
        let meter = Pressure(microbar: 21_000)
        func factor(_ month: Int, _ payment: PaymentTime) throws -> CorrectionFactor {
            try station.correctionFactor(
                in: CivilMonth(year: 2017, month: month), meterPressure: meter, payment: payment)
        }
        // Published by UDAŞ for mechanical meters: 0.94875 and 0.94784.
        #expect(try factor(1, .billed).description == "0.94875")
        #expect(try factor(2, .billed).description == "0.94784")
        // By hand: 0.931 ÷ 1.01325 × 288.15 ÷ 279.36 = 0.947733…, and 0.932 ÷ 1.01325 × 288.15 ÷ 282.03 = 0.939772….
        #expect(try factor(2, .prepaid).description == "0.94774")
        #expect(try factor(1, .prepaid).description == "0.93977")
    }

    @Test("A month without a pressure, and a year that is not twelve months, are refused")
    func missing() throws {
        let march = try CivilMonth(year: 2017, month: 3)
        #expect(throws: CorrectionFactorError.noPressure(march)) {
            try Self.station().correctionFactor(in: march, meterPressure: .zero, payment: .billed)
        }
        #expect(StationClimate(pressures: MonthlyTable([:]), soilTemperatures: [.zero]) == nil)
    }

    @Test("K is the exact quotient rounded once, whatever the base conditions")
    func exact() {
        forAll("K by long division", seed: 3_001, cases: 20_000) { generator in
            let station = Pressure(microbar: generator.integer(in: 500_000...1_100_000))
            let meter = Pressure(microbar: generator.integer(in: 0...300_000))
            let soil = CelsiusTemperature(microdegrees: generator.integer(in: -30_000_000...60_000_000))
            let base = BaseConditions(
                pressure: Pressure(microbar: generator.integer(in: 900_000...1_100_000)),
                temperature: CelsiusTemperature(microdegrees: generator.integer(in: 0...25_000_000)))
            generator.note("inputs", "\(station) \(meter) \(soil) \(base)")
            let factor = try CorrectionFactor(
                stationPressure: station, meterPressure: meter, soilTemperature: soil, base: base)
            // 2·K·(Pr × T) lies between 2·(P × Tr) ± (Pr × T): the nearest, and the upper one of a tie.
            let numerator =
                Int128(station.microbar + meter.microbar) * Int128(base.temperature.microdegrees + 273_150_000)
                * 100_000
            let divisor = Int128(base.pressure.microbar) * Int128(soil.microdegrees + 273_150_000)
            let distance = 2 * (numerator - Int128(factor.hundredThousandths) * divisor)
            try hold(distance >= -divisor && distance < divisor, "\(factor)")
        }
    }
}
