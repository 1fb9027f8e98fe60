package import Quantities

/// The general rate of the KDV, by the tax date.
package enum ValueAddedTaxRates {
    /// 18 % since 15/5/2001 (decision 2001/2344), 20 % since 10/7/2023 (decision 7346, RG 32241); both from memory.
    package static let general = RateTable<Rate>(shippedSteps: [
        .init(from: CivilDate(shipped: 2001, 5, 15), value: Rate(partsPerMillion: 180_000)),
        .init(from: CivilDate(shipped: 2023, 7, 10), value: Rate(partsPerMillion: 200_000)),
    ])
}
