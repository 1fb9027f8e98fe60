import Billing
import Quantities

extension VectorKind {
    /// `deposit_refund`: a deposit with interest and by the price index, and what is left of it after the final invoice.
    static let depositRefund = VectorKind(
        name: "deposit_refund",
        columns: [
            "case", "deposit", "paid_on", "closed_on", "interest", "with_interest", "cpi_start", "cpi_end",
            "cpi_indexed", "final_invoice", "net_interest_policy", "net_cpi_policy",
        ],
        table: { (table: VectorTable) throws(VectorFileError) in
            let interest = DepositPolicy(version: table.file, growth: .statutoryInterest(try table.statutoryInterest()))
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                try row.compareDeposit(interest ?? .statutoryInterest, &comparison)
            }
        })
}

extension VectorRow {
    fileprivate func compareDeposit(
        _ policy: DepositPolicy, _ comparison: inout RowComparison
    ) throws(VectorFileError) {
        let deposit = try quantity("deposit", as: Money.self)
        let (paidOn, closedOn) = (try date("paid_on"), try date("closed_on"))
        let (start, end) = (
            try quantity("cpi_start", as: ConsumerPriceIndex.self), try quantity("cpi_end", as: ConsumerPriceIndex.self)
        )
        let debts = try quantity("final_invoice", as: Money.self)
        let withInterest = try comparison.result(for: "with_interest", of: self) { () throws(DebtError) in
            try GrownDeposit(deposit: deposit, paidOn: paidOn, closedOn: closedOn, policy: policy)
        }
        let indexed = try comparison.result(for: "cpi_indexed", of: self) { () throws(DebtError) in
            try GrownDeposit(
                deposit: deposit, paidOn: paidOn, closedOn: closedOn,
                index: try ConsumerPriceIndex.Change(from: start, to: end), policy: .consumerPriceIndexed)
        }
        if let withInterest {
            try comparison.expect("interest", of: self, is: withInterest.growth.figure)
            try comparison.expect("with_interest", of: self, is: withInterest.value.figure)
            let refund = try comparison.result(for: "net_interest_policy", of: self) { () throws(DebtError) in
                try DepositRefund(withInterest, after: debts)
            }
            if let refund { try comparison.expect("net_interest_policy", of: self, is: refund.net.figure) }
        }
        if let indexed {
            try comparison.expect("cpi_indexed", of: self, is: indexed.value.figure)
            let refund = try comparison.result(for: "net_cpi_policy", of: self) { () throws(DebtError) in
                try DepositRefund(indexed, after: debts)
            }
            if let refund { try comparison.expect("net_cpi_policy", of: self, is: refund.net.figure) }
        }
    }
}

extension RateTable<Rate> {
    /// One rate on every day that there is.
    static func always(_ rate: Rate) -> RateTable<Rate> {
        RateTable(shippedSteps: [.init(from: CivilDate(shipped: 1900, 1, 1), value: rate)])
    }
}
