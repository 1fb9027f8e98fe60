import Billing
import GasPhysics
import Quantities
import Testing

@Suite("Article: estimates and faulty meters")
struct EstimateArticleTests {
    private let article = "Estimates"

    @Test("The lower of two means is the estimate")
    func estimate() throws {
        var table = try ArticleTable("The lower of two means", in: article)
        func uses(_ label: String) throws -> [QuarterlyUse] {
            try ["last year", "the year before"].map { column in
                // "380 m³ in 90 days"
                let words = try table.text(label, column).split(separator: " ")
                return QuarterlyUse(
                    cubicMetres: try DecimalFigure(parsing: String(words[0]), notation: .plain),
                    days: try #require(Int(words[3])))
            }
        }
        let own = try uses("the customer")
        let peers = try ["peer 1", "peer 2", "peer 3"].map { try uses($0) }
        table.finish()
        var result = try ArticleTable("The estimate", in: article)
        let estimate = try ComparativeEstimate(own: own, peers: peers, days: result.count("days without reading"))
        try result.expect("own mean", is: #require(estimate.ownDailyMean))
        try result.expect("peers' mean", is: #require(estimate.peersDailyMean))
        let decimals = estimate.policy.volumeDecimals
        try result.expect("estimate", is: #require(estimate.estimate).figure.withoutTrailingZeros(keeping: decimals))
        result.finish()
    }

    @Test("The whole interval is billed anew, and what was charged is taken off")
    func settlement() throws {
        var table = try ArticleTable("Settled on the first reading", in: article)
        let figures = try InvoiceFigures(
            measuredVolume: table.take("true use"), correctionFactor: table.take("K"),
            calorificValue: table.take("calorific value"), averagePrice: table.take("price"),
            valueAddedTaxRate: table.take("KDV rate"), rounding: .standard)
        let (first, both): (Money, Money) = (try table.take("charged for it"), try table.take("charged for both"))
        let settlement = try EstimateSettlement(
            figures: figures,
            estimated: [
                .init(volume: table.take("first estimate"), billed: first),
                .init(volume: table.take("second estimate"), billed: both.subtracting(first)),
            ])
        try table.expect("the whole interval", is: figures.total)
        try table.expect("settlement", is: settlement.settlement)
        table.finish()
    }

    @Test("A fault is billed back for a year at most")
    func fault() throws {
        var table = try ArticleTable("A fault of 500 days", in: article)
        let bill = try FaultBackBilling(
            basis: .mechanicalIndex, total: table.take("index"), bought: table.take("bought"),
            totalDays: table.count("over"), faultDays: table.count("fault"))
        try table.expect("days billed", is: bill.daysUsed)
        try table.expect("back-bill", is: bill.volume.figure.withoutTrailingZeros(keeping: bill.policy.volumeDecimals))
        table.finish()
    }
}
