import Billing
import Quantities
import Storage

extension Transaction {
    /// Records what the late ones of a payment's shares cost, by the terms of the invoice's tariff; what it comes to.
    ///
    /// Frozen days are free. A fee that cannot be computed, such as a trader's without the central bank's rates, is told to
    /// the audit log and keeps no payment from being posted.
    func recordLateFees(
        of owner: SubscriberNumber, _ allocation: PaymentAllocation, payment: Int64, on paid: CivilDate,
        actor: AuditActor, at moment: Moment
    ) throws -> [Money] {
        let late = allocation.shares.filter { $0.principal > .zero && $0.invoice.due < paid }
        guard !late.isEmpty, let row = try subscriptionRow(owner) else { return [] }
        let freezes = try freezes(of: row.id).freezes
        let debtor = InterestDebtor(row.subscription.subscriber.kind)
        var fees: [Money] = []
        for share in late {
            let invoice = share.invoice
            let billed = try self.row("SELECT tariff FROM invoice WHERE number = ?", invoice.reference)
            let tariff = try billed?.optionalText("tariff") ?? row.subscription.tariff
            guard let terms = try lateFeeTerms(tariff: tariff, on: invoice.due) else { continue }
            let fee: LateFee
            do throws(DebtError) {
                fee = try LateFee(
                    principal: share.principal, due: invoice.due, paid: paid, clause: terms.clause, debtor: debtor,
                    freezes: freezes, policy: .shipped)
            } catch {
                try audit(
                    AuditEntry(
                        actor: actor, action: "lateFee.notComputed", kind: "invoice", subject: invoice.reference,
                        details: ["terms": terms.code]), at: moment)
                continue
            }
            // Where all days are frozen it costs nothing yet: a return that is told later may change that.
            guard fee.fee > .zero || !freezes.isEmpty else { continue }
            willWrite(.lateFees)
            try run(
                """
                INSERT INTO late_fee (payment, invoice, subscriber, principal_kurus, due_day, paid_day, clause, fee_kurus,
                    policy, step, recorded_at)
                VALUES (?, (SELECT id FROM invoice WHERE number = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, payment, invoice.reference, row.id, share.principal.kurus, invoice.due.description,
                paid.description, terms.code, fee.fee.kurus,
                fee.version, fee.feeStep.map { JSONText.text(LoneStepRecord($0.about(invoice.reference))) }, moment)
            guard fee.fee > .zero else { continue }
            try audit(
                AuditEntry(
                    actor: actor, action: "lateFee.arose", kind: "invoice", subject: invoice.reference,
                    details: ["fee": "\(fee.fee)", "terms": terms.code, "paid": "\(paid)"]), at: moment)
            fees.append(fee.fee)
        }
        return fees
    }

    /// Says that an invoice charges the late fees that it was prepared with; the table refuses one that is charged already.
    func chargeLateFees(_ issue: InvoiceIssue, invoice: Int64) throws(StoreError) {
        for fee in issue.preparation.lateFees {
            try run(
                "INSERT INTO late_fee_charge (fee, invoice, charged_kurus, charged_step) VALUES (?, ?, ?, ?)", fee.id,
                invoice, fee.fee.kurus, JSONText.text(LoneStepRecord(fee.step)))
        }
    }
}

extension Statements {
    /// What a tariff's contracts say of late payment of an invoice that was due on `due`; nil where nothing is charged.
    ///
    /// The default begins on the due day, under the clause that the customer had then: an edition that holds only later makes
    /// no old debt dearer or cheaper, whenever it is paid. Before the first terms the oldest hold.
    fileprivate func lateFeeTerms(tariff: String, on due: CivilDate) throws(StoreError) -> ContractLateFee? {
        let row = try row(
            """
            SELECT late_fee FROM policy_tariff_terms WHERE tariff = ?
            ORDER BY from_day <= ? DESC, CASE WHEN from_day <= ? THEN from_day END DESC, from_day LIMIT 1
            """, tariff, due.description, due.description)
        guard let code = try row?.optionalText("late_fee") else { return nil }
        guard let terms = ContractLateFee(code: code) else { throw .column("late_fee") }
        return terms
    }
}
