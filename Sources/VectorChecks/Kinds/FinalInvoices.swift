import Billing
import GasPhysics
import Quantities

extension VectorKind {
    /// `final_invoice`: the last invoice and the balance of the account at closing.
    static let finalInvoice = VectorKind(
        name: "final_invoice",
        columns: [
            "case", "first", "last", "k", "gcv", "price", "final_invoice_total", "open_invoices", "late_fee",
            "instalments_left", "deposit", "deposit_interest", "credit", "balance", "action",
        ],
        table: { (table: VectorTable) throws(VectorFileError) in
            let rate = CommentWords(table).rate(after: "KDV") ?? ValueAddedTaxRates.general.steps.last?.value ?? .zero
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                guard let total = try row.finalTotal(rate, &comparison) else { return }
                try comparison.expect("final_invoice_total", of: row, is: total.figure)
                var items = FinalSettlement.Items()
                items.finalInvoice = total
                items.openInvoices = try row.quantity("open_invoices")
                items.lateFee = try row.quantity("late_fee")
                items.instalmentsLeft = try row.quantity("instalments_left")
                items.deposit = try row.quantity("deposit")
                items.depositInterest = try row.quantity("deposit_interest")
                items.credit = try row.quantity("credit")
                let fixed = items
                let settlement = try comparison.result(for: "balance", of: row) { () throws(DebtError) in
                    try FinalSettlement(fixed)
                }
                guard let settlement else { return }
                try comparison.expect("balance", of: row, is: settlement.balance.figure)
                try row.compareAction(settlement.action, &comparison)
            }
        })
}

extension VectorRow {
    /// The final invoice with KDV: the standard chain from the two indexes.
    fileprivate func finalTotal(
        _ rate: Rate, _ comparison: inout RowComparison
    ) throws(VectorFileError) -> Money? {
        let (first, last) = (try wholeNumber("first"), try wholeNumber("last"))
        let factor = try quantity("k", as: CorrectionFactor.self)
        let value = try quantity("gcv", as: GrossCalorificValue.self)
        let price = try quantity("price", as: UnitPrice.self)
        let volume = try comparison.result(for: "final_invoice_total", of: self) { () throws(ArithmeticError) in
            try MeterVolume(
                counted: try last.checkedSubtracting(first), multiplier: MeterMultiplier(thousandths: 1_000))
        }
        guard let volume else { return nil }
        let figures = try comparison.result(for: "final_invoice_total", of: self) { () throws(BillingError) in
            try InvoiceFigures(
                measuredVolume: volume, correctionFactor: factor, calorificValue: value, averagePrice: price,
                valueAddedTaxRate: rate, rounding: .standard)
        }
        return figures?.total
    }

    /// Compares what follows; a balance of nothing may have any word of its own.
    fileprivate func compareAction(
        _ action: FinalSettlement.Action, _ comparison: inout RowComparison
    ) throws(VectorFileError) {
        let expected = try text("action")
        let isSame =
            action == .settled
            ? ![FinalSettlement.Action.collect, .refund].map(\.rawValue).contains(expected)
            : expected == action.rawValue
        if !isSame { comparison.note("action", expected, action.rawValue) }
    }
}
