import Billing
import GasPhysics
import Quantities
import Testing

@Suite("Article: invoices, credits and reversal")
struct InvoiceArticleTests {
    private let article = "InvoicesAndCredits"

    @Test("The published bill is made whole, with its last day to pay")
    func published() throws {
        var table = try ArticleTable("The published bill", in: article)
        var sample = SampleRequest(firstIndex: try table.word("first index"), lastIndex: try table.word("last index"))
        sample.correction = try table.word("K")
        sample.calorificValue = try table.word("calorific value")
        sample.prices = ["2025-01-01": try table.word("price")]
        sample.invoiceDay = try table.word("invoice date")
        sample.dueDays = try table.count("days to pay")
        let invoice = try sample.invoice()
        try table.expect("charge", is: invoice.figures.consumptionCharge)
        try table.expect("KDV", is: invoice.figures.valueAddedTax)
        try table.expect("payable", is: invoice.figures.payable)
        try table.expect("last day to pay", is: invoice.dueDate)
        table.finish()
    }

    @Test("A credit larger than the invoice takes it to zero, and no further")
    func credit() throws {
        var table = try ArticleTable("A credit that is larger than the invoice", in: article)
        var sample = SampleRequest()
        sample.additions.correction = try table.take("correction")
        let invoice = try sample.invoice()
        try table.expect("charge", is: invoice.figures.consumptionCharge)
        try table.expect("on the invoice", is: #require(invoice.charges.first).amount)
        try table.expect("base of the KDV", is: invoice.figures.valueAddedTaxBase)
        try table.expect("payable", is: invoice.figures.payable)
        try table.expect("stays on the ledger", is: invoice.carried.corrections)
        table.finish()
    }

    @Test("A wrong index is reversed and replaced")
    func replaced() throws {
        var table = try ArticleTable("A wrong index", in: article)
        var sample = SampleRequest(number: try InvoiceNumber("OGZ2026000000001"))
        let original = try sample.invoice()
        let reversal = try InvoiceReversal(
            of: original, number: InvoiceNumber("OGZ2026000000002"), date: original.invoiceDate, reason: .index)
        sample.number = try InvoiceNumber("OGZ2026000000003")
        sample.replaces = original.number
        sample.lastIndex = try table.word("right index")
        let invoice = try sample.invoice()
        let pair = try InvoiceReplacement(of: original, by: invoice, reversal: reversal)
        try table.expect("payable by the original", is: original.figures.payable)
        try table.expect("payable by the reversal", is: reversal.payable)
        try table.expect("payable by the replacement", is: invoice.figures.payable)
        try table.expect("the customer pays more by both", is: pair.difference)
        table.finish()
    }

    @Test("The published bill's steps are those of the table, with the texts that they rest on")
    func steps() throws {
        var table = try ArticleTable("The published bill, step by step", in: "HowAFigureCameAbout")
        let derivation = try SampleRequest().invoice().derivation
        #expect(derivation.map { $0.code.rawValue }.sorted() == table.labels)
        for step in derivation {
            let label = step.code.rawValue
            try table.expectText(label, "figures", is: step.figures)
            try table.expectText(label, "result", is: step.result.description)
            try table.expectText(label, "rests on", is: step.code.source?.rawValue ?? "")
            try table.expectText(label, "policy", is: step.policy ?? "")
        }
        table.finish()
    }

    @Test("A late fee's steps are those of the table, with their policy")
    func feeSteps() throws {
        var table = try ArticleTable("A late fee", in: "HowAFigureCameAbout")
        let fee = try LateFee(
            principal: Sample.money("926.68"), due: Sample.day("2026-02-24"), paid: Sample.day("2026-03-11"),
            clause: .publicClaimRate, policy: .shipped)
        #expect(fee.derivation.map { $0.code.rawValue }.sorted() == table.labels)
        for step in fee.derivation {
            let label = step.code.rawValue
            try table.expectText(label, "figures", is: step.figures)
            try table.expectText(label, "result", is: step.result.description)
            try table.expectText(label, "policy", is: step.policy ?? "")
        }
        table.finish()
    }
}

extension DerivationStep {
    /// The operands as the articles print them.
    fileprivate var figures: String { operands.map { $0.figure.description }.joined(separator: ", ") }
}
