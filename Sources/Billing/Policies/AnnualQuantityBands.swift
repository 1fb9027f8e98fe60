/// How far a use may be from the annual quantity of a supply point, by bands of that quantity.
///
/// The public anchor of the three zones: the validation rules of the UK Uniform Network Code, where x is the use divided
/// by AQ ÷ 365 × days. A use of more than the first percentage needs an override by the one who sends it; one of more
/// than the second is rejected. Turkish months differ more from a 365th of the year than British validation allows for,
/// so that these bands are no default here; a utility that has annual quantities may use them.
public struct AnnualQuantityBands: Hashable, Sendable {
    /// A band of annual quantities and its two limits.
    public struct Band: Hashable, Sendable {
        /// The smallest annual quantity of the band, in kWh.
        public let from: Int64
        /// The largest annual quantity of the band, in kWh.
        public let through: Int64
        /// The most percent that are accepted.
        public let acceptedPercent: Int64
        /// The most percent that are accepted with an override.
        public let overridePercent: Int64

        /// A band of those limits.
        public init(from: Int64, through: Int64, acceptedPercent: Int64, overridePercent: Int64) {
            self.from = from
            self.through = through
            self.acceptedPercent = acceptedPercent
            self.overridePercent = overridePercent
        }
    }

    /// The version, stored with what the bands decided.
    public let version: String
    /// The bands, smallest first; between them there may be gaps.
    public let bands: [Band]

    /// A table of those bands.
    public init(version: String, bands: [Band]) {
        self.version = version
        self.bands = bands
    }

    /// The zone of a use of `kilowattHours` in so many days at a supply point of that annual quantity, in kWh.
    ///
    /// Whole percentages are printed ("0–400, 401–7,000"): exactly 400 % is accepted, anything above it needs the override.
    /// `nil` where no band holds the quantity, or no day passed. A negative use is no matter of the bands: `refuse`.
    public func zone(kilowattHours: Int64, annualQuantity: Int64, days: Int) -> PlausibilityZone? {
        guard days > 0, let band = bands.first(where: { ($0.from...$0.through).contains(annualQuantity) }) else {
            return nil
        }
        guard kilowattHours >= 0 else { return .refuse }
        // use ÷ (AQ ÷ 365 × days) ≤ percent ÷ 100, without a division.
        let use = Int128(kilowattHours) * 365 * 100
        let usual = Int128(annualQuantity) * Int128(days)
        if use <= Int128.saturatingProduct(usual, Int128(band.acceptedPercent)) { return .accept }
        return use <= Int128.saturatingProduct(usual, Int128(band.overridePercent)) ? .review : .refuse
    }

    /// The bands of the UK Uniform Network Code Validation Rules that are at hand, for supply points without daily reads.
    ///
    /// Six of the code's bands, taken second-hand; `Tests/BillingTests/Golden/unc_bands.csv` says how sure each is.
    public static let unitedKingdom = AnnualQuantityBands(
        version: "unc-validation-rules",
        bands: [
            Band(from: 1_001, through: 5_000, acceptedPercent: 400, overridePercent: 7_000),
            Band(from: 5_001, through: 10_000, acceptedPercent: 200, overridePercent: 2_000),
            Band(from: 10_001, through: 20_000, acceptedPercent: 150, overridePercent: 1_100),
            Band(from: 20_001, through: 73_200, acceptedPercent: 300, overridePercent: 1_100),
            Band(from: 73_201, through: 732_000, acceptedPercent: 250, overridePercent: 1_000),
            Band(from: 29_300_000, through: 58_600_000, acceptedPercent: 100, overridePercent: 400),
        ])
}
