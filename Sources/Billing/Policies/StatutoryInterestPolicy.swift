public import Quantities

/// The yearly rates of statutory interest [kanuni faiz] and of commercial interest [ticari temerrüt faizi].
public struct StatutoryInterestPolicy: Hashable, Sendable {
    /// The edition, stored with what it computed.
    public let version: String
    /// The yearly rate for a household, by the day from which it holds (law 3095, article 1).
    public let householdRates: RateTable<Rate>
    /// The yearly rate for a trader (law 3095, article 2: the central bank's rate for advances), `nil` until the utility
    /// gives it.
    public let commercialRates: RateTable<Rate>?
    /// The days of the year that a yearly rate is for, in leap years too (ACT/365).
    public let daysPerYear: Int

    /// A policy of those values; `nil` where a year has no day.
    public init?(
        version: String, householdRates: RateTable<Rate>, commercialRates: RateTable<Rate>?, daysPerYear: Int = 365
    ) {
        guard daysPerYear > 0 else { return nil }
        self.init(checked: version, householdRates, commercialRates, daysPerYear)
    }

    private init(
        checked version: String, _ householdRates: RateTable<Rate>, _ commercialRates: RateTable<Rate>?,
        _ daysPerYear: Int
    ) {
        self.version = version
        self.householdRates = householdRates
        self.commercialRates = commercialRates
        self.daysPerYear = daysPerYear
    }

    /// The policy that ships: 9 % a year since 1/1/2006, 24 % since 1/6/2024 (decision 8485, RG 32552).
    ///
    /// It has no commercial rate: the central bank's rates for advances could not be looked up, and a guess is no rate.
    public static let shipped = StatutoryInterestPolicy(
        checked: "statutory-interest-2026.1",
        RateTable(shippedSteps: [
            .init(from: CivilDate(shipped: 2006, 1, 1), value: Rate(partsPerMillion: 90_000)),
            .init(from: CivilDate(shipped: 2024, 6, 1), value: Rate(partsPerMillion: 240_000)),
        ]), nil, 365)
}
