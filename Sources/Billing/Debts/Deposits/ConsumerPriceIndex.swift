public import Quantities

/// A value of the consumer price index [TÜFE], which TÜİK publishes.
public struct ConsumerPriceIndex: FixedPointQuantity {
    /// Six decimals; TÜİK prints two.
    public static let fractionDigits = 6

    /// The index in millionths.
    public let millionths: Int64

    /// An index of so many millionths.
    public init(smallestUnits: Int64) { millionths = smallestUnits }

    /// The index in millionths.
    public var smallestUnits: Int64 { millionths }

    /// The index when a deposit was paid and when it is returned.
    public struct Change: Hashable, Sendable {
        /// The index at payment, above zero.
        public let atPayment: ConsumerPriceIndex
        /// The index at closing, above zero.
        public let atClosing: ConsumerPriceIndex

        /// A change between two values; throws `noPriceIndex` where one is not above zero.
        public init(
            from atPayment: ConsumerPriceIndex, to atClosing: ConsumerPriceIndex
        ) throws(DebtError) {
            guard atPayment > .zero, atClosing > .zero else { throw .noPriceIndex }
            self.atPayment = atPayment
            self.atClosing = atClosing
        }
    }
}
