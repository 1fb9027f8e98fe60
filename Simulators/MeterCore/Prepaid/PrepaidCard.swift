/// A prepaid card as the office writes it and the meter writes it back: 64 bytes of our own, open form.
///
/// No maker's card is copied. All numbers are little-endian.
///
/// | at | bytes | office's half |
/// |---|---|---|
/// | 0 | 2 | mark, "EK" |
/// | 2 | 1 | form, 1 |
/// | 3 | 1 | kind: 1 customer, 2 service |
/// | 4 | 1 | unit: 1 millilitres, 2 kuruş |
/// | 5 | 1 | 0 |
/// | 6 | 2 | load number, from 1, strictly rising |
/// | 8 | 8 | serial number of the meter |
/// | 16 | 8 | amount, in millilitres or kuruş |
/// | 24 | 4 | price of a m³ in ten-thousandths of a kuruş, 0 on a volume card |
/// | 28 | 4 | CRC-32 of bytes 0 to 27 |
///
/// Bytes 32 to 63 are the meter's half: see ``PrepaidReadBack``. The meter never touches the office's half.
public struct PrepaidCard: Hashable, Sendable {
    /// Whom the card is for.
    public enum Kind: UInt8, Hashable, Sendable {
        /// Loads credit.
        case customer = 1
        /// Clears what only a technician may clear; carries no amount.
        case service = 2
    }

    /// Customer or service.
    public var kind: Kind
    /// Gas or money.
    public var unit: CreditUnit
    /// Number of this load, from 1; the meter takes each once.
    public var loadNumber: UInt16
    /// Serial number of the meter.
    public var serial: UInt64
    /// What is loaded, in millilitres or kuruş.
    public var amount: UInt64
    /// Price of a m³ in ten-thousandths of a kuruş; 0 on a volume card.
    public var price: UInt32
    /// What the meter wrote when the card was last in it; nil on a new card, or where that half is damaged.
    public var readBack: PrepaidReadBack?

    /// A card fresh from the office.
    public init(
        kind: Kind = .customer, unit: CreditUnit, loadNumber: UInt16, serial: UInt64, amount: UInt64, price: UInt32 = 0
    ) {
        self.kind = kind
        self.unit = unit
        self.loadNumber = loadNumber
        self.serial = serial
        self.amount = amount
        self.price = price
        readBack = nil
    }

    /// Reads the 64 bytes of a card.
    ///
    /// Throws `notACard`, `damaged` or `unknownForm`. A damaged half of the meter's does not keep the office's from being
    /// read.
    public init(bytes: Span<UInt8>) throws(PrepaidRefusal) {
        guard bytes.count == 64, CardBytes.number(bytes, at: 0, size: 2) == 0x4B45 else { throw .notACard }
        guard CardBytes.check(bytes, 0..<28) == CardBytes.number(bytes, at: 28, size: 4) else { throw .damaged }
        guard bytes[2] == 1, bytes[5] == 0, let kind = Kind(rawValue: bytes[3]),
            let unit = CreditUnit(rawValue: bytes[4])
        else { throw .unknownForm }
        self.kind = kind
        self.unit = unit
        loadNumber = UInt16(truncatingIfNeeded: CardBytes.number(bytes, at: 6, size: 2))
        serial = CardBytes.number(bytes, at: 8, size: 8)
        amount = CardBytes.number(bytes, at: 16, size: 8)
        price = UInt32(truncatingIfNeeded: CardBytes.number(bytes, at: 24, size: 4))
        readBack = PrepaidReadBack(card: bytes)
    }

    /// The 64 bytes of the card; the meter's half is zero where there is none.
    public var bytes: InlineArray<64, UInt8> {
        var bytes = InlineArray<64, UInt8>(repeating: 0)
        CardBytes.put(0x4B45, into: &bytes, at: 0, size: 2)
        bytes[2] = 1
        bytes[3] = kind.rawValue
        bytes[4] = unit.rawValue
        CardBytes.put(UInt64(loadNumber), into: &bytes, at: 6, size: 2)
        CardBytes.put(serial, into: &bytes, at: 8, size: 8)
        CardBytes.put(amount, into: &bytes, at: 16, size: 8)
        CardBytes.put(UInt64(price), into: &bytes, at: 24, size: 4)
        CardBytes.put(CardBytes.check(bytes.span, 0..<28), into: &bytes, at: 28, size: 4)
        readBack?.write(into: &bytes)
        return bytes
    }
}
