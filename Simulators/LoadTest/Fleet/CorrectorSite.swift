import FleetSimulator
import MeterCore
import Quantities

/// The tables of all correctors of a fleet: C by p and T of an ideal gas (Zr/Z = 1), 0.5 to 80 bar, −20 to 60 °C.
///
/// `assumption`: real correctors have Z in C; at the pressures of a distribution network that is some per cent, and both
/// the truth and the billing under test would have it. C = p ÷ 1.01325 bar × 288.15 K ÷ T, half up.
struct CorrectorTables: Sendable {
    let grid = ConversionGrid(
        firstPressure: 50_000, pressureStep: 50_000, pressures: 160, firstTemperature: 253_150,
        temperatureStep: 2_000, temperatures: 41)
    let factors: [UInt32]

    init() {
        var factors: [UInt32] = []
        for row in 0..<grid.pressures {
            let pressure = UInt64(grid.firstPressure) + UInt64(grid.pressureStep) * UInt64(row)
            for column in 0..<grid.temperatures {
                let temperature = UInt64(grid.firstTemperature) + UInt64(grid.temperatureStep) * UInt64(column)
                // Pascals × millikelvins over the same, in ten-millionths; both sides ÷ 25, so that they fit 64 bits.
                let numerator = pressure * 288_150 * 400_000
                let divisor = 4_053 * temperature
                factors.append(UInt32((numerator + divisor / 2) / divisor))
            }
        }
        self.factors = factors
    }

    /// Substitute values near those of a site.
    func settings(_ gas: SiteGas) -> CorrectorSettings {
        CorrectorSettings(
            grid: grid, substitutePressure: gas.pascals(at: FleetHour(number: 0)), substituteTemperature: 285_150)
    }
}

/// Pressure and temperature of the gas at a site: the regulator holds the gauge pressure, the soil the temperature.
///
/// `approximate`: air pressure and yearly mean of the place, the soil's swing a third of the air's and a month behind it.
struct SiteGas: GasConditions {
    private let pressure: UInt32
    private let millikelvins: [UInt32]

    init(place: Place, gaugeMillibar: Int) {
        let climate = Climate.of(place)
        pressure = UInt32((climate.airPressure + gaugeMillibar) * 100)
        let mean = climate.yearlyMean
        millikelvins = (0..<12).map { month in
            let air = climate.monthlyMeans[(month + 11) % 12]
            return UInt32(((273.15 + mean + (air - mean) / 3) * 1_000).rounded(.toNearestOrEven))
        }
    }

    func pascals(at hour: FleetHour) -> UInt32 { pressure }
    func millikelvins(at hour: FleetHour) -> UInt32 { millikelvins[hour.date.month - 1] }
}

/// A corrector without faults, stepped a day at a time: within a month p and T stand, so no step changes a sum.
struct SteadyCorrector {
    private(set) var meter: CorrectorMeter
    private let gas: SiteGas
    private let settings: CorrectorSettings
    private let curve: IndicatedVolume
    private var hour: FleetHour

    init(_ curve: IndicatedVolume, _ gas: SiteGas, _ tables: CorrectorTables, since hour: FleetHour) {
        self.curve = curve
        self.gas = gas
        self.hour = hour
        settings = tables.settings(gas)
        meter = CorrectorMeter(settings: settings, factors: tables.factors.span)
    }

    /// Counts until an hour.
    mutating func advance(to end: FleetHour, _ tables: CorrectorTables) {
        while hour < end {
            let next = min(hour.advanced(byHours: 24 - hour.hourOfDay), end)
            meter.measure(
                pressure: gas.pascals(at: hour), temperature: gas.millikelvins(at: hour), settings: settings,
                factors: tables.factors.span)
            meter.convert(millilitres: UInt64(max(curve.millilitres(at: next) - curve.millilitres(at: hour), 0)))
            hour = next
        }
    }
}
