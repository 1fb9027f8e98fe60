import GasPhysics
import Quantities

extension RowComparison {
    /// Compares Z at the row's state, Zb at base conditions and C of both.
    mutating func expectConversion(
        of row: VectorRow, columns: (factor: String, base: String), within limit: RelativeDifference,
        _ compressionFactor: (GasState) throws(EquationOfStateError) -> CompressionFactor
    ) throws(VectorFileError) {
        let state = GasState(pressure: try row.quantity("p_bar_abs"), temperature: try row.quantity("t_C"))
        let factor = try result(for: columns.factor, of: row) { () throws(EquationOfStateError) in
            try compressionFactor(state)
        }
        let base = try result(for: columns.base, of: row) { () throws(EquationOfStateError) in
            try compressionFactor(GasState(base: .turkish))
        }
        if let factor { try expect(columns.factor, of: row, is: factor.figure, within: limit) }
        if let base { try expect(columns.base, of: row, is: base.figure, within: limit) }
        guard let factor, let base else { return }
        let conversion = try result(for: "C_conversion", of: row) { () throws(CorrectionFactorError) in
            try ConversionFactor(at: state, to: .turkish, compressionFactor: factor, baseCompressionFactor: base)
        }
        if let conversion { try expect("C_conversion", of: row, is: conversion.figure, within: limit) }
    }
}
