import Billing
import Quantities
import Testing
import Trials

@Suite("Letters of approval")
struct ApprovalLetterTests {
    private let prices = [
        (kind: "read", price: WorkPrice(smallestUnits: 4_200_000)),
        (kind: "failed-visit", price: WorkPrice(smallestUnits: 500_000)),
    ]

    private func letter(
        _ items: [WorkItem], paidBefore: Set<String> = [], penalties: Int64 = 90
    ) throws -> ApprovalLetter {
        let policy = ProgressPaymentPolicy(
            version: "test", valueAddedTaxRate: Rate(partsPerMillion: 200_000),
            withheldShare: Rate(partsPerMillion: 500_000))
        return try ApprovalLetter(
            month: try CivilMonth(iso8601: "2026-02"), contractor: "Örnek Okuma Ltd.", items: items,
            paidBefore: paidBefore, prices: prices, penalties: Money(kurus: penalties), policy: try #require(policy))
    }

    private func item(_ order: String, _ kind: String = "read", isApproved: Bool = true) -> WorkItem {
        WorkItem(order: order, kind: kind, isApproved: isApproved)
    }

    @Test("It holds the payment, its deductions and its orders")
    func figures() throws {
        let letter = try letter([item("1"), item("2"), item("3", "failed-visit")])
        // 2 × 4.20 + 0.50 = 8.90; − 0.90 = 8.00; KDV 1.60, half withheld 0.80; 8.00 + 1.60 − 0.80.
        #expect(letter.payment.gross.description == "8.90" && letter.total.description == "8.80")
        #expect(letter.deductions.description == "1.70")  // 0.90 + 0.80
        #expect(letter.orders == ["1", "2", "3"])
        #expect(letter.derivation.last?.result == letter.total.figure)
    }

    // Mutation tried: duplicates dropped silently, as `WorkLine.lines` does; this fails.
    @Test("Work that is not accepted, stands twice or was paid before is refused by its order")
    func refused() throws {
        #expect(throws: DebtError.workTwice(order: "1")) { try letter([item("1"), item("2"), item("1")]) }
        #expect(throws: DebtError.workNotApproved(order: "2")) {
            try letter([item("1"), item("2", isApproved: false)])
        }
        let first = try letter([item("1")])
        #expect(throws: DebtError.workPaidBefore(order: "1")) {
            try letter([item("1"), item("2")], paidBefore: Set(first.orders))
        }
        #expect(throws: DebtError.noPrice(ofWork: "cut")) { try letter([item("1", "cut")]) }
        #expect(throws: DebtError.penaltiesExceedWork) { try letter([item("1")], penalties: 421) }
    }

    @Test("What is paid and what is deducted are the work and its KDV, and each order is paid by one letter only")
    func random() {
        forAll("letters", seed: 42_042) { generator in
            var paid: Set<String> = []
            for _ in 0..<generator.count(in: 1...3) {
                let items = (0..<generator.count(in: 0...6)).map { _ in
                    item("\(generator.count(in: 1...12))", generator.oneIn(3) ? "failed-visit" : "read")
                }
                generator.note("orders", items.map(\.order))
                do {
                    let policy = ProgressPaymentPolicy.shipped
                    let letter = try ApprovalLetter(
                        month: CivilMonth(of: DebtSample.start), contractor: "x", items: items, paidBefore: paid,
                        prices: prices, penalties: .zero, policy: policy)
                    let work = items.reduce(Int64(0)) { $0 + ($1.kind == "read" ? 420 : 50) }
                    try holdEqual(letter.payment.gross.kurus, work)
                    try holdEqual(
                        letter.total.kurus + letter.deductions.kurus, work + letter.payment.valueAddedTax.kurus)
                    try hold(paid.isDisjoint(with: letter.orders), "paid twice")
                    paid.formUnion(letter.orders)
                } catch is DebtError {
                    let isTwice = Set(items.map(\.order)).count < items.count
                    try hold(isTwice || items.contains { paid.contains($0.order) }, "refused without reason")
                }
            }
        }
    }
}
