import Billing
import Quantities

/// On what gas is sold on cards of a day: terms, KDV and the price of a m³ at the meter, by tariff, region and pressure.
struct CardPrices {
    private let terms: BillingTerms
    private var gas: GasTables

    init(_ terms: BillingTerms) {
        self.terms = terms
        gas = GasTables(terms)
    }

    /// The terms and the KDV of a sale: K and calorific value are those of the month before.
    mutating func sale(
        tariff: Int, region: Int, millibar: Int, on day: CivilDate
    ) throws -> (terms: GasTerms, rate: Rate) {
        let tariff = terms.tariffs[tariff]
        let quality = try gas.quality(region: region, millibar: millibar)
        guard case .monthly(let factors) = quality.correction, case .monthly(let values) = quality.calorific else {
            throw AdapterError("a region's gas is given by months")
        }
        return (
            try GasTerms(soldOn: day, prices: tariff.prices, corrections: factors, calorificValues: values),
            try tariff.valueAddedTax.value(on: day)
        )
    }

    /// The price that a card brings to its meter on a day.
    mutating func price(tariff: Int, region: Int, millibar: Int, on day: CivilDate) throws -> CardPrice {
        let sale = try sale(tariff: tariff, region: region, millibar: millibar, on: day)
        return try CardPrice(of: sale.terms, valueAddedTaxRate: sale.rate)
    }
}
