import Billing
import Quantities
import Storage

/// How a subscriber's accounts stand when an invoice is made for them.
struct AccountStanding: Hashable, Sendable {
    /// What they have in hand, zero or above: the invoice takes of it what it needs.
    let credit: Money
    /// What they owe from before, zero or above: information on the invoice.
    let debt: Money
    /// Whether there is something of theirs that older debts or the invoice can be set off against.
    let hasCredit: Bool
    /// What their accounts stand at, of which the debt is the sum; those at zero left out.
    let parts: [DerivationStep.Operand]

    /// Where no payment was ever told to these books nothing is known of debts, and no credit can have arisen.
    static let unknown = AccountStanding(credit: .zero, debt: .zero, hasCredit: false, parts: [])
}

extension Statements {
    /// How a subscriber stands; an invoice that is taken back counts no more.
    func standing(
        of number: SubscriberNumber, without replaced: InvoiceNumber?
    ) throws(StoreError) -> AccountStanding {
        guard try has(.payments) else { return .unknown }
        var balances = try ledgerBalances(of: number)
        var takenBack: [LedgerLine] = []
        if let replaced {
            // The reversal takes back what the invoice posted, and gives back the credit that it used.
            for key in [LedgerKey(.invoice, replaced.text), .credit(usedBy: replaced)] {
                takenBack += try ledgerEntry(key)?.transaction.entry.lines ?? []
            }
            for cancelled in try cancelledFees(chargedBy: replaced) { takenBack += cancelled.entry.lines }
        }
        do throws(ArithmeticError) {
            for line in takenBack where line.holder == .subscriber(number) {
                balances[line.account] = try (balances[line.account] ?? .zero).subtracting(line.amount)
            }
            var owed = Money.zero
            var parts: [DerivationStep.Operand] = []
            for account in LedgerAccount.owedNow {
                guard let balance = balances[account], balance != .zero else { continue }
                owed = try owed.adding(balance)
                parts.append(.init(account.role, balance.figure))
            }
            return AccountStanding(
                credit: max(.zero, try Money.zero.subtracting(owed)), debt: max(.zero, owed),
                hasCredit: [.receivables, .customerCredit].contains { (balances[$0] ?? .zero) < .zero },
                parts: parts)
        } catch {
            throw .column("kurus")
        }
    }
}

extension LedgerAccount {
    /// What the account is in the sum of what a subscriber owes.
    fileprivate var role: DerivationStep.Role {
        switch self {
        case .lateFees: .lateFee
        case .customerCredit: .earlierCredit
        default: .earlierReceivable
        }
    }
}

extension LedgerKey {
    /// The credit that an invoice used.
    static func credit(usedBy invoice: InvoiceNumber) -> LedgerKey { LedgerKey(.invoice, invoice.text + "/credit") }
    /// The credit that older debts used when an invoice was made.
    static func olderDebts(before invoice: InvoiceNumber) -> LedgerKey { LedgerKey(.invoice, invoice.text + "/older") }
    /// What was paid beyond the receivables and became credit when an invoice, or a reversal, of that number was made.
    static func surplus(with number: InvoiceNumber) -> LedgerKey { LedgerKey(.invoice, number.text + "/surplus") }
}
