import Billing
import Quantities

// The example of a new rule: this file, and one line of data where a tariff names it.
extension TariffRule {
    /// 10 % off the days of December, January and February.
    static let winterDiscount = TariffRule(version: "winter-discount-2026.1") {
        (use: inout PricedUse) throws(BillingError) in
        let winter = use.days { [12, 1, 2].contains($0.month) }
        try use.discount(Rate(partsPerMillion: 100_000), days: winter)
    }
}
