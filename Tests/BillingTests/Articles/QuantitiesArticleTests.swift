import Billing
import GasPhysics
import Quantities
import Testing

@Suite("Article: quantities and rounding")
struct QuantitiesArticleTests {
    @Test("Ties go away from zero as the table says")
    func ties() throws {
        var table = try ArticleTable("Ties", in: "QuantitiesAndRounding")
        for label in table.labels {
            let energy = try Energy(parsing: label, notation: .plain)
            let price: UnitPrice = try table.take(label, "price, TL/kWh")
            try table.expect(label, "charge, TL", is: energy.charge(at: price))
        }
        table.finish()
    }

    @Test("The three profiles make the figures of the table", arguments: RoundingProfile.shipped)
    func profiles(profile: RoundingProfile) throws {
        var table = try ArticleTable("Three profiles", in: "QuantitiesAndRounding")
        let name = profile.name
        let figures = try InvoiceFigures(
            measuredVolume: table.take("measured volume, m³", name), correctionFactor: table.take("K", name),
            calorificValue: table.take("calorific value, kcal/m³", name),
            averagePrice: table.take("price, TL/kWh", name), valueAddedTaxRate: table.take("KDV rate", name),
            rounding: profile)
        try table.expect("corrected volume, m³", name, is: figures.correctedVolumeFigure)
        try table.expect("kWh factor, kWh/m³", name, is: figures.energyFactorFigure)
        try table.expect("energy, kWh", name, is: figures.energyFigure)
        try table.expect("charge, TL", name, is: figures.consumptionCharge)
        try table.expect("KDV, TL", name, is: figures.valueAddedTax)
        try table.expect("total, TL", name, is: figures.total)
        try table.expect("rounding, TL", name, is: figures.payableRounding)
        try table.expect("payable, TL", name, is: figures.payable)
        #expect(table.labels.count == 13, "a row that this test does not read")
    }
}
