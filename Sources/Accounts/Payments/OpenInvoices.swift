package import Billing
package import Quantities
package import Storage

extension Statements {
    /// What a subscriber's standing invoices have still open, the one that fell due first before the others.
    ///
    /// A balance is the sum of its lines: what was paid of the receivables went to the oldest of them. The late fee that an
    /// invoice charges for an older one is parted from its principal: on it no fee runs.
    package func openInvoices(of number: SubscriberNumber) throws(StoreError) -> [OpenInvoice] {
        let rows = try rows(
            """
            SELECT i.number, i.due_day, l.kurus,
                EXISTS (SELECT 1 FROM late_fee_charge c WHERE c.invoice = i.id) AS charges_fee
            FROM invoice i JOIN subscriber s ON s.id = i.subscriber
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
                var lateFee = Money.zero
                if try row.flag("charges_fee") {
                    let number = try row.value("number") { try InvoiceNumber($0) }
                    // An invoice may ask for less than its fee, where a correction takes off more.
                    lateFee = min(amount, try invoice(number)?.invoice.lateFee() ?? .zero)
                }
                invoices.append(
                    try OpenInvoice(
                        reference: try row.text("number"), due: try row.day("due_day"), lateFee: lateFee,
                        principal: try amount.subtracting(lateFee), isFeeInvoiced: true))
            }
            let owed = try ledgerBalances(of: number)[.receivables] ?? .zero
            let paid = Money(kurus: max(0, charged - owed.kurus))
            let allocation = try PaymentAllocation(payment: paid, to: invoices, policy: .shipped)
            return try allocation.shares.compactMap { share in
                let fee = try share.invoice.lateFee.subtracting(share.lateFee)
                let principal = try share.invoice.principal.subtracting(share.principal)
                guard fee > .zero || principal > .zero else { return nil }
                return try OpenInvoice(
                    reference: share.invoice.reference, due: share.invoice.due, lateFee: fee, principal: principal,
                    isFeeInvoiced: true)
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

extension Billing.Invoice {
    /// The late fee that the invoice charges, with the KDV on it.
    func lateFee() throws(ArithmeticError) -> Money {
        guard let charge = charges.first(where: { $0.code == .lateFee }) else { return .zero }
        guard charge.isTaxed else { return charge.amount }
        return try charge.amount.adding(try charge.amount.multiplied(by: figures.valueAddedTaxRate))
    }
}
