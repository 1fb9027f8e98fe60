/// The state of the gas in a meter: how many m³ at base conditions one m³ at the meter is.
///
/// K = (Pa + Ps) / 1013.25 mbar · 288.15 K / T, as Turkish bills have it (Zr/Z = 1); here with the mean air pressure of the
/// place (``Climate``) and its mean yearly temperature for T, so it stays the same all year: the billed K of a month moves
/// some 3 % around it. `approximate`.
public struct SupplyConditions: Hashable, Sendable {
    /// Where the meter is.
    public let place: Place
    /// Gauge pressure at the meter, in millibar: 21 or 300 in most homes.
    public let gaugePressure: Int

    /// The state of the gas at a place and gauge pressure, in millibar.
    public init(place: Place, gaugePressure: Int) {
        self.place = place
        self.gaugePressure = gaugePressure
    }

    /// K in millionths.
    public var factor: Int {
        let climate = Climate.of(place)
        let pressure = Double(climate.airPressure + gaugePressure) / 1_013.25
        let temperature = 288.15 / (273.15 + climate.yearlyMean)
        return Int((pressure * temperature * 1_000_000).rounded(.toNearestOrEven))
    }

    /// What passes through the meter for a volume at base conditions, in millilitres.
    public func millilitres(forBaseCubicMetres volume: Int) -> UInt64 {
        // Wide, as 18 million m³ in millionths of a millilitre leave 64 bits.
        UInt64(factor).dividingFullWidth(UInt64(volume).multipliedFullWidth(by: 1_000_000_000_000)).quotient
    }

    /// What a volume at the meter is at base conditions, in whole m³, cut.
    func baseCubicMetres(ofMillilitres volume: UInt64) -> Int {
        let product = volume.multipliedFullWidth(by: UInt64(factor))
        return Int(clamping: UInt64(1_000_000_000_000).dividingFullWidth(product).quotient)
    }
}
