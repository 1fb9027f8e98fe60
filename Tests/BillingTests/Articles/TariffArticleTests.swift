import Billing
import GasPhysics
import Quantities
import Testing

@Suite("Article: tariffs")
struct TariffArticleTests {
    private let article = "Tariffs"

    @Test("Parts add up to the price, with and without KDV, and to that of a kWh")
    func parts() throws {
        var table = try ArticleTable("From price parts to TL/kWh", in: article)
        let parts = PriceParts<StandardVolumePrice>(
            purchase: try table.take("purchase"), specialConsumptionTax: try table.take("ÖTV"),
            systemUse: try table.take("system use"))
        let price = try RetailPrice(parts: .perStandardVolume(parts))
        try table.expect("price", is: parts.total())
        try table.expect("with KDV", is: parts.total().addingValueAddedTax(at: table.take("KDV rate")))
        try table.expect("price of a kWh", is: price.perKilowattHour)
        try table.expect("system use of a kWh", is: #require(try price.systemUse()))
        table.finish()
    }

    @Test("A price change is weighted by days, whichever end counts")
    func average() throws {
        var table = try ArticleTable("A price change inside a period", in: article)
        let (first, last) = (try table.day("first reading"), try table.day("last reading"))
        let prices = try RateTable<UnitPrice>([
            .init(from: CivilDate(iso8601: "2026-01-01"), value: table.take("price until 31 January")),
            .init(from: CivilDate(iso8601: "2026-02-01"), value: table.take("price from 1 February")),
        ])
        for (label, convention) in [
            ("average", DayCountConvention.excludeFirst), ("average, the first day counting", .excludeLast),
        ] {
            let period = try BillingInterval(first: first, last: last, convention: convention)
            try table.expect(label, is: UnitPrice.dayWeightedAverage(of: prices.spans(in: period)))
        }
        table.finish()
    }

    @Test("Two tiers are charged by one rounding of their sum")
    func tiers() throws {
        var table = try ArticleTable("Two tiers", in: article)
        let tiers = PriceTiers(
            limit: try table.take("limit"), lower: try table.take("price up to the limit"),
            upper: try table.take("price above it"))
        try table.expect("charge", is: tiers.charge(for: table.take("use")))
        table.finish()
    }

    @Test("A free volume is not charged")
    func free() throws {
        var table = try ArticleTable("A free volume", in: article)
        let split = try FreeVolume.split(table.take("use") as CorrectedVolume, allowance: table.take("allowance"))
        try table.expect("charged", is: split.charged)
        table.finish()
    }

    @Test("The guide's rule is the rule of the tests, file and figures")
    func rule() throws {
        let source = try Article.file("Tests/BillingTests/WinterDiscount.swift")
        #expect(try Article.code(under: "The file", in: "AddATariffRule") + "\n" == source)
        var table = try ArticleTable("What it makes", in: "AddATariffRule")
        var sample = SampleRequest(firstIndex: "00000", lastIndex: "00100", correction: "1", calorificValue: "860.42")
        sample.rounding = .standard
        sample.firstDay = try table.word("first reading")
        sample.lastDay = try table.word("last reading")
        sample.invoiceDay = sample.lastDay
        sample.prices = ["2025-01-01": try table.word("price")]
        sample.rules = [.winterDiscount]
        let invoice = try sample.invoice()
        let step = try #require(invoice.derivation.first { $0.code == .discount })
        try table.expect("days of the period", is: invoice.days)
        try table.expect("winter days", is: step.operands[2].figure)
        try table.expect("charge", is: invoice.figures.consumptionCharge)
        try table.expect("discount", is: #require(invoice.charges.first).amount)
        try table.expect("base of the KDV", is: invoice.figures.valueAddedTaxBase)
        try table.expect("payable", is: invoice.figures.payable)
        try table.expect("stamped on the invoice", is: #require(invoice.policyVersions.last))
        table.finish()
    }
}
