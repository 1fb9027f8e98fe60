import MeterCore

/// A corrector site to try: 1 to 7 bar absolute, 253.15 to 313.15 K, C of an ideal gas.
enum CorrectorSample {
    static let grid = ConversionGrid(
        firstPressure: 100_000, pressureStep: 100_000, pressures: 7, firstTemperature: 253_150, temperatureStep: 10_000,
        temperatures: 7)
    static let settings = CorrectorSettings(grid: grid, substitutePressure: 400_000, substituteTemperature: 288_150)

    /// (p / 101,325 Pa) (288.15 K / T) in ten-millionths, cut.
    static let factors: [UInt32] = (0..<49).map { place in
        let pressure = UInt64(100_000 + 100_000 * (place / 7))
        let temperature = UInt64(253_150 + 10_000 * (place % 7))
        return UInt32(pressure * 288_150 * 10_000_000 / (101_325 * temperature))
    }

    static func meter() -> CorrectorMeter {
        let factors = factors
        return CorrectorMeter(settings: settings, factors: factors.span)
    }
}

extension CorrectorMeter {
    mutating func measure(_ pressure: UInt32?, _ temperature: UInt32?) {
        let factors = CorrectorSample.factors
        measure(
            pressure: pressure, temperature: temperature, settings: CorrectorSample.settings,
            factors: factors.span)
    }
}
