import GasPhysics
import Quantities

extension VectorKind {
    /// How far another program may be from ours: of DETAIL a millionth.
    private static let detailLimit = RelativeDifference(tenToTheMinus: 6)

    /// `aga8_detail_nist`: Z, Zb and C of gases whose compositions stand beside, by NIST's program.
    static let detailCompression = VectorKind(
        name: "aga8_detail_nist",
        columns: ["gas", "p_bar_abs", "t_C", "Z_detail", "Zb_detail_15C_1.01325bar", "C_conversion"],
        companions: [Compositions.name],
        files: { (table: VectorTable, neighbours: VectorNeighbours) throws(VectorFileError) in
            let gases = try Compositions(beside: table.file, neighbours)
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                let equation = try gases.equation(of: row)
                try comparison.expectConversion(
                    of: row, columns: ("Z_detail", "Zb_detail_15C_1.01325bar"), within: detailLimit
                ) { (state) throws(EquationOfStateError) in try equation.compressionFactor(at: state) }
            }
        })

    /// `aga8_nist_published_tables`: Z as NIST printed it, of DETAIL and of two models that are not ours.
    static let publishedCompression = VectorKind(
        name: "aga8_nist_published_tables", columns: ["T_K", "p_MPa", "model", "gas", "Z"],
        companions: [Compositions.name],
        files: { (table: VectorTable, neighbours: VectorNeighbours) throws(VectorFileError) in
            let gases = try Compositions(beside: table.file, neighbours)
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                guard try row.isOfDetail() else {
                    comparison.leaveToOtherModel()
                    return
                }
                let equation = try gases.equation(of: row)
                let state = GasState(
                    pressure: try row.pressure(inMegapascals: "p_MPa"),
                    temperature: try row.temperature(inKelvin: "T_K"))
                let factor = try comparison.result(for: "Z", of: row) { () throws(EquationOfStateError) in
                    try equation.compressionFactor(at: state)
                }
                if let factor { try comparison.expect("Z", of: row, is: factor.figure, within: detailLimit) }
            }
        })
}

extension VectorRow {
    /// Whether the row's model is DETAIL; throws where it is none that is known.
    fileprivate func isOfDetail() throws(VectorFileError) -> Bool {
        let model = try text("model")
        if model == "DETAIL" { return true }
        guard model.hasPrefix("GERG") || model.hasPrefix("GROSS") else {
            throw failure(
                "model", "'\(model)' is no model; write DETAIL, or GERG… or GROSS… for one that is not computed")
        }
        return false
    }
}
