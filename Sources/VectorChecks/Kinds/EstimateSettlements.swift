import Billing
import GasPhysics
import Quantities
import WrittenFiles

extension VectorKind {
    /// `mahsup`: the settlement of estimated invoices on the first real reading, by the rounding profile `standard`.
    static let estimateSettlement = VectorKind(
        name: "mahsup",
        columns: [
            "case", "index_before", "index_after", "estimates_m3", "estimates_billed_gross", "k", "gcv", "price",
            "true_m3", "estimated_m3", "net_m3", "true_gross", "already_billed", "settle",
        ],
        table: { (table: VectorTable) throws(VectorFileError) in
            let rate = try table.valueAddedTaxPercent()
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                let before = try row.quantity("index_before", as: MeterVolume.self)
                let after = try row.quantity("index_after", as: MeterVolume.self)
                let factor = try row.quantity("k", as: CorrectionFactor.self)
                let value = try row.quantity("gcv", as: GrossCalorificValue.self)
                let price = try row.quantity("price", as: UnitPrice.self)
                let estimated = try row.estimatedInvoices()
                let used = try comparison.result(for: "true_m3", of: row) { () throws(ArithmeticError) in
                    try after.subtracting(before)
                }
                guard let used else { return }
                try comparison.expect("true_m3", of: row, is: used.figure)
                let figures = try comparison.result(for: "true_gross", of: row) { () throws(BillingError) in
                    try InvoiceFigures(
                        measuredVolume: used, correctionFactor: factor, calorificValue: value, averagePrice: price,
                        valueAddedTaxRate: rate, rounding: .standard)
                }
                guard let figures else { return }
                let settlement = try comparison.result(for: "settle", of: row) { () throws(EstimateError) in
                    try EstimateSettlement(figures: figures, estimated: estimated)
                }
                guard let settlement else { return }
                try comparison.expect("estimated_m3", of: row, is: settlement.estimatedVolume.figure)
                try comparison.expect("net_m3", of: row, is: settlement.netVolume.figure)
                try comparison.expect("true_gross", of: row, is: figures.total.figure)
                try comparison.expect("already_billed", of: row, is: settlement.alreadyBilled.figure)
                try comparison.expect("settle", of: row, is: settlement.settlement.figure)
            }
        })
}

extension VectorTable {
    /// The KDV rate that a comment names as `kdv 20%`; 20 %, the rate since July 2023, where none does.
    func valueAddedTaxPercent() throws(VectorFileError) -> Rate {
        let label = "kdv "
        for comment in comments {
            guard let range = CommentTable.range(of: label, in: comment.text) else { continue }
            let text = String(comment.text[range.upperBound...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
            guard comment.text[range.upperBound...].dropFirst(text.count).first == "%" else { continue }
            do {
                let percent = try DecimalFigure(parsing: text, notation: .plain)
                return try Rate(
                    DecimalFigure(units: percent.units, fractionDigits: min(18, percent.fractionDigits + 2)))
            } catch {
                throw VectorFileError(
                    file: file, line: comment.line,
                    problem: "'\(label)\(text)%' names no KDV rate; write it like kdv 20%")
            }
        }
        return Rate(partsPerMillion: 200_000)
    }
}

extension VectorRow {
    /// The estimated invoices: `80|85` m3 and `870.00|925.00` TL with KDV, as many of each.
    fileprivate func estimatedInvoices() throws(VectorFileError) -> [EstimateSettlement.Estimated] {
        let volumes: [MeterVolume] = try list("estimates_m3")
        let amounts: [Money] = try list("estimates_billed_gross")
        guard volumes.count == amounts.count else {
            throw failure(
                "estimates_billed_gross", "\(amounts.count) amounts for \(volumes.count) estimates; write one for each")
        }
        return zip(volumes, amounts).map { EstimateSettlement.Estimated(volume: $0, billed: $1) }
    }

    /// The quantities in the field, with | between them; none where it is empty.
    private func list<Quantity: FixedPointQuantity>(_ column: String) throws(VectorFileError) -> [Quantity] {
        var list: [Quantity] = []
        let text = try text(column)
        for part in text.isEmpty ? [] : text.split(separator: "|", omittingEmptySubsequences: false) {
            do throws(NumberFormatError) {
                list.append(try Quantity(parsing: String(part), notation: .plain))
            } catch {
                throw failure(column, "\(error); write it like 80|85")
            }
        }
        return list
    }
}
