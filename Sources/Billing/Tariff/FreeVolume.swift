public import Quantities

/// Gas that a subscriber need not pay for in a period, by a programme of the state [destek programı].
public enum FreeVolume {
    /// What of a use is free and what is charged: free = min(use, allowance).
    ///
    /// For a prepaid meter the free volume is loaded with the next purchase. Throws `overflow` where the rest does not fit.
    public static func split<Volume: FixedPointQuantity>(
        _ use: Volume, allowance: Volume
    ) throws(ArithmeticError) -> (free: Volume, charged: Volume) {
        let free = max(.zero, min(use, allowance))
        return (free, try use.subtracting(free))
    }
}

extension TariffRule {
    /// The first `allowance` of a period's corrected volume is free: its energy stands on a line of its own at no price.
    public static func freeVolume(_ allowance: CorrectedVolume, version: String) -> TariffRule {
        TariffRule(version: version) { (use: inout PricedUse) throws(BillingError) in
            let (volume, value) = (use.correctedVolume, use.calorificValue)
            let (free, _) = try InvoiceFigures.step(.freeEnergy) { () throws(ArithmeticError) in
                try FreeVolume.split(volume, allowance: allowance)
            }
            let energy = try use.energy(of: free)
            use.explain(
                DerivationStep(
                    code: .freeEnergy,
                    operands: [
                        .init(.correctedVolume, volume.figure), .init(.freeVolume, allowance.figure),
                        .init(.calorificValue, value.figure.withoutTrailingZeros(keeping: 2)),
                    ],
                    result: energy.figure))
            try use.move(energy, to: .freeVolume, at: .zero)
        }
    }
}
