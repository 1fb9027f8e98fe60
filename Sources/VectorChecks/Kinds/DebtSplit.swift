import Billing
import Quantities

extension VectorKind {
    /// `debt_split`: a payment between debts and gas, by the rules that both companies share.
    static let debtSplit = VectorKind(
        name: "debt_split",
        columns: [
            "case", "paid", "tl_credit", "tl_debt", "eksi_debt", "cap", "to_tl_debt", "to_eksi_debt", "to_gas",
            "tl_debt_left", "eksi_debt_left",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let payment = try row.quantity("paid", as: Money.self)
            let credit = try row.quantity("tl_credit", as: Money.self)
            let debt = try row.quantity("tl_debt", as: Money.self)
            let eksiGasDebt = try row.quantity("eksi_debt", as: Money.self)
            let split = try comparison.result(for: "to_gas", of: row) { () throws(PrepaidError) in
                try PurchaseSplit(
                    payment: payment, correctionCredit: credit, correctionDebt: debt, eksiGasDebt: eksiGasDebt,
                    rules: .cinigaz)
            }
            guard let split else { return }
            try comparison.expect("cap", of: row, is: split.cap.figure)
            try comparison.expect("to_tl_debt", of: row, is: split.toCorrectionDebt.figure)
            try comparison.expect("to_eksi_debt", of: row, is: split.toEksiGasDebt.figure)
            try comparison.expect("to_gas", of: row, is: split.toGas.figure)
            try comparison.expect("tl_debt_left", of: row, is: split.correctionDebtLeft.figure)
            try comparison.expect("eksi_debt_left", of: row, is: split.eksiGasDebtLeft.figure)
        })
}
