public import GasPhysics
import Quantities

/// Why no factor of a corrector can be expected.
public enum ExpectedConversionError: Error, Hashable, Sendable {
    /// The equation of state does not hold for the gas, or at a month's pressure and temperature.
    case equationOfState(EquationOfStateError)
    /// A month's figures give no factor.
    case factor(CorrectionFactorError)
}

extension GasQuality {
    /// The same gas as a volume corrector converts it: the months' factors with the compressibility that K leaves out.
    ///
    /// C = K × Zb ÷ Z, from each month's pressure and temperature at the meter, to five decimals; Z by SGERG-88. A month
    /// whose K was published as it is keeps it: its pressure is not known.
    ///
    /// - Parameters:
    ///   - gas: the gas that the corrector is set to.
    ///   - millibar: the gauge pressure of the meter.
    /// - Returns: the gas, with C in the place of K.
    /// - Throws: `ExpectedConversionError` where a month's pressure and temperature give no factor.
    public func converted(by gas: SGERGGas, millibar: Int) throws(ExpectedConversionError) -> GasQuality {
        guard case .monthly(let table) = correction, let grounds = grounds[millibar] else { return self }
        var factors = table.values
        for (month, grounds) in grounds.values {
            if let station = grounds.station { factors[month] = try station.conversionFactor(of: gas) }
        }
        return GasQuality(correction: .monthly(MonthlyTable(factors)), calorific: calorific, grounds: self.grounds)
    }
}

extension StationConditions {
    /// C at the meter, to five decimals.
    func conversionFactor(of gas: SGERGGas) throws(ExpectedConversionError) -> CorrectionFactor {
        let state = GasState(
            pressure: Pressure(microbar: stationPressure.microbar + meterPressure.microbar),
            temperature: soilTemperature)
        let (atMeter, atBase): (CompressionFactor, CompressionFactor)
        do throws(EquationOfStateError) {
            let equation = try SGERGEquation(gas)
            atMeter = try equation.compressionFactor(at: state)
            atBase = try equation.compressionFactor(at: GasState(base: base))
        } catch {
            throw .equationOfState(error)
        }
        do throws(CorrectionFactorError) {
            let factor = try ConversionFactor(
                at: state, to: base, compressionFactor: atMeter, baseCompressionFactor: atBase)
            guard let rounded = try? ExactQuotient(Int128(factor.tenMillionths), over: 100).roundedToInt64() else {
                throw .overflow
            }
            return CorrectionFactor(hundredThousandths: rounded)
        } catch {
            throw .factor(error)
        }
    }
}
