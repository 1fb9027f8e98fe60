import GasPhysics
public import Quantities

/// A tariff of two tiers [kademeli tarife]: up to a limit at one price, above it at another.
public struct PriceTiers: Hashable, Sendable {
    /// The volume up to which the lower price holds, the limit itself included.
    public let limit: StandardVolume
    /// The price up to the limit, TL/Sm3 before KDV.
    public let lower: StandardVolumePrice
    /// The price above it.
    public let upper: StandardVolumePrice

    /// Tiers of those prices.
    public init(limit: StandardVolume, lower: StandardVolumePrice, upper: StandardVolumePrice) {
        self.limit = limit
        self.lower = lower
        self.upper = upper
    }

    /// What of a use lies in which tier.
    ///
    /// Throws `overflow` where the upper part does not fit.
    public func split(
        _ use: StandardVolume
    ) throws(ArithmeticError) -> (lower: StandardVolume, upper: StandardVolume) {
        let lower = max(.zero, min(use, limit))
        return (lower, try use.subtracting(lower))
    }

    /// What a use costs before KDV: the exact sum of both tiers, rounded half away from zero to the kuruş once.
    ///
    /// An invoice has a line for each tier, so that each can be recomputed; rounded one by one they can differ from this by a
    /// kuruş. Throws `overflow` where the amount does not fit.
    public func charge(for use: StandardVolume) throws(ArithmeticError) -> Money {
        let (low, high) = try split(use)
        // Litres times 10⁻⁶ TL/Sm3 are 10⁻⁹ TL, 10⁻⁷ kuruş.
        let sum = try (Int128(low.litres) * Int128(lower.microlira))
            .checkedAdding(Int128(high.litres) * Int128(upper.microlira))
        return Money(kurus: try ExactQuotient(sum, over: 10_000_000).roundedToInt64())
    }
}

extension TariffRule {
    /// The energy above `limit` Sm3 a period is priced by `upper`, day-weighted where that changes; below it the tariff's price
    /// stands.
    ///
    /// Limits are announced by province and month. They hold as they are for every period, whatever its days, until the
    /// regulation says otherwise.
    public static func upperTier(
        above limit: StandardVolume, price upper: RateTable<RetailPrice>, version: String
    ) -> TariffRule {
        TariffRule(version: version) { (use: inout PricedUse) throws(BillingError) in
            let lower = try use.energy(of: limit)
            let ordinary = try use.ordinaryEnergy()
            guard ordinary > lower else { return }
            let price: UnitPrice
            do throws(PeriodAverageError) {
                price = try upper.periodAverage(in: use.period)
            } catch {
                throw error.ofInvoice
            }
            let energy = try InvoiceFigures.step(.upperTierEnergy) { () throws(ArithmeticError) in
                try ordinary.subtracting(lower)
            }
            use.explain(
                DerivationStep(
                    code: .upperTierEnergy,
                    operands: [
                        .init(.energy, ordinary.figure), .init(.tierLimit, limit.figure),
                        .init(
                            .kilowattHoursPerStandardVolume,
                            DecimalFigure(
                                units: Int128(hundredthsOfKilowattHoursPerStandardVolume), fractionDigits: 2)),
                    ],
                    result: energy.figure))
            try use.move(energy, to: .upperTier, at: price)
        }
    }
}
