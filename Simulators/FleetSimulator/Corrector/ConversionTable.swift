import GasPhysics
public import MeterCore
import Quantities

/// What every corrector of a fleet has in it: the grid of C, and C at its points by SGERG-88.
public struct ConversionTable: Sendable {
    /// 0.5 to 80 bar in steps of half a bar, −20 to 60 °C in steps of 2 K.
    public let grid = ConversionGrid(
        firstPressure: 50_000, pressureStep: 50_000, pressures: 160, firstTemperature: 253_150, temperatureStep: 2_000,
        temperatures: 41)
    /// C in ten-millionths, row by row of equal pressure.
    public let factors: [UInt32]

    /// The table of one gas for a whole fleet.
    public static let standard = ConversionTable()

    /// The gas: gas 1 of ISO 12213-3, annex C, to base conditions of 15 °C and 1.01325 bar.
    ///
    /// `assumption`: Turkey's gas is a mixture of several.
    private init() {
        do {
            let equation = try SGERGEquation(.referenceGas1)
            let base = try equation.compressionFactor(at: GasState(base: .turkish))
            var factors: [UInt32] = []
            for row in 0..<grid.pressures {
                for column in 0..<grid.temperatures {
                    let state = GasState(
                        pressure: Pressure(microbar: (50_000 + 50_000 * Int64(row)) * 10),
                        temperature: CelsiusTemperature(microdegrees: (-20_000 + 2_000 * Int64(column)) * 1_000))
                    let factor = try ConversionFactor(
                        at: state, to: .turkish, compressionFactor: try equation.compressionFactor(at: state),
                        baseCompressionFactor: base)
                    factors.append(UInt32(factor.tenMillionths))
                }
            }
            self.factors = factors
        } catch {
            preconditionFailure("SGERG-88 has Z for the gas and the grid of the fleet's correctors: \(error)")
        }
    }

    /// Settings of a corrector; its substitute values are those that its site has on average.
    ///
    /// - Parameters:
    ///   - place: whose climate.
    ///   - gaugeMillibar: what the regulator holds.
    /// - Returns: the grid with agreed p and T, 12 °C.
    public func settings(place: Place, gaugeMillibar: Int) -> CorrectorSettings {
        CorrectorSettings(
            grid: grid, substitutePressure: UInt32((Climate.of(place).airPressure + gaugeMillibar) * 100),
            substituteTemperature: 285_150)
    }
}

extension PlannedFleet {
    /// A corrector under its faults, at the plan's beginning, its counters at zero.
    ///
    /// The meter before it gives a pulse each 0.1 m³.
    public func correctorRun(of meter: Int) -> CorrectorRun<IndicatedVolume, SiteGas> {
        correctorRun(
            of: meter, wheels: wheels(of: meter), faults: schedule.faults(of: meter, group: plan.group(of: meter)))
    }

    /// The same behind given wheels, under some of its faults.
    ///
    /// - Parameters:
    ///   - meter: the meter's number.
    ///   - wheels: the meter before the corrector, with those faults.
    ///   - faults: those that count; none for a corrector that does all right.
    /// - Returns: the corrector at the plan's beginning.
    public func correctorRun(
        of meter: Int, wheels: FaultyMeter<IndicatedVolume>, faults: [Fault]
    ) -> CorrectorRun<IndicatedVolume, SiteGas> {
        let group = plan.group(of: meter)
        let (place, gauge) = (plan.groups[group].place, plan.groups[group].supplyMillibar)
        return CorrectorRun(
            wheels: wheels,
            gas: SiteGas(place: place, gaugeMillibar: gauge, seed: plan.seed, meter: meter),
            faults: faults,
            settings: ConversionTable.standard.settings(place: place, gaugeMillibar: gauge),
            factors: ConversionTable.standard.factors, pulseVolume: 100_000, epoch: plan.hours.lowerBound)
    }
}
