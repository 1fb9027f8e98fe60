public import GasPhysics
public import Quantities

/// What the figures of a utility's policies can be: a slip of the point is refused before it makes an invoice.
///
/// No text sets these limits but where one is named; they are ours, wide enough for what was published between 2018 and
/// 2026.
public struct PolicyLimits: Hashable, Sendable {
    /// The version.
    public let version: String
    /// The largest price of a kWh before KDV; a price is above zero (ours: some thousand times that of 2026).
    public let highestPrice: UnitPrice
    /// So many times the price before, or so small a part of it, somebody must confirm (ours: the largest single step of a
    /// published tariff since 2018 was below two).
    public let priceJump: Int64
    /// What a published K can be for a meter that needs no corrector, to 300 mbar: 0.65 at 3,000 m and 30 °C without pressure,
    /// 1.60 at 300 mbar and −40 °C by the sea (ours, rounded outwards).
    public let correctionFactors: ClosedRange<CorrectionFactor>
    /// What natural gas can have, kcal/m3 (ours: the published values of Turkish regions lie between 8,800 and 9,600).
    public let calorificValues: ClosedRange<GrossCalorificValue>
    /// What KDV can be: law 3065, article 28, lets the rate of 10 % be raised fourfold.
    public let highestValueAddedTax: Rate
    /// The longest term to pay in days (ours: published terms lie between 10 and 30).
    public let longestDueDays: Int
    /// A shorter term somebody must confirm, in days: the notice of the regulation's rules of 2026 (`PeriodRules`); older pages
    /// of distributors promise 7 days.
    public let shortestDueDays: Int
    /// The largest limit of a tier or free volume a period in m3 (ours: the largest household meter, a G25, at full load).
    public let largestRuleVolume: StandardVolume

    /// The limits that ship.
    public static let shipped = PolicyLimits(
        version: "policy-limits-2026.2", highestPrice: UnitPrice(hundredMillionths: 100_000_000_000), priceJump: 3,
        correctionFactors: CorrectionFactor(hundredThousandths: 50_000)...CorrectionFactor(hundredThousandths: 200_000),
        calorificValues: GrossCalorificValue(
            tenThousandths: 70_000_000)...GrossCalorificValue(tenThousandths: 120_000_000),
        highestValueAddedTax: Rate(partsPerMillion: 400_000), longestDueDays: 90,
        shortestDueDays: PeriodRules.regulation2026.notice,
        largestRuleVolume: StandardVolume(litres: 30_000_000))

    /// Whether a price is so far from the one before that somebody must confirm it.
    public func isJump(from before: UnitPrice, to after: UnitPrice) -> Bool {
        let (before, after) = (Int128(before.hundredMillionths), Int128(after.hundredMillionths))
        return after >= before * Int128(priceJump) || before >= after * Int128(priceJump)
    }
}
