import Billing
import Quantities

extension VectorKind {
    /// `hakedis`: a field contractor's progress payment.
    static let progressPayment = VectorKind(
        name: "hakedis",
        columns: [
            "case", "items", "penalties", "kdv_withheld_share", "gross", "base", "kdv", "kdv_withheld", "payable",
        ],
        table: { (table: VectorTable) throws(VectorFileError) in
            let rate = CommentWords(table).rate(after: "KDV") ?? ProgressPaymentPolicy.shipped.valueAddedTaxRate
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                let policy = ProgressPaymentPolicy(
                    version: table.file, valueAddedTaxRate: rate, withheldShare: try row.quantity("kdv_withheld_share"))
                guard let policy else {
                    throw row.failure("kdv_withheld_share", "it is not between 0 and 1; write 0.5 for 5/10")
                }
                let lines = try row.workLines("items", &comparison)
                let penalties = try row.quantity("penalties", as: Money.self)
                guard let lines else { return }
                let payment = try comparison.result(for: "payable", of: row) { () throws(DebtError) in
                    try ProgressPayment(lines: lines, penalties: penalties, policy: policy)
                }
                guard let payment else { return }
                try comparison.expect("gross", of: row, is: payment.gross.figure)
                try comparison.expect("base", of: row, is: payment.base.figure)
                try comparison.expect("kdv", of: row, is: payment.valueAddedTax.figure)
                try comparison.expect("kdv_withheld", of: row, is: payment.withheldTax.figure)
                try comparison.expect("payable", of: row, is: payment.payable.figure)
            }
        })
}

extension VectorRow {
    /// The work in the field: `read:12000:4.20|notice:800:3.10`; `nil` where the library refuses a line, which is noted.
    fileprivate func workLines(
        _ column: String, _ comparison: inout RowComparison
    ) throws(VectorFileError) -> [WorkLine]? {
        var lines: [WorkLine] = []
        for fields in try list(column, of: 3, like: "read:12000:4.20") {
            guard let count = Int64(fields[1]) else {
                throw failure(column, "'\(fields[1])' is no whole number; write kind:count:price, read:12000:4.20")
            }
            let price = try quantity(fields[2], in: column, as: WorkPrice.self)
            let line = try comparison.result(for: "gross", of: self) { () throws(DebtError) in
                try WorkLine(kind: fields[0], count: count, price: price)
            }
            guard let line else { return nil }
            lines.append(line)
        }
        return lines
    }
}
