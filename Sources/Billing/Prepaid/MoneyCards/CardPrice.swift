public import Quantities

/// The price by which a meter that counts money spends its credit [TL yüklemeli sayaç]: what a m³ at the meter costs with KDV.
///
/// Each card brings it to the meter, for all of the credit; between two cards the meter knows no other. Source: Yönetmelik
/// m.40, RG 29/07/2018-30493, lets a company sell, load or correct in Turkish lira. `assumption`: ten-thousandths of a kuruş,
/// fine enough that a year's gas of a home is not a kuruş off.
public struct CardPrice: Hashable, Comparable, Sendable {
    /// Ten-thousandths of a kuruş a m³.
    public let tenThousandthsOfKurus: Int64

    /// A price as a card or a meter has it; throws `PrepaidError.outOfBounds` for one that is not above zero.
    public init(tenThousandthsOfKurus: Int64) throws(PrepaidError) {
        guard tenThousandthsOfKurus > 0 else { throw .outOfBounds(.price) }
        self.tenThousandthsOfKurus = tenThousandthsOfKurus
    }

    /// The price on the terms of a sale: K × d ÷ 860.42 × price × (1 + KDV), one exact quotient, rounded half away from zero.
    ///
    /// Throws `PrepaidError.outOfBounds` for terms that make no price, `.overflow` where it does not fit.
    public init(of terms: GasTerms, valueAddedTaxRate rate: Rate) throws(PrepaidError) {
        try terms.check()
        if rate < .zero { throw .outOfBounds(.valueAddedTaxRate) }
        let figure: Int64
        do throws(ArithmeticError) {
            figure = try terms.grossKurus(litres: 1_000 * Self.partsOfKurus, valueAddedTaxRate: rate).roundedToInt64()
        } catch {
            throw .overflow(.saleAmount)
        }
        try self.init(tenThousandthsOfKurus: figure)
    }

    /// How much gas `money` pays for, cut to the litre toward zero; throws `overflow` where it does not fit.
    public func volume(for money: Money) throws(ArithmeticError) -> MeterVolume {
        let credit = try CardCredit(money)
        return try credit.volume(at: self)
    }

    /// Whether one price is lower than another.
    public static func < (left: Self, right: Self) -> Bool { left.tenThousandthsOfKurus < right.tenThousandthsOfKurus }

    /// Parts of a kuruş that a price is given in.
    static let partsOfKurus: Int128 = 10_000
}

/// Money as a meter spends it, litre by litre at a ``CardPrice``: in ten-millionths of a kuruş, so that nothing is rounded.
struct CardCredit: Hashable, Sendable {
    /// Ten-millionths of a kuruş; below zero where more was used than was paid.
    private(set) var parts: Int64

    static let none = CardCredit(parts: 0)
    /// Parts of a kuruş: ten thousand of the price, by a thousand litres of a m³.
    private static let partsOfKurus: Int64 = 10_000_000

    private init(parts: Int64) { self.parts = parts }

    /// So much money.
    init(_ money: Money) throws(ArithmeticError) {
        self.init(parts: try money.kurus.checkedMultiplying(by: Self.partsOfKurus))
    }

    /// Adds what a card brought.
    mutating func add(_ money: Money) throws(ArithmeticError) {
        let added = try CardCredit(money)
        parts = try parts.checkedAdding(added.parts)
    }

    /// Takes what a use costs.
    mutating func spend(_ volume: MeterVolume, at price: CardPrice) throws(ArithmeticError) {
        let cost = try volume.litres.checkedMultiplying(by: price.tenThousandthsOfKurus)
        parts = try parts.checkedSubtracting(cost)
    }

    /// How much gas it pays for, cut to the litre toward zero.
    func volume(at price: CardPrice) throws(ArithmeticError) -> MeterVolume {
        MeterVolume(litres: parts / price.tenThousandthsOfKurus)
    }

    /// The same in whole kuruş, cut toward zero.
    var money: Money { Money(kurus: parts / Self.partsOfKurus) }
}
