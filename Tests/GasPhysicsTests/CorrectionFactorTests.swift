import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Correction factor K")
struct CorrectionFactorTests {
    private func factor(_ station: String, _ meter: String, _ soil: String) throws -> CorrectionFactor {
        try CorrectionFactor(
            stationPressure: try Pressure(parsing: station, notation: .plain),
            meterPressure: try Pressure(parsing: meter, notation: .plain),
            soilTemperature: try CelsiusTemperature(parsing: soil, notation: .plain))
    }

    @Test("K follows from pressures and soil temperature", arguments: try GoldenRow.rows("k_factor"))
    func golden(row: GoldenRow) throws {
        let factor = try factor(row["pa_bara"], row["ps_barg"], row["t_soil_c"])
        #expect(try factor == CorrectionFactor(parsing: row["k"], notation: .plain))
    }

    @Test(
        "A utility's published K is ours within 0.00003, because its temperatures are printed rounded",
        arguments: try GoldenRow.rows("k_factor_udas2017"))
    func published(row: GoldenRow) throws {
        let factor = try factor(row["pa_bara"], row["ps_barg"], row["t_soil_c"])
        #expect(try factor == CorrectionFactor(parsing: row["computed_k"], notation: .plain))
        let published = try CorrectionFactor(parsing: row["published_k"], notation: .plain)
        #expect(try factor.subtracting(published) == CorrectionFactor(parsing: row["delta"], notation: .plain))
        #expect(abs(factor.hundredThousandths - published.hundredThousandths) <= 3)
        #expect(
            try CelsiusTemperature(parsing: row["t_soil_c"], notation: .plain).kelvin.isEqual(
                to: DecimalFigure(parsing: row["t_kelvin"], notation: .plain)))
    }

    // Found by search: the quotient ends on a 5 in the sixth decimal and nowhere else.
    @Test(
        "A K exactly between two is the larger one",
        arguments: [
            ("1.161860", "0", "2.05", "1.20063"), ("0.80311", "0.021", "-1.15", "0.86163"),
            ("0.912250", "0.101", "-1.15", "1.05938"), ("1.17537", "0", "5.25", "1.20063"),
        ])
    func ties(station: String, meter: String, soil: String, expected: String) throws {
        #expect(try factor(station, meter, soil).description == expected)
    }

    @Test("Station pressure and 15 °C give exactly 1")
    func identity() throws {
        #expect(try factor("1.01325", "0", "15").hundredThousandths == 100_000)
    }

    @Test("Pressures and temperatures that cannot be are refused, results that do not fit too")
    func refused() throws {
        #expect(throws: CorrectionFactorError.pressureNotPositive) { try factor("0.021", "-0.021", "15") }
        #expect(throws: CorrectionFactorError.belowAbsoluteZero) { try factor("1", "0", "-273.15") }
        let largest = Pressure(microbar: .max)
        let smallestTemperature = CelsiusTemperature(microdegrees: -273_149_999)
        #expect(throws: CorrectionFactorError.overflow) {
            try CorrectionFactor(
                stationPressure: largest, meterPressure: largest, soilTemperature: smallestTemperature)
        }
        #expect(throws: CorrectionFactorError.belowAbsoluteZero) {
            try CorrectionFactor(
                stationPressure: largest, meterPressure: largest,
                soilTemperature: CelsiusTemperature(microdegrees: .min))
        }
        #expect(throws: CorrectionFactorError.pressureNotPositive) {
            try CorrectionFactor(
                stationPressure: Pressure(microbar: .min), meterPressure: Pressure(microbar: .min),
                soilTemperature: .zero)
        }
        let coldest = CelsiusTemperature(microdegrees: .max)
        #expect(
            try CorrectionFactor(stationPressure: largest, meterPressure: largest, soilTemperature: coldest)
                .hundredThousandths > 0)
    }
}
