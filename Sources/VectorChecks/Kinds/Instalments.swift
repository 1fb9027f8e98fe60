import Billing
import Quantities

extension VectorKind {
    /// `instalments`: an amount in equal parts.
    static let instalments = VectorKind(
        name: "instalments", columns: ["case", "amount", "count", "remainder_on", "parts", "sum"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let amount = try row.quantity("amount", as: Money.self)
            let count = Int(clamping: try row.wholeNumber("count"))
            let remainder = try row.choice("remainder_on", as: InstalmentPolicy.Remainder.self)
            let parts = try comparison.result(for: "parts", of: row) { () throws(DebtError) in
                try amount.instalments(count: count, remainder: remainder)
            }
            guard let parts else { return }
            let expected = try row.list("parts", of: 1, like: "250.00|250.00")
            if expected.count != parts.count {
                comparison.note("parts", "\(expected.count) parts", "\(parts.count) parts")
            }
            for (place, (fields, part)) in zip(expected, parts).enumerated() {
                let figure = try row.figure(fields[0], in: "parts")
                if !figure.isEqual(to: part.figure) {
                    comparison.note("parts", "\(figure) as part \(place + 1)", "\(part)")
                }
            }
            let sum = try comparison.result(for: "sum", of: row) { () throws(ArithmeticError) in
                var sum = Money.zero
                for part in parts { sum = try sum.adding(part) }
                return sum
            }
            if let sum { try comparison.expect("sum", of: row, is: sum.figure) }
        })
}
