/// What a desk writes onto a card that carries money, and its meter then counts by.
package struct MoneyLoad: Hashable, Sendable {
    /// The amount with KDV, in kuruş.
    package var kurus: Int64
    /// What a m³ at the meter costs from then on with KDV, in ten-thousandths of a kuruş.
    package var price: Int64

    /// A load.
    package init(kurus: Int64, price: Int64) {
        self.kurus = kurus
        self.price = price
    }
}

/// What is set in a meter whose cards carry money.
package struct MoneyMeter: Hashable, Sendable {
    /// The price before its first card, in ten-thousandths of a kuruş a m³ with KDV.
    package var price: Int64
    /// The most that it may hold, in kuruş.
    package var holdLimitKurus: Int64
    /// How far its credit may fall below zero, in kuruş.
    package var emergencyKurus: Int64

    /// What is set.
    package init(price: Int64, holdLimitKurus: Int64, emergencyKurus: Int64) {
        self.price = price
        self.holdLimitKurus = holdLimitKurus
        self.emergencyKurus = emergencyKurus
    }
}
