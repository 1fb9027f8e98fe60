import Billing
import GasPhysics
import Quantities

extension VectorKind {
    /// `illegal_use`: what illegal and irregular use cost.
    static let illegalUse = VectorKind(
        name: "illegal_use",
        columns: [
            "case", "m3", "k", "gcv", "price", "percent", "repeat", "open_close_fee", "kwh", "base_value",
            "kacak_amount", "usulsuz_amount",
        ],
        table: { (table: VectorTable) throws(VectorFileError) in
            let words = CommentWords(table)
            let shipped = IllegalUsePolicy.shipped
            let factor = words.contain("triples") ? 3 : words.contain("doubles") ? 2 : shipped.repeatFactor
            let multiple = words.multiple(of: "open-close") ?? shipped.irregularFeeMultiple
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                let policy = IllegalUsePolicy(
                    version: table.file, share: try row.quantity("percent"), repeatFactor: factor,
                    repeatYears: shipped.repeatYears, irregularFeeMultiple: multiple)
                guard let policy else { throw row.failure("percent", "it is below zero; write 2.00 for 200 %") }
                try row.compareIllegalUse(policy, &comparison)
            }
        })
}

extension VectorRow {
    fileprivate func compareIllegalUse(
        _ policy: IllegalUsePolicy, _ comparison: inout RowComparison
    ) throws(VectorFileError) {
        let volume = try quantity("m3", as: MeterVolume.self)
        let factor = try quantity("k", as: CorrectionFactor.self)
        let value = try quantity("gcv", as: GrossCalorificValue.self)
        let price = try quantity("price", as: UnitPrice.self)
        let isRepetition = try flag("repeat")
        let fee = try quantity("open_close_fee", as: Money.self)
        let illegal = try comparison.result(for: "kacak_amount", of: self) { () throws(DebtError) in
            try IllegalUseCharge(
                volume: volume, correctionFactor: factor, calorificValue: value, price: price,
                isRepetition: isRepetition, contractAllowsIt: true, policy: policy)
        }
        if let illegal {
            try comparison.expect("kwh", of: self, is: illegal.energy.figure)
            try comparison.expect("base_value", of: self, is: illegal.gasValue.figure)
            try comparison.expect("kacak_amount", of: self, is: illegal.charge.figure)
        }
        let irregular = try comparison.result(for: "usulsuz_amount", of: self) { () throws(DebtError) in
            try IrregularUseCharge(openCloseFee: fee, policy: policy)
        }
        if let irregular { try comparison.expect("usulsuz_amount", of: self, is: irregular.charge.figure) }
    }
}
