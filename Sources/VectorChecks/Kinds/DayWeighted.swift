import GasPhysics
import Quantities

extension VectorKind {
    /// `day_weighted`: average price and K over a period, from the tables in the file's comments.
    static let dayWeighted = VectorKind(
        name: "day_weighted", columns: ["case", "first_read", "last_read", "convention", "days", "avg_price", "avg_k"],
        table: { (table: VectorTable) throws(VectorFileError) in
            let prices = try table.priceTable()
            let factors = try table.correctionFactorTable()
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                let (first, last) = (try row.date("first_read"), try row.date("last_read"))
                let convention = try row.choice("convention", as: DayCountConvention.self)
                let interval: BillingInterval
                do throws(BillingIntervalError) {
                    interval = try BillingInterval(first: first, last: last, convention: convention)
                } catch {
                    throw row.failure("last_read", "\(last) is not later than first_read \(first)")
                }
                try comparison.expect("days", of: row, is: DecimalFigure(Int64(interval.days)))
                let price = try comparison.result(for: "avg_price", of: row) { () throws in
                    try UnitPrice.dayWeightedAverage(of: try prices.spans(in: interval))
                }
                if let price { try comparison.expect("avg_price", of: row, is: price.figure) }
                let factor = try comparison.result(for: "avg_k", of: row) { () throws in
                    try CorrectionFactor.dayWeightedAverage(of: try factors.spans(in: interval))
                }
                if let factor { try comparison.expect("avg_k", of: row, is: factor.figure) }
            }
        })
}

extension VectorTable {
    fileprivate func priceTable() throws(VectorFileError) -> RateTable<UnitPrice> {
        let table = try CommentTable("price table:", endedBy: ["K table:"], in: self)
        let values: [(entry: CommentTable.Entry, key: CivilDate, value: UnitPrice)] =
            try table.values(CivilDate.init(iso8601:), like: "2026-01-31")
        do throws(RateTableError) {
            return try RateTable(values.map { RateTable.Step(from: $0.key, value: $0.value) })
        } catch {
            let twice = values.last { $0.key == error.day }?.entry ?? table.entries[0]
            throw table.failure(twice, "has two prices from \(error.day) on; remove one")
        }
    }

    fileprivate func correctionFactorTable() throws(VectorFileError) -> MonthlyTable<CorrectionFactor> {
        let table = try CommentTable("K table:", endedBy: ["price table:"], in: self)
        var factors: [CivilMonth: CorrectionFactor] = [:]
        let values: [(entry: CommentTable.Entry, key: CivilMonth, value: CorrectionFactor)] =
            try table.values(CivilMonth.init(iso8601:), like: "2026-01")
        for (entry, month, factor) in values {
            guard factors.updateValue(factor, forKey: month) == nil else {
                throw table.failure(entry, "has two factors for \(month); remove one")
            }
        }
        return MonthlyTable(factors)
    }
}
