import Billing
import Quantities
import Storage

extension Transaction {
    /// Gives back the late fees on an invoice that is taken back, where another invoice charged them already.
    ///
    /// What was not owed was not late. A fee that waits for the next invoice is charged by none.
    func cancelLateFees(
        on original: StoredInvoice, invoice: Int64, day: CivilDate, at moment: Moment
    ) throws(StoreError) {
        let rows = try rows(
            """
            SELECT f.id, coalesce(c.charged_kurus, f.fee_kurus) AS kurus, n.number FROM late_fee f
            JOIN late_fee_charge c ON c.fee = f.id JOIN invoice n ON n.id = c.invoice
            WHERE f.invoice = ? AND \(StoredInvoice.stands("n.id"))
            """, invoice)
        for row in rows {
            let (id, fee) = (try row.integer("id"), Money(kurus: try row.integer("kurus")))
            let charged = try self.invoice(try row.value("number") { try InvoiceNumber($0) })?.invoice
            let isTaxed = charged?.charges.contains { $0.code == .lateFee && $0.isTaxed } ?? false
            let rate = isTaxed ? charged?.figures.valueAddedTaxRate ?? .zero : .zero
            let cancelled: LedgerTransaction
            do {
                cancelled = try .lateFeeCancelled(
                    of: original.subscriber, fee: fee, valueAddedTax: try fee.multiplied(by: rate),
                    key: .cancelled(lateFee: id), on: day)
            } catch {
                throw .failed("a late fee cannot be given back")
            }
            _ = try insert(cancelled, invoice: invoice, at: moment)
        }
    }

    /// An invoice that charged late fees is taken back whole: what was given back of them before is not given back twice.
    func forgetCancelledFees(
        chargedBy number: InvoiceNumber, invoice: Int64, day: CivilDate, at moment: Moment
    ) throws(StoreError) {
        for cancelled in try cancelledFees(chargedBy: number) {
            let mirror: LedgerTransaction
            do throws(LedgerError) {
                mirror = try cancelled.reversed(on: day)
            } catch {
                throw .failed("a ledger entry has no mirror")
            }
            _ = try insert(mirror, invoice: invoice, at: moment)
        }
    }
}

extension Statements {
    /// What was given back of the late fees that an invoice charged, and stands.
    func cancelledFees(chargedBy number: InvoiceNumber) throws(StoreError) -> [LedgerTransaction] {
        let rows = try rows(
            "SELECT c.fee FROM late_fee_charge c JOIN invoice i ON i.id = c.invoice WHERE i.number = ?", number.text)
        var cancelled: [LedgerTransaction] = []
        for row in rows {
            let key = LedgerKey.cancelled(lateFee: try row.integer("fee"))
            guard let entry = try ledgerEntry(key), try ledgerEntry(key.reversal) == nil else { continue }
            cancelled.append(entry.transaction)
        }
        return cancelled
    }
}

extension LedgerKey {
    /// What a late fee that is not owed any more gives back.
    fileprivate static func cancelled(lateFee id: Int64) -> LedgerKey { LedgerKey(.decision, "late-fee/\(id)") }
}
