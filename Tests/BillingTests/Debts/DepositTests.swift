import Billing
import Quantities
import Testing
import Trials

@Suite("Deposits")
struct DepositTests {
    private func grown(_ deposit: String, _ paidOn: String, _ closedOn: String) throws -> GrownDeposit {
        try GrownDeposit(
            deposit: DebtSample.lira(deposit), paidOn: DebtSample.day(paidOn), closedOn: DebtSample.day(closedOn),
            policy: .statutoryInterest)
    }

    @Test("Interest by law runs at each day's rate, and debts are taken off before anything is paid out")
    func interest() throws {
        // Domain B.11.
        let deposit = try grown("733.00", "2022-01-10", "2026-02-10")
        #expect(deposit.growth.description == "456.43" && deposit.value.description == "1189.43")
        let refund = try DepositRefund(deposit, after: DebtSample.lira("926.68"))
        #expect(refund.net.description == "262.75")
        #expect(refund.derivation.map(\.code) == [.statutoryInterest, .refundedDeposit])
        #expect(try grown("733.00", "2022-01-10", "2024-05-31").growth.description == "157.61")
        #expect(try deposit.refundDue().description == "2026-02-20")
        #expect(try deposit.escheatDay().description == "2031-02-21")
    }

    @Test("By the price index the deposit grows as the index does, and shrinks as it does")
    func index() throws {
        func indexed(_ from: String, _ to: String) throws -> GrownDeposit {
            try GrownDeposit(
                deposit: DebtSample.lira("733.00"), paidOn: DebtSample.start, closedOn: DebtSample.start,
                index: try .init(
                    from: ConsumerPriceIndex(parsing: from, notation: .plain),
                    to: ConsumerPriceIndex(parsing: to, notation: .plain)),
                policy: .consumerPriceIndexed)
        }
        #expect(try indexed("100", "245.10").value.description == "1796.58")
        #expect(try indexed("200", "100").growth.description == "-366.50")
        #expect(throws: DebtError.noPriceIndex) { try indexed("0", "100") }
        #expect(throws: DebtError.noPriceIndex) {
            try GrownDeposit(
                deposit: .zero, paidOn: DebtSample.start, closedOn: DebtSample.start, policy: .consumerPriceIndexed)
        }
    }

    @Test("A deposit returned before it was paid, a negative one and one older than the table are refused")
    func refused() throws {
        #expect(throws: DebtError.self) { try grown("1.00", "2026-01-02", "2026-01-01") }
        #expect(throws: DebtError.outOfBounds(.deposit)) { try grown("-1.00", "2026-01-01", "2026-01-02") }
        #expect(throws: DebtError.noRate(on: try DebtSample.day("2005-12-31"))) {
            try grown("1.00", "2005-12-30", "2026-01-02")
        }
    }

    @Test("Interest is the sum over the days, a year being 365 of them")
    func byTheDay() {
        forAll("interest", seed: 81) { generator in
            let deposit = DebtSample.amount(&generator)
            let paidOn = try DebtSample.day(&generator)
            let closedOn = try DebtSample.day(&generator, after: paidOn)
            generator.note("deposit, paid, closed", (deposit, paidOn, closedOn))
            let change = CivilDate(shipped: 2024, 6, 1)
            var weight: Int128 = 0
            for offset in 0..<paidOn.days(until: closedOn) {
                weight += try paidOn.advanced(byDays: offset + 1) < change ? 90_000 : 240_000
            }
            let grown = try GrownDeposit(
                deposit: deposit, paidOn: paidOn, closedOn: closedOn, policy: .statutoryInterest)
            try holdEqual(
                grown.growth.kurus, DebtSample.rounded(Int128(deposit.kurus) * weight, over: 365_000_000), "interest")
        }
    }
}
