/// How a deposit [güvence bedeli] grows until it is returned, and when it must be.
public struct DepositPolicy: Hashable, Sendable {
    /// By what a deposit grows.
    public enum Growth: Hashable, Sendable {
        /// Simple statutory interest at the household's rates.
        case statutoryInterest(StatutoryInterestPolicy)
        /// The ratio of the consumer price index [TÜFE] at closing to that at payment.
        case consumerPriceIndex
    }

    /// The edition, stored with what it computed.
    public let version: String
    /// By what it grows.
    public let growth: Growth
    /// The days after the closing within which it must be paid out (regulation, article 46, older text).
    public let refundDays: Int
    /// The years after which what nobody claims belongs to the Treasury (article 46).
    public let escheatYears: Int

    /// A policy of those values; `nil` for a negative number of days, or years that are not 0 to 100.
    public init?(version: String, growth: Growth, refundDays: Int = 10, escheatYears: Int = 5) {
        guard refundDays >= 0, (0...100).contains(escheatYears) else { return nil }
        self.init(checked: version, growth, refundDays, escheatYears)
    }

    private init(checked version: String, _ growth: Growth, _ refundDays: Int, _ escheatYears: Int) {
        self.version = version
        self.growth = growth
        self.refundDays = refundDays
        self.escheatYears = escheatYears
    }

    /// With statutory interest, as Çinigaz announced it ("kanuni faizi ile"); the default.
    public static let statutoryInterest = DepositPolicy(
        checked: "deposit-interest-2026.1", .statutoryInterest(.shipped), 10, 5)

    /// By the consumer price index; the article that some utilities name could not be found.
    public static let consumerPriceIndexed = DepositPolicy(checked: "deposit-index-2026.1", .consumerPriceIndex, 10, 5)
}
