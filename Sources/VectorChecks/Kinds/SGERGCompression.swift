import GasPhysics
import Quantities

extension VectorKind {
    /// `sgerg88_pygerg`: Z, Zb, C and the nitrogen of gases by four properties.
    static let sgergCompression = VectorKind(
        name: "sgerg88_pygerg",
        columns: [
            "gas", "x_co2", "x_h2", "rel_density_d", "Hs_MJ_per_m3_25C_0C", "p_bar_abs", "t_C", "Z_sgerg",
            "Zb_sgerg_15C_1.01325bar", "C_conversion", "x_n2_calc",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let gas = SGERGGas(
                carbonDioxide: try row.quantity("x_co2"), hydrogen: try row.quantity("x_h2"),
                relativeDensity: try row.quantity("rel_density_d"),
                calorificValue: try row.quantity("Hs_MJ_per_m3_25C_0C"))
            let equation = try comparison.result(for: "x_n2_calc", of: row) { () throws(EquationOfStateError) in
                try SGERGEquation(gas)
            }
            guard let equation else { return }
            // A program that stops its search early has the nitrogen to a millionth: one unit of the last decimal.
            let shown = try row.figure("x_n2_calc")
            let lastDecimal = DecimalFigure(units: 1, fractionDigits: min(shown.fractionDigits, 6))
            if !shown.isEqual(to: equation.nitrogen.figure, within: lastDecimal) {
                comparison.note("x_n2_calc", shown.description, equation.nitrogen.description)
            }
            try comparison.expectConversion(
                of: row, columns: ("Z_sgerg", "Zb_sgerg_15C_1.01325bar"), within: RelativeDifference(tenToTheMinus: 4)
            ) { (state) throws(EquationOfStateError) in try equation.compressionFactor(at: state) }
        })
}
