import Billing
import Quantities

extension VectorKind {
    /// `min_bill`: month by month, what is billed and what stays on the index.
    static let minimumBill = VectorKind(
        name: "min_bill", columns: ["case", "monthly_m3", "threshold_m3", "billed_m3", "carried_m3"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let (uses, expected) = (try row.volumes("monthly_m3"), try row.volumes("billed_m3"))
            let rule = MinimumBill(limit: try row.quantity("threshold_m3"), version: "vectors")
            var billed: [MeterVolume] = []
            var carried = MeterVolume.zero
            for use in uses {
                let split = try comparison.result(for: "billed_m3", of: row) { () throws(ArithmeticError) in
                    try rule.split(use: use, carried: carried)
                }
                guard let split else { return }
                billed.append(split.billed)
                carried = split.carried
            }
            if billed != expected { comparison.note("billed_m3", Self.list(expected), Self.list(billed)) }
            try comparison.expect("carried_m3", of: row, is: carried.figure)
        })

    /// `free_volume`: what of a use is free.
    static let freeVolume = VectorKind(
        name: "free_volume", columns: ["case", "m3", "allowance", "free_m3", "charged_m3"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let use = try row.quantity("m3", as: CorrectedVolume.self)
            let allowance = try row.quantity("allowance", as: CorrectedVolume.self)
            let split = try comparison.result(for: "charged_m3", of: row) { () throws(ArithmeticError) in
                try FreeVolume.split(use, allowance: allowance)
            }
            guard let split else { return }
            try comparison.expect("free_m3", of: row, is: split.free.figure)
            try comparison.expect("charged_m3", of: row, is: split.charged.figure)
        })

    /// `tiers`: a use of two tiers and its price.
    static let tiers = VectorKind(
        name: "tiers",
        columns: ["case", "sm3", "limit_sm3", "price_low", "price_high", "low_sm3", "high_sm3", "net"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let use = try row.quantity("sm3", as: StandardVolume.self)
            let tiers = PriceTiers(
                limit: try row.quantity("limit_sm3"), lower: try row.quantity("price_low"),
                upper: try row.quantity("price_high"))
            let split = try comparison.result(for: "high_sm3", of: row) { () throws(ArithmeticError) in
                try tiers.split(use)
            }
            guard let split else { return }
            try comparison.expect("low_sm3", of: row, is: split.lower.figure)
            try comparison.expect("high_sm3", of: row, is: split.upper.figure)
            let net = try comparison.result(for: "net", of: row) { () throws(ArithmeticError) in
                try tiers.charge(for: use)
            }
            if let net { try comparison.expect("net", of: row, is: net.figure) }
        })

    private static func list(_ volumes: [MeterVolume]) -> String {
        volumes.map { $0.figure.withoutTrailingZeros.description }.joined(separator: "|")
    }
}

extension VectorRow {
    /// The volumes in the field, in m3 with `|` between them.
    fileprivate func volumes(_ column: String) throws(VectorFileError) -> [MeterVolume] {
        var volumes: [MeterVolume] = []
        for text in try text(column).split(separator: "|", omittingEmptySubsequences: false) {
            do throws(NumberFormatError) {
                volumes.append(try MeterVolume(parsing: String(text), notation: .plain))
            } catch {
                throw failure(column, "\(error); write m3 with | between months, like 4|5|3")
            }
        }
        return volumes
    }
}
