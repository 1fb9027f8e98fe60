public import Quantities

/// What a payment is at most: above it a column is misplaced, or a file is not what it seems.
public struct PaymentLimit: Hashable, Sendable {
    /// The edition.
    public let version: String
    /// The most that one payment is taken for.
    public let most: Money

    /// A limit of that amount.
    public init(version: String, most: Money) {
        self.version = version
        self.most = most
    }

    /// The limit that ships: ten thousand million lira (ours), far above a year of the largest customer; sums of millions of
    /// payments still fit.
    public static let shipped = PaymentLimit(version: "payment-limit-2026.1", most: Money(kurus: 1_000_000_000_000))
}
