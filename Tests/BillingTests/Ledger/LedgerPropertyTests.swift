import Billing
import Quantities
import Testing
import Trials

@Suite("Ledger, at random")
struct LedgerPropertyTests {
    // Invariants 1 and 10 of the domain's list.
    @Test("Whatever happens, in whatever order and however often it is told, everything adds up to zero")
    func balances() {
        forAll("a ledger", seed: 1, cases: 10_000) { generator in
            var ledger = Ledger()
            var told: [LedgerTransaction] = []
            for number in 0..<generator.count(in: 1...8) {
                let transaction: LedgerTransaction
                if !told.isEmpty, generator.oneIn(4) {
                    transaction = generator.element(of: told)
                } else {
                    do {
                        transaction = try Self.event("\(number)", &generator)
                    } catch LedgerError.tooFewLines, LedgerError.notPositive {
                        continue  // nothing happened
                    }
                }
                let isNew = !told.contains { $0.key == transaction.key }
                try holdEqual(try ledger.post(transaction), isNew ? .posted : .alreadyPosted)
                if isNew { told.append(transaction) }
            }
            generator.note("events", told.map(\.event))
            for transaction in told {
                try holdEqual(transaction.entry.lines.reduce(0) { $0 + $1.amount.kurus }, 0, "an entry")
            }
            try holdEqual(ledger.transactions.map(\.key), told.map(\.key), "posted once, in order")
            let balances = try ledger.recomputedBalances()
            try holdEqual(balances.values.reduce(0) { $0 + $1.kurus }, 0, "all balances")
            for (position, balance) in balances {
                try holdEqual(ledger.balance(of: position.account, position.holder), balance, "a kept balance")
            }
            // Reversed one after the other, in any order, nothing is left.
            for transaction in told.shuffled(using: &generator) {
                try ledger.reverse(transaction.key, on: DebtSample.start)
            }
            try hold(try ledger.recomputedBalances().values.allSatisfy { $0 == .zero }, "reversed to nothing")
            try holdEqual(ledger.transactions.count, 2 * told.count)
        }
    }

    @Test("A settlement leaves nothing of deposit, interest, credit and instalments, and the balance as computed")
    func settles() {
        forAll("a settlement", seed: 76) { generator in
            let number = try SubscriberNumber("4100012345")
            var items = FinalSettlement.Items()
            items.finalInvoice = DebtSample.amount(&generator)
            items.openInvoices = DebtSample.amount(&generator)
            items.lateFee = DebtSample.amount(&generator)
            items.instalmentsLeft = DebtSample.amount(&generator)
            items.deposit = DebtSample.amount(&generator)
            items.depositInterest = DebtSample.amount(&generator)
            items.credit = DebtSample.amount(&generator)
            generator.note("items", items)
            let settlement = try FinalSettlement(items)
            let transaction = try LedgerTransaction.settlement(
                of: number, settlement, key: LedgerKey(.closing, "1"), on: DebtSample.start)
            var after: [LedgerAccount: Int64] = [
                .receivables: items.finalInvoice.kurus + items.openInvoices.kurus, .lateFees: items.lateFee.kurus,
                .instalments: items.instalmentsLeft.kurus, .deposits: -items.deposit.kurus,
                .depositInterest: -items.depositInterest.kurus, .customerCredit: -items.credit.kurus,
            ]
            for line in transaction.entry.lines { after[line.account, default: 0] += line.amount.kurus }
            for account in [LedgerAccount.deposits, .depositInterest, .customerCredit, .instalments] {
                try holdEqual(after[account], 0, "\(account)")
            }
            let owed = (after[.receivables] ?? 0) + (after[.lateFees] ?? 0)
            try holdEqual(owed, max(0, settlement.balance.kurus), "what is still owed")
            try holdEqual(after[.refundsPayable] ?? 0, min(0, settlement.balance.kurus), "what is paid out")
        }
    }

    /// Any event of a subscriber.
    private static func event(_ number: String, _ generator: inout SeededGenerator) throws -> LedgerTransaction {
        let owner = try SubscriberNumber("410001234\(generator.count(in: 0...3))")
        let desk = MoneyPlace.cashDesk(CashDesk(branch: "Sincan", number: generator.count(in: 1...2)))
        let bank = MoneyPlace.bankAccount(try IBAN("TR12 0004 6001 1488 8000 2434 17"))
        let place = generator.oneIn(2) ? desk : bank
        let (amount, other) = (DebtSample.amount(&generator), DebtSample.amount(&generator))
        let (key, day) = (LedgerKey(.decision, number), try DebtSample.day(&generator))
        func allocation() throws -> PaymentAllocation {
            try PaymentAllocation(
                payment: amount,
                to: [try OpenInvoice(reference: "I1", due: day, lateFee: Money(kurus: 7), principal: other)],
                policy: .shipped)
        }
        switch generator.count(in: 0...17) {
        case 0:
            var posting = InvoicePosting(
                subscriber: owner, payable: try amount.adding(other), gas: amount, valueAddedTax: .zero)
            posting.systemUse = other
            return try .invoice(posting, key: key, on: day)
        case 1: return try .payment(of: owner, allocation(), at: place, key: key, on: day)
        case 2: return try .allocation(of: owner, allocation(), key: key, on: day)
        case 3:
            return try .duplicatePayment(
                of: owner, amount, keptAsCredit: generator.oneIn(2), at: place, key: key, on: day)
        case 4: return try .refundOrdered(to: owner, amount, key: key, on: day)
        case 5: return try .refundPaid(to: owner, amount, at: place, key: key, on: day)
        case 6: return try .suspended(amount, at: place, key: key, on: day)
        case 7: return try .suspenseCleared(to: owner, allocation(), key: key, on: day)
        case 8: return try .suspenseReturned(amount, from: place, key: key, on: day)
        case 9: return try .depositTaken(from: owner, amount, at: place, key: key, on: day)
        case 10:
            let deposit = try GrownDeposit(
                deposit: amount, paidOn: DebtSample.start, closedOn: day, policy: .statutoryInterest)
            return try .depositInterest(of: owner, deposit, key: key, on: day)
        case 11: return try .escheat(of: owner, amount, key: key, on: day)
        case 12:
            let plan = try InstalmentPlan(
                amount: try amount.adding(Money(kurus: 1)), from: day, workingDays: WorkingDays(holidays: []),
                policy: .depositInSix)
            return try .instalmentPlan(of: owner, plan, key: key, on: day)
        case 13: return try .instalmentDue(of: owner, amount, key: key, on: day)
        case 14:
            let due = CivilDate(shipped: 2025, 12, 1)
            let fee = try LateFee(
                principal: amount, due: due, paid: try due.advanced(byDays: 40), clause: .publicClaimRate,
                policy: .shipped)
            return try .lateFee(of: owner, fee, key: key, on: day)
        case 15:
            let sign: Int64 = generator.oneIn(2) ? 1 : -1
            return try .correction(
                of: owner, net: Money(kurus: sign * amount.kurus),
                valueAddedTax: Money(kurus: sign * (amount.kurus / 5)), key: key, on: day)
        case 16: return try .passThroughSettled(amount, at: place, key: key, on: day)
        default:
            var sale = PrepaidSalePosting(
                subscriber: owner, paid: try amount.adding(other), gas: amount, valueAddedTax: .zero)
            sale.debtsPaid = other
            return try .prepaidSale(sale, at: place, key: key, on: day)
        }
    }
}
