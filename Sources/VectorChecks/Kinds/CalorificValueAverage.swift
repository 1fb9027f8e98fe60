import GasPhysics
import Quantities

extension VectorKind {
    /// `gcv_average`: the calorific value of a period, weighted by flow and by day.
    static let calorificValueAverage = VectorKind(
        name: "gcv_average",
        columns: ["case", "daily", "flow_weighted_gcv", "day_weighted_gcv", "kwh_per_m3_of_flow_weighted"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let days = try row.dailyGas("daily")
            let flowWeighted = try comparison.result(for: "flow_weighted_gcv", of: row) {
                () throws(CalorificValueError) in try GrossCalorificValue.flowWeightedAverage(of: days)
            }
            let dayWeighted = try comparison.result(for: "day_weighted_gcv", of: row) {
                () throws(CalorificValueError) in try GrossCalorificValue.dayWeightedAverage(of: days)
            }
            if let dayWeighted { try comparison.expect("day_weighted_gcv", of: row, is: dayWeighted.figure) }
            guard let flowWeighted else { return }
            try comparison.expect("flow_weighted_gcv", of: row, is: flowWeighted.figure)
            // The file shows the factor of the printed average, to five decimals.
            let factor = try comparison.result(for: "kwh_per_m3_of_flow_weighted", of: row) {
                () throws(ArithmeticError) in try EnergyFactor(of: flowWeighted, decimals: 5)
            }
            if let factor { try comparison.expect("kwh_per_m3_of_flow_weighted", of: row, is: factor.figure) }
        })
}

extension VectorRow {
    /// The days in the field: `9200:1000|9300:1000`, calorific value in kcal/m3 and flow in m3.
    fileprivate func dailyGas(_ column: String) throws(VectorFileError) -> [DailyGas] {
        var days: [DailyGas] = []
        for day in try text(column).split(separator: "|", omittingEmptySubsequences: false) {
            let parts = day.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw failure(column, "'\(day)' is not a day; write value:flow like 9200:1000, with | between days")
            }
            do throws(NumberFormatError) {
                days.append(
                    DailyGas(
                        calorificValue: try GrossCalorificValue(parsing: parts[0], notation: .plain),
                        flow: try CorrectedVolume(parsing: parts[1], notation: .plain)))
            } catch {
                throw failure(column, "\(error); write value:flow like 9200:1000")
            }
        }
        return days
    }
}
