package import Billing
import Foundation
package import Quantities
package import Storage

/// What a late payment of an invoice costs before KDV; it is a charge of the next invoice, once.
///
/// Until then it is computed by the freezes that are known now, and after as it was charged.
package struct StoredLateFee: Hashable, Sendable {
    let id: Int64
    /// What was paid late of it, and of which invoice.
    package let principal: Money
    package let invoice: InvoiceNumber
    package let due: CivilDate
    package let paid: CivilDate
    package private(set) var fee: Money
    let terms: ContractLateFee
    /// How it came about.
    package private(set) var step: DerivationStep
    /// The invoice that charges it and stands; none while it waits for the next one.
    package let chargedBy: InvoiceNumber?
}

extension Statements {
    /// A subscriber's late fees on invoices that stand, the oldest first.
    package func lateFees(of number: SubscriberNumber) throws(StoreError) -> [StoredLateFee] {
        guard let row = try row("SELECT id FROM subscriber WHERE number = ?", number.text) else { return [] }
        let subscriber = try row.integer("id")
        let fees = try lateFees(of: subscriber, without: nil)
        let open = try anew(fees.filter { $0.chargedBy == nil }, of: subscriber).filter { $0.fee > .zero }
        return (open + fees.filter { $0.chargedBy != nil }).sorted { $0.id < $1.id }
    }

    /// The late fees that standing invoices of a subscriber charged, and what each comes to by the freezes of now.
    func chargedLateFees(
        of subscriber: Int64
    ) throws(StoreError) -> [(charged: StoredLateFee, anew: StoredLateFee)] {
        guard try has(.lateFees) else { return [] }
        let fees = try lateFees(of: subscriber, without: nil).filter { $0.chargedBy != nil }
        return Array(zip(fees, try anew(fees, of: subscriber)))
    }

    /// How the late fees came about that an invoice charged, the oldest first.
    package func lateFeeSteps(chargedBy number: InvoiceNumber) throws(StoreError) -> [DerivationStep] {
        let rows = try rows(
            """
            SELECT f.*, l.number, NULL AS charged_by, c.charged_kurus, c.charged_step
            FROM late_fee_charge c JOIN late_fee f ON f.id = c.fee
            JOIN invoice n ON n.id = c.invoice JOIN invoice l ON l.id = f.invoice WHERE n.number = ? ORDER BY f.id
            """, number.text)
        var steps: [DerivationStep] = []
        for row in rows { steps.append(try StoredLateFee(row).step) }
        return steps
    }

    /// The late fees that the next invoice of a subscriber charges, an invoice that it replaces counting no more.
    func openLateFees(
        of subscriber: Int64, without replaced: InvoiceNumber?
    ) throws(StoreError) -> [StoredLateFee] {
        guard try has(.lateFees) else { return [] }
        let open = try lateFees(of: subscriber, without: replaced).filter { $0.chargedBy == nil }
        return try anew(open, of: subscriber).filter { $0.fee > .zero }
    }

    /// What fees come to by the freezes that are known now: one may have been told after the payment, or ended.
    private func anew(_ fees: [StoredLateFee], of subscriber: Int64) throws(StoreError) -> [StoredLateFee] {
        guard !fees.isEmpty else { return [] }
        let freezes = try freezes(of: subscriber).freezes
        let row = try row(
            "SELECT t.used_for FROM subscriber s JOIN policy_tariff t ON t.name = s.tariff WHERE s.id = ?", subscriber)
        guard !freezes.isEmpty, let row else { return fees }
        let debtor = InterestDebtor(try row.code("used_for"))
        return fees.map { $0.anew(freezes, debtor) }
    }

    private func lateFees(
        of subscriber: Int64, without replaced: InvoiceNumber?
    ) throws(StoreError) -> [StoredLateFee] {
        let rows = try rows(
            """
            SELECT f.*, i.number, n.number AS charged_by, c.charged_kurus, c.charged_step
            FROM late_fee f JOIN invoice i ON i.id = f.invoice
            LEFT JOIN (late_fee_charge c JOIN invoice n ON n.id = c.invoice)
                ON c.fee = f.id AND n.number IS NOT ? AND \(StoredInvoice.stands("n.id"))
            WHERE f.subscriber = ? AND i.number IS NOT ? AND \(StoredInvoice.stands) ORDER BY f.id
            """, replaced?.text, subscriber, replaced?.text)
        var fees: [StoredLateFee] = []
        for row in rows { fees.append(try StoredLateFee(row)) }
        return fees
    }
}

extension StoredLateFee {
    fileprivate init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        principal = Money(kurus: try row.integer("principal_kurus"))
        invoice = try row.value("number") { try InvoiceNumber($0) }
        due = try row.day("due_day")
        paid = try row.day("paid_day")
        let (arose, charged) = (try row.integer("fee_kurus"), try row.optionalInteger("charged_kurus"))
        fee = Money(kurus: charged ?? arose)
        guard let terms = ContractLateFee(code: try row.text("clause")) else { throw .column("clause") }
        self.terms = terms
        step = try Self.step(row, terms)
        chargedBy =
            try row.optionalText("charged_by") == nil ? nil : row.value("charged_by") { try InvoiceNumber($0) }
    }

    /// The fee by those freezes; as it is where it cannot be computed.
    fileprivate func anew(_ freezes: [BillingFreeze], _ debtor: InterestDebtor) -> StoredLateFee {
        let computed = try? LateFee(
            principal: principal, due: due, paid: paid, clause: terms.clause, debtor: debtor, freezes: freezes,
            policy: .shipped)
        guard let computed else { return self }
        var new = self
        new.fee = computed.fee
        if let step = computed.feeStep { new.step = step.about(invoice.text) }
        return new
    }

    /// The step that was stored with a fee or its charge; of a fee of before there were any, what its row says: no rate is
    /// looked up anew.
    private static func step(_ row: Row, _ terms: ContractLateFee) throws(StoreError) -> DerivationStep {
        for column in ["charged_step", "step"] where try row.optionalText(column) != nil {
            return try row.value(column) { json in
                try JSONDecoder().decode(LoneStepRecord.self, from: Data(json.utf8)).value()
            }
        }
        var operands: [DerivationStep.Operand] = [
            .init(.principal, Money(kurus: try row.integer("principal_kurus")).figure)
        ]
        if case .monthly(let rate) = terms { operands.append(.init(.monthlyRate, rate.figure.withoutTrailingZeros)) }
        return DerivationStep(
            code: LateFee.code(terms.clause), operands: operands,
            result: Money(kurus: try row.integer("fee_kurus")).figure,
            days: [.init(.due, try row.day("due_day")), .init(.paid, try row.day("paid_day"))],
            policy: try row.text("policy"), reference: try row.text("number"))
    }
}

extension InvoiceAdditions {
    /// What stands on a subscriber's next invoice beside the gas.
    init(charging lateFees: [StoredLateFee], standing: AccountStanding) throws(BillingError) {
        self.init(
            credit: standing.credit, previousDebt: standing.debt,
            previousDebtParts: standing.debt == .zero ? [] : standing.parts)
        for fee in lateFees {
            try charge(fee.fee, taxed: LateFeePolicy.shipped.taxes(fee.terms.clause), step: fee.step)
        }
    }
}
