package import Billing
package import Quantities
package import Storage

extension Statements {
    /// What a subscriber's standing invoices have still open, the one that fell due first before the others.
    ///
    /// A balance is the sum of its lines: what was paid of the receivables went to the oldest of them.
    package func openInvoices(of number: SubscriberNumber) throws(StoreError) -> [OpenInvoice] {
        let rows = try rows(
            """
            SELECT i.number, i.due_day, l.kurus FROM invoice i JOIN subscriber s ON s.id = i.subscriber
            JOIN ledger_entry e ON e.source = 'invoice' AND e.reference = i.number
            JOIN ledger_line l ON l.entry = e.id AND l.account = ?
            WHERE s.number = ? AND \(StoredInvoice.stands) ORDER BY i.due_day, i.id
            """, LedgerAccount.receivables.rawValue, number.text)
        do {
            var invoices: [OpenInvoice] = []
            var charged: Int64 = 0
            for row in rows {
                let amount = Money(kurus: try row.integer("kurus"))
                charged += amount.kurus
                invoices.append(
                    try OpenInvoice(
                        reference: try row.text("number"), due: try row.day("due_day"), lateFee: .zero,
                        principal: amount))
            }
            let owed = try ledgerBalances(of: number)[.receivables] ?? .zero
            let paid = Money(kurus: max(0, charged - owed.kurus))
            let allocation = try PaymentAllocation(payment: paid, to: invoices, policy: .shipped)
            return try allocation.shares.compactMap { share in
                let left = try share.invoice.principal.subtracting(share.principal)
                guard left > .zero else { return nil }
                return try OpenInvoice(
                    reference: share.invoice.reference, due: share.invoice.due, lateFee: .zero, principal: left)
            }
        } catch let error as StoreError {
            throw error
        } catch {
            throw .column("kurus")
        }
    }

    /// All subscribers, as the texts of transfers name them.
    func transferDirectory() throws(StoreError) -> TransferDirectory {
        var entries: [TransferDirectory.Entry] = []
        for row in try rows("SELECT number, installation, name FROM subscriber ORDER BY id") {
            entries.append(
                TransferDirectory.Entry(
                    subscriber: try row.value("number") { try SubscriberNumber($0) },
                    installation: try row.value("installation") { try InstallationNumber($0) },
                    name: try row.text("name")))
        }
        return TransferDirectory(entries)
    }
}
