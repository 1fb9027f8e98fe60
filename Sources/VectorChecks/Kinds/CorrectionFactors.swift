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
            let published = try row.quantity("published_k", as: CorrectionFactor.self)
            let tolerance = DecimalFigure(units: 3, fractionDigits: 5)
            if !factor.figure.isEqual(to: published.figure, within: tolerance) {
                comparison.note("published_k", "\(published) ± \(tolerance)", factor.description)
            }
            let delta = Int128(factor.hundredThousandths) - Int128(published.hundredThousandths)
            try comparison.expect("delta", of: row, is: DecimalFigure(units: delta, fractionDigits: 5))
        })
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
