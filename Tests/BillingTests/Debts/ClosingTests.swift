import Billing
import Quantities
import Testing
import Trials

@Suite("Closing")
struct ClosingTests {
    @Test("Everything owed less everything held is the balance, and the balance says what follows")
    func balance() {
        forAll("settlement", seed: 47) { generator in
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
            let owed = items.finalInvoice.kurus + items.openInvoices.kurus + items.lateFee.kurus
            let held = items.deposit.kurus + items.depositInterest.kurus + items.credit.kurus
            let balance = owed + items.instalmentsLeft.kurus - held
            try holdEqual(settlement.balance.kurus, balance)
            try holdEqual(settlement.action, balance > 0 ? .collect : balance < 0 ? .refund : .settled)
            try holdEqual(settlement.derivation[0].result, settlement.balance.figure)
        }
    }

    @Test("A negative item is refused by its name, and a balance that does not fit is an overflow")
    func refused() {
        var items = FinalSettlement.Items()
        items.credit = Money(kurus: -1)
        #expect(throws: DebtError.outOfBounds(.credit)) { try FinalSettlement(items) }
        items = FinalSettlement.Items()
        (items.finalInvoice, items.openInvoices) = (Money(kurus: .max), Money(kurus: .max))
        #expect(throws: DebtError.overflow(.settlementBalance)) { try FinalSettlement(items) }
        items.deposit = Money(kurus: .max)
        #expect(throws: Never.self) { try FinalSettlement(items) }
    }

    @Test("A newcomer does not inherit the debt; the debtor under another name goes to a person")
    func newcomer() {
        let old = "Ayşe YILMAZ"
        #expect(NewcomerCheck(oldName: old, newName: "Mehmet İNCE", hasSameIdentity: false) == .open)
        #expect(NewcomerCheck(oldName: old, newName: "hasan yılmaz", hasSameIdentity: false) == .askPerson)
        #expect(NewcomerCheck(oldName: old, newName: "Ayşe KAYA", hasSameIdentity: true) == .sameDebtor)
        #expect(NewcomerCheck(oldName: "", newName: "", hasSameIdentity: false) == .open)
    }
}
