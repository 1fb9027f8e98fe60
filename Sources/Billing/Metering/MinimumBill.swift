public import Quantities

/// The use up to which no invoice is made [asgari faturalama]; it stays on the index and is billed with a later month.
///
/// A final invoice and one at a conversion bill whatever there is. Policy: `MinimumBillPolicy`.
public struct MinimumBill: Hashable, Sendable {
    /// The use up to which none is made, the limit itself included; zero where every use is billed.
    public let limit: MeterVolume
    /// The edition of the limit.
    public let version: String

    /// A limit of that edition.
    public init(limit: MeterVolume, version: String) {
        self.limit = limit
        self.version = version
    }

    /// The limit that a tariff gives itself, zero for none; the edition's name says whose and how much.
    public init(ofTariff name: String, limit: MeterVolume) {
        self = limit == .zero ? .off : MinimumBill(limit: limit, version: "minimum-bill \(name) \(limit)")
    }

    /// What of a month's use and of what was carried into it is billed, and what stays on the index.
    ///
    /// Throws `overflow` where the sum does not fit.
    public func split(
        use: MeterVolume, carried: MeterVolume
    ) throws(ArithmeticError) -> (billed: MeterVolume, carried: MeterVolume) {
        let sum = try carried.adding(use)
        return isBilled(sum) ? (sum, .zero) : (.zero, sum)
    }

    /// Whether so much, since the index that the last invoice ended with, makes an invoice.
    public func isBilled(_ use: MeterVolume) -> Bool { use > limit || limit <= .zero }
}
