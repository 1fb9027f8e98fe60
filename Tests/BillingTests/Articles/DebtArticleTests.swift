import Billing
import GasPhysics
import Quantities
import Testing

@Suite("Article: debts and deposits")
struct DebtArticleTests {
    private let article = "DebtsAndDeposits"

    @Test("One down and three instalments add up to the debt")
    func instalments() throws {
        var table = try ArticleTable("One down and three instalments", in: article)
        let plan = try InstalmentPlan(
            amount: table.take("debt"), from: DebtSample.start, workingDays: WorkingDays(holidays: []),
            policy: .downPaymentAndThree)
        try table.expect("first part", is: plan.parts[0].amount)
        #expect(plan.parts.count == 4)
        #expect(Set(plan.parts.dropFirst().map(\.amount)) == [try table.take("each other part")])
        table.finish()
    }

    @Test("Fifteen days late cost a late fee by a clause, and statutory interest without one")
    func late() throws {
        var table = try ArticleTable("Fifteen days late", in: article)
        let (invoice, due, paid): (Money, CivilDate, CivilDate) = (
            try table.take("invoice"), try table.day("due"), try table.day("paid")
        )
        let fee = try LateFee(principal: invoice, due: due, paid: paid, clause: .publicClaimRate, policy: .shipped)
        let interest = try LateFee(principal: invoice, due: due, paid: paid, clause: nil, policy: .shipped)
        try table.expect("days late", is: fee.daysLate)
        try table.expect("late fee by the contract's clause", is: fee.fee)
        try table.expect("statutory interest without one", is: interest.fee)
        table.finish()
    }

    @Test("A deposit comes back with its interest, less the final invoice")
    func deposit() throws {
        var table = try ArticleTable("A deposit returned", in: article)
        let grown = try GrownDeposit(
            deposit: table.take("deposit"), paidOn: table.day("paid on"), closedOn: table.day("closed on"),
            policy: .statutoryInterest)
        try table.expect("interest", is: grown.growth)
        try table.expect("refund", is: DepositRefund(grown, after: table.take("final invoice")).net)
        table.finish()
    }

    // Mutation tried: a prepaid meter's contract asks for one; this fails.
    @Test("A contract of 2026 asks for a deposit, unless the meter is prepaid or the subscriber exempt")
    func depositDue() throws {
        var table = try ArticleTable("A deposit of 2026", in: article)
        let day = try table.day("on")
        func due(
            _ scheme: Subscriber.PaymentScheme, _ exemption: DepositDue.Exemption? = nil
        ) throws -> DepositDue {
            try DepositDue(scheme, exemption: exemption, on: day, policy: .shipped)
        }
        guard case .due(let amount, let instalments) = try due(.afterUse) else {
            Issue.record("a household pays a deposit")
            return
        }
        try table.expect("amount", is: amount)
        try table.expect("parts", is: instalments.count)
        table.finish()
        #expect(try due(.prepaid) == .prepaid)
        #expect(try due(.prepaid).amount == .zero)
        for exemption in DepositDue.Exemption.allCases { #expect(try due(.afterUse, exemption) == .exempt(exemption)) }
        let before = try DebtSample.day("2025-12-31")
        #expect(throws: DebtError.noRate(on: before)) {
            try DepositDue(.afterUse, exemption: nil, on: before, policy: .shipped)
        }
    }

    @Test("A payment goes to the oldest debt, fee first")
    func allocation() throws {
        var table = try ArticleTable("Oldest first", in: article)
        let january = try OpenInvoice(
            reference: "January", due: DebtSample.day("2026-01-20"), lateFee: table.take("late fee on it"),
            principal: table.take("owed since 20 January"))
        let february = try OpenInvoice(
            reference: "February", due: DebtSample.day("2026-02-20"), lateFee: .zero,
            principal: table.take("owed since 20 February"))
        let allocation = try PaymentAllocation(
            payment: table.take("payment"), to: [february, january], policy: .shipped)
        try table.expect("to the late fee", is: allocation.shares[0].lateFee)
        try table.expect("to January", is: allocation.shares[0].principal)
        try table.expect("to February", is: allocation.shares[1].principal)
        table.finish()
    }

    @Test("The end of a subscription sets everything off")
    func closing() throws {
        var table = try ArticleTable("The end of a subscription", in: article)
        var items = FinalSettlement.Items()
        items.finalInvoice = try table.take("final invoice")
        items.openInvoices = try table.take("open invoices")
        items.lateFee = try table.take("late fee")
        items.instalmentsLeft = try table.take("instalments left")
        items.deposit = try table.take("deposit")
        items.depositInterest = try table.take("its interest")
        let settlement = try FinalSettlement(items)
        try table.expect("balance", is: settlement.balance)
        try table.expect("what follows", is: settlement.action.rawValue)
        table.finish()
    }

    @Test("Illegal use costs twice the gas, and twice that when repeated")
    func illegal() throws {
        var table = try ArticleTable("Illegal use", in: article)
        func charge(isRepetition: Bool) throws -> IllegalUseCharge {
            try IllegalUseCharge(
                volume: table.take("volume"), correctionFactor: table.take("K"),
                calorificValue: table.take("calorific value"), price: table.take("price"), isRepetition: isRepetition,
                contractAllowsIt: true, policy: .shipped)
        }
        try table.expect("worth of the gas", is: charge(isRepetition: false).gasValue)
        try table.expect("charge", is: charge(isRepetition: false).charge)
        try table.expect("charge on repetition", is: charge(isRepetition: true).charge)
        table.finish()
    }

    @Test("A contractor is paid work less penalties, with KDV")
    func contractor() throws {
        var table = try ArticleTable("A contractor's month", in: article)
        let payment = try ProgressPayment(
            lines: [
                WorkLine(
                    kind: "read", count: Int64(table.count("readings")), price: WorkPrice(smallestUnits: 4_200_000)),
                WorkLine(
                    kind: "notice", count: Int64(table.count("notices")), price: WorkPrice(smallestUnits: 3_100_000)),
            ], penalties: table.take("penalties"), policy: .shipped)
        try table.expect("base", is: payment.base)
        try table.expect("KDV", is: payment.valueAddedTax)
        try table.expect("paid", is: payment.payable)
        table.finish()
    }
}
