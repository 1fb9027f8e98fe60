import Billing
import Quantities

extension VectorKind {
    /// `late_fee`: the contract's late fee by both day counts, the KDV on it, and interest by law.
    ///
    /// Rates and their days are those of the file's comments; where it names none, those that ship.
    static let lateFee = VectorKind(
        name: "late_fee",
        columns: [
            "case", "principal", "due", "paid", "days_late", "fee_daily", "fee_month_day", "kdv_on_fee_daily",
            "legal_interest",
        ],
        table: { (table: VectorTable) throws(VectorFileError) in
            let daily = try table.lateFeePolicy(.daily)
            let monthDay = try table.lateFeePolicy(.monthDay)
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                let principal = try row.quantity("principal", as: Money.self)
                let (due, paid) = (try row.date("due"), try row.date("paid"))
                let byDay = try comparison.result(for: "fee_daily", of: row) { () throws(DebtError) in
                    try LateFee(principal: principal, due: due, paid: paid, clause: .publicClaimRate, policy: daily)
                }
                let byMonth = try comparison.result(for: "fee_month_day", of: row) { () throws(DebtError) in
                    try LateFee(principal: principal, due: due, paid: paid, clause: .publicClaimRate, policy: monthDay)
                }
                let byLaw = try comparison.result(for: "legal_interest", of: row) { () throws(DebtError) in
                    try LateFee(principal: principal, due: due, paid: paid, clause: nil, policy: monthDay)
                }
                if let byDay {
                    try comparison.expect("days_late", of: row, is: DecimalFigure(Int64(byDay.daysLate)))
                    try comparison.expect("fee_daily", of: row, is: byDay.fee.figure)
                    try comparison.expect("kdv_on_fee_daily", of: row, is: byDay.valueAddedTax.figure)
                }
                if let byMonth { try comparison.expect("fee_month_day", of: row, is: byMonth.fee.figure) }
                if let byLaw { try comparison.expect("legal_interest", of: row, is: byLaw.fee.figure) }
            }
        })
}

extension VectorTable {
    /// The statutory rates that the comments name like `9%/yr from 2006-01-01`, or those that ship.
    func statutoryInterest() throws(VectorFileError) -> StatutoryInterestPolicy {
        let shipped = StatutoryInterestPolicy.shipped
        guard let rates = try CommentWords(self).datedRates(per: ["/yr", "/year"]),
            let policy = StatutoryInterestPolicy(version: file, householdRates: rates, commercialRates: nil)
        else { return shipped }
        return policy
    }

    fileprivate func lateFeePolicy(_ counting: LateFeePolicy.Counting) throws(VectorFileError) -> LateFeePolicy {
        let shipped = LateFeePolicy.shipped
        let words = CommentWords(self)
        var valueAddedTax = shipped.valueAddedTax
        if let rate = words.rate(before: "of") {
            valueAddedTax = .always(rate)
        }
        let policy = LateFeePolicy(
            version: file, publicClaimRates: try words.datedRates(per: ["", "/month"]) ?? shipped.publicClaimRates,
            counting: counting, daysPerMonth: shipped.daysPerMonth, statutoryInterest: try statutoryInterest(),
            valueAddedTax: valueAddedTax)
        return policy ?? shipped
    }
}
