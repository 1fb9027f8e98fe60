import GasPhysics
import Quantities

extension VectorRow {
    /// The pressure in the field, written in MPa: ten bar each.
    func pressure(inMegapascals column: String) throws(VectorFileError) -> Pressure {
        let figure = try figure(column)
        return try converted(column) { () throws(ArithmeticError) in
            DecimalFigure(
                units: try figure.units.checkedMultiplying(by: 10), fractionDigits: figure.fractionDigits)
        }
    }

    /// The temperature in the field, written in K: 273.15 above °C.
    func temperature(inKelvin column: String) throws(VectorFileError) -> CelsiusTemperature {
        let figure = try figure(column)
        return try converted(column) { () throws(ArithmeticError) in
            let digits = max(figure.fractionDigits, 2)
            let zeroCelsius = try DecimalFigure(units: 27_315, fractionDigits: 2).rounded(toFractionDigits: digits)
            let units = try figure.rounded(toFractionDigits: digits).units.checkedSubtracting(zeroCelsius.units)
            return DecimalFigure(units: units, fractionDigits: digits)
        }
    }

    private func converted<Quantity: FixedPointQuantity>(
        _ column: String, _ convert: () throws(ArithmeticError) -> DecimalFigure
    ) throws(VectorFileError) -> Quantity {
        let figure: DecimalFigure
        do throws(ArithmeticError) {
            figure = try convert()
        } catch {
            throw failure(column, "'\(try text(column))' is out of range")
        }
        do throws(NumberFormatError) {
            return try Quantity(figure)
        } catch {
            throw failure(column, "\(error)")
        }
    }
}
