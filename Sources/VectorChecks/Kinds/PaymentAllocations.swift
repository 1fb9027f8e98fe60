import Billing
import Quantities

extension VectorKind {
    /// `payment_allocation`: a payment to open invoices, the oldest due first.
    static let paymentAllocation = VectorKind(
        name: "payment_allocation", columns: ["case", "payment", "open_invoices", "allocation", "surplus"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let payment = try row.quantity("payment", as: Money.self)
            var invoices: [OpenInvoice] = []
            let example = "I1:2026-01-20:12.34:500.00"
            for fields in try row.list("open_invoices", separator: ";", of: 4, like: example) {
                let due = try row.date(fields[1], in: "open_invoices")
                let fee = try row.quantity(fields[2], in: "open_invoices", as: Money.self)
                let principal = try row.quantity(fields[3], in: "open_invoices", as: Money.self)
                let invoice = try comparison.result(for: "allocation", of: row) { () throws(DebtError) in
                    try OpenInvoice(reference: fields[0], due: due, lateFee: fee, principal: principal)
                }
                guard let invoice else { return }
                invoices.append(invoice)
            }
            let allocation = try comparison.result(for: "allocation", of: row) { () throws(DebtError) in
                try PaymentAllocation(payment: payment, to: invoices, policy: .shipped)
            }
            guard let allocation else { return }
            try row.compareShares(allocation, &comparison)
            try comparison.expect("surplus", of: row, is: allocation.surplus.figure)
        })
}

extension VectorRow {
    /// Compares what each invoice gets, in the order of payment; an invoice that gets nothing may be left out.
    fileprivate func compareShares(
        _ allocation: PaymentAllocation, _ comparison: inout RowComparison
    ) throws(VectorFileError) {
        let expected = try list("allocation", of: 3, like: "I1:12.34:500.00")
        let listed = Set(expected.map { $0[0] })
        let shares = allocation.shares.filter {
            listed.contains($0.invoice.reference) || $0.lateFee > .zero || $0.principal > .zero
        }
        var isSame = expected.count == shares.count
        for (fields, share) in zip(expected, shares) {
            let fee = try figure(fields[1], in: "allocation")
            let principal = try figure(fields[2], in: "allocation")
            isSame =
                isSame && fields[0] == share.invoice.reference && fee.isEqual(to: share.lateFee.figure)
                && principal.isEqual(to: share.principal.figure)
        }
        if !isSame {
            let computed = shares.map { "\($0.invoice.reference):\($0.lateFee):\($0.principal)" }
            comparison.note("allocation", try text("allocation"), computed.joined(separator: "|"))
        }
    }
}
