/// What a prepaid meter counts its credit in.
public enum CreditUnit: UInt8, Hashable, Sendable {
    /// Gas, in millilitres: the card carries m³.
    case volume = 1
    /// Money, in kuruş: the card carries Turkish lira and a price.
    case money = 2
}

/// What is set in a prepaid meter and does not change as gas passes; the same for many meters but for serial and price.
///
/// Credit is held in the finest unit in which it can be spent, so that no spending is ever rounded: a millilitre, or a
/// ten-thousand-millionth of a kuruş, which is what a millilitre costs at a price in ten-thousandths of a kuruş a m³.
public struct PrepaidTerms: Hashable, Sendable {
    /// The meter's serial number, which its cards carry.
    public let serial: UInt64
    /// Gas or money.
    public let unit: CreditUnit
    /// Price of a m³ in ten-thousandths of a kuruş, at most 4,294 TL, which a card changes; 0 for a volume meter.
    public internal(set) var price: UInt32
    /// How far credit may fall below zero once the customer asked for it (eksi gaz), in millilitres or kuruş.
    public let emergencyLimit: UInt32
    /// The most that the meter may hold (fazla gaz), in millilitres or kuruş; a card that would exceed it is refused.
    public let maximumCredit: UInt64
    /// Black wheels of the index, 4 to 6: the register wraps with them.
    public let blackWheels: Int

    /// Terms of one meter.
    ///
    /// - Parameters:
    ///   - serial: serial number.
    ///   - unit: gas or money.
    ///   - price: ten-thousandths of a kuruş a m³, for a money meter.
    ///   - emergencyLimit: millilitres or kuruş, as `unit` says.
    ///   - maximumCredit: millilitres or kuruş: at most 10^12 ml or 4 × 10^8 kuruş (4 million TL).
    ///   - blackWheels: wheels of whole m³, 4 to 6.
    public init(
        serial: UInt64, unit: CreditUnit, price: UInt32 = 0, emergencyLimit: UInt32, maximumCredit: UInt64,
        blackWheels: Int = 5
    ) {
        precondition((unit == .money) == (price > 0), "a money meter has a price, a volume meter none")
        precondition(
            maximumCredit <= (unit == .money ? 400_000_000 : 1_000_000_000_000), "more credit than the meter can hold")
        precondition(unit == .volume || emergencyLimit <= 400_000_000, "more emergency credit than the meter can hold")
        precondition((4...6).contains(blackWheels), "a prepaid meter has 4 to 6 black wheels")
        self.serial = serial
        self.unit = unit
        self.price = price
        self.emergencyLimit = emergencyLimit
        self.maximumCredit = maximumCredit
        self.blackWheels = blackWheels
    }

    /// The most that the meter may hold as gas, at the price in force: whole millilitres.
    public var maximumVolume: Int64 { finest(maximumCredit) / costOfMillilitre }

    /// What a millilitre takes from the credit, in the finest unit.
    var costOfMillilitre: Int64 { unit == .money ? Int64(price) : 1 }

    /// An amount of millilitres or kuruş in the finest unit.
    func finest(_ amount: UInt64) -> Int64 { Int64(amount) * (unit == .money ? 10_000_000_000 : 1) }

    /// The register's range, in litres.
    var registerRange: UInt32 {
        var range: UInt32 = 1_000
        for _ in 0..<blackWheels { range *= 10 }
        return range
    }
}
