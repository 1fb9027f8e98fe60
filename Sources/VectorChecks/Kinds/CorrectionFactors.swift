import GasPhysics
import Quantities

extension VectorKind {
    /// `k_factor`: K from pressures and soil temperature.
    static let correctionFactor = VectorKind(
        name: "k_factor", columns: ["case", "pa_bara", "ps_barg", "t_soil_c", "k"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            guard let factor = try row.correctionFactor(expectedIn: "k", &comparison) else { return }
            try comparison.expect("k", of: row, is: factor.figure)
        })

    /// `k_factor_udas2017`: a utility's published factors, which were computed from unrounded temperatures.
    ///
    /// Ours equals `computed_k`; it may differ from the published one by 0.00003, as the file's comment explains.
    static let publishedCorrectionFactor = VectorKind(
        name: "k_factor_udas2017",
        columns: ["month", "pa_bara", "ps_barg", "t_soil_c", "t_kelvin", "computed_k", "published_k", "delta"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            guard let factor = try row.correctionFactor(expectedIn: "computed_k", &comparison) else { return }
            let soil = try row.quantity("t_soil_c", as: CelsiusTemperature.self)
            try comparison.expect("t_kelvin", of: row, is: soil.kelvin)
            try comparison.expect("computed_k", of: row, is: factor.figure)
            try comparison.expect(factor, of: row, published: "published_k", difference: "delta")
        })

    /// `turkey_k_factor_usak_2017`: the same factors in a table that names its base conditions too.
    static let usakCorrectionFactor = VectorKind(
        name: "turkey_k_factor_usak_2017",
        columns: [
            "month", "Pa_bar", "Ps_barg", "Pr_bar", "soil75cm_C", "T_K", "Tr_K", "K_published", "K_recomputed", "diff",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let base = BaseConditions(
                pressure: try row.quantity("Pr_bar"), temperature: try row.temperature(inKelvin: "Tr_K"))
            let (station, meter) = (
                try row.quantity("Pa_bar", as: Pressure.self), try row.quantity("Ps_barg", as: Pressure.self)
            )
            let soil = try row.quantity("soil75cm_C", as: CelsiusTemperature.self)
            try comparison.expect("T_K", of: row, is: soil.kelvin)
            let factor = try comparison.result(for: "K_recomputed", of: row) { () throws(CorrectionFactorError) in
                try CorrectionFactor(
                    stationPressure: station, meterPressure: meter, soilTemperature: soil, base: base)
            }
            guard let factor else { return }
            try comparison.expect("K_recomputed", of: row, is: factor.figure)
            try comparison.expect(factor, of: row, published: "K_published", difference: "diff")
        })
}

extension RowComparison {
    /// Compares K with the published one, from which it may differ by 0.00003, and their difference with the file's.
    fileprivate mutating func expect(
        _ factor: CorrectionFactor, of row: VectorRow, published column: String, difference: String
    ) throws(VectorFileError) {
        let published = try row.quantity(column, as: CorrectionFactor.self)
        let tolerance = DecimalFigure(units: 3, fractionDigits: 5)
        if !factor.figure.isEqual(to: published.figure, within: tolerance) {
            note(column, "\(published) ± \(tolerance)", factor.description)
        }
        let delta = Int128(factor.hundredThousandths) - Int128(published.hundredThousandths)
        try expect(difference, of: row, is: DecimalFigure(units: delta, fractionDigits: 5))
    }
}

extension VectorRow {
    /// K of the row's pressures and temperature; `nil` where the library refuses, which is noted at `column`.
    fileprivate func correctionFactor(
        expectedIn column: String, _ comparison: inout RowComparison
    ) throws(VectorFileError) -> CorrectionFactor? {
        let (station, meter) = (try quantity("pa_bara", as: Pressure.self), try quantity("ps_barg", as: Pressure.self))
        let soil = try quantity("t_soil_c", as: CelsiusTemperature.self)
        return try comparison.result(for: column, of: self) { () throws(CorrectionFactorError) in
            try CorrectionFactor(stationPressure: station, meterPressure: meter, soilTemperature: soil)
        }
    }
}
