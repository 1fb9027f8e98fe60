import Billing
import Quantities

extension VectorKind {
    /// `prepaid_fault_8890`: what a faulty prepaid meter is billed back, or refunded.
    static let faultBackBilling = VectorKind(
        name: "prepaid_fault_8890",
        columns: [
            "case", "basis", "total_m3", "bought_m3", "total_days", "fault_days", "days_used", "back_bill_m3", "kind",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let basis = try row.choice("basis", as: FaultBackBilling.Basis.self)
            let total = try row.quantity("total_m3", as: MeterVolume.self)
            let bought = try row.quantity("bought_m3", as: MeterVolume.self)
            let (totalDays, faultDays) = (try row.wholeNumber("total_days"), try row.wholeNumber("fault_days"))
            let bill = try comparison.result(for: "back_bill_m3", of: row) { () throws(EstimateError) in
                try FaultBackBilling(
                    basis: basis, total: total, bought: bought, totalDays: Int(totalDays), faultDays: Int(faultDays))
            }
            guard let bill else { return }
            try comparison.expect("days_used", of: row, is: DecimalFigure(Int64(bill.daysUsed)))
            try comparison.expect("back_bill_m3", of: row, is: bill.volume.figure)
            try comparison.expect("kind", of: row, is: bill.kind.rawValue)
        })
}
