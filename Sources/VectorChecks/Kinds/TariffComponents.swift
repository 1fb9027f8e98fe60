import Billing
import Quantities
import WrittenFiles

extension VectorKind {
    /// `tariff_components`: published price parts in TL/Sm3 to net, gross and TL/kWh.
    static let tariffComponents = VectorKind(
        name: "tariff_components",
        columns: [
            "case", "purchase", "otv", "system_use", "net", "published_net", "gross", "published_gross", "matches",
            "net_per_kwh",
        ],
        table: { (table: VectorTable) throws(VectorFileError) in
            let taxRate = try table.valueAddedTaxRate()
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                let parts = PriceParts<StandardVolumePrice>(
                    purchase: try row.quantity("purchase"), specialConsumptionTax: try row.quantity("otv"),
                    systemUse: try row.quantity("system_use"))
                let net = try comparison.result(for: "net", of: row) { () throws(ArithmeticError) in try parts.total() }
                guard let net else { return }
                let gross = try comparison.result(for: "gross", of: row) { () throws(ArithmeticError) in
                    try net.addingValueAddedTax(at: taxRate)
                }
                guard let gross else { return }
                let perKilowattHour = try comparison.result(for: "net_per_kwh", of: row) {
                    () throws(ArithmeticError) in try RetailPrice(parts: .perStandardVolume(parts)).perKilowattHour
                }
                try comparison.expect("net", of: row, is: net.figure)
                try comparison.expect("gross", of: row, is: gross.figure)
                let isNetPublished = try row.figure("published_net").isEqual(to: net.figure)
                let isGrossPublished = try row.figure("published_gross").isEqual(to: gross.figure)
                let matches = try row.flag("matches")
                if matches != (isNetPublished && isGrossPublished) {
                    comparison.note("matches", "\(matches)", "\(!matches)")
                }
                if let perKilowattHour {
                    try comparison.expect("net_per_kwh", of: row, is: perKilowattHour.figure)
                }
            }
        })
}

extension VectorTable {
    /// The KDV rate that the file's comment names as `net*1.20`; 20 %, the rate since July 2023, where it names none.
    fileprivate func valueAddedTaxRate() throws(VectorFileError) -> Rate {
        let label = "net*"
        for comment in comments {
            guard let range = CommentTable.range(of: label, in: comment.text) else { continue }
            let text = String(comment.text[range.upperBound...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
            do {
                return try Rate(parsing: text, notation: .plain).subtracting(.whole)
            } catch {
                throw VectorFileError(
                    file: file, line: comment.line,
                    problem: "'\(label)\(text)' names no gross price; write it like net*1.20")
            }
        }
        return Rate(partsPerMillion: 200_000)
    }
}
