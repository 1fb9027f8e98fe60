/// What a meter writes onto its card whenever it is in: the meter's half of ``PrepaidCard``.
///
/// | at | bytes | meter's half |
/// |---|---|---|
/// | 32 | 4 | register, in whole litres |
/// | 36 | 2 | number of the last load taken |
/// | 38 | 2 | flags, see ``PrepaidFlags`` |
/// | 40 | 8 | credit in the meter's finest unit, two's complement |
/// | 48 | 4 | time, in seconds since 2000-01-01 00:00:00 of the meter's clock |
/// | 52 | 1 | refusal of this card, 0 where it was taken |
/// | 53 | 7 | 0 |
/// | 60 | 4 | CRC-32 of bytes 32 to 59, with its bits reversed, so that 28 zeros do not pass |
public struct PrepaidReadBack: Hashable, Sendable {
    /// Register, in whole litres.
    public var litres: UInt32
    /// Number of the last load that the meter took.
    public var loadNumber: UInt16
    /// Valve, tamper and battery.
    public var flags: PrepaidFlags
    /// Credit, in the meter's finest unit.
    public var credit: Int64
    /// The meter's clock, in seconds since 2000-01-01 00:00:00.
    public var time: UInt32
    /// Why this card was not taken, nil where it was.
    public var refusal: PrepaidRefusal?

    /// What a meter says of itself.
    public init(of meter: PrepaidMeter, time: UInt32, refusal: PrepaidRefusal?) {
        litres = meter.litres
        loadNumber = meter.loadNumber
        flags = meter.flags
        credit = meter.credit
        self.time = time
        self.refusal = refusal
    }

    /// Reads the meter's half of a card's 64 bytes, nil where it does not match its check.
    init?(card bytes: Span<UInt8>) {
        guard CardBytes.check(bytes, 32..<60) ^ 0xFFFF_FFFF == CardBytes.number(bytes, at: 60, size: 4) else {
            return nil
        }
        litres = UInt32(truncatingIfNeeded: CardBytes.number(bytes, at: 32, size: 4))
        loadNumber = UInt16(truncatingIfNeeded: CardBytes.number(bytes, at: 36, size: 2))
        flags = PrepaidFlags(rawValue: UInt16(truncatingIfNeeded: CardBytes.number(bytes, at: 38, size: 2)))
        credit = Int64(bitPattern: CardBytes.number(bytes, at: 40, size: 8))
        time = UInt32(truncatingIfNeeded: CardBytes.number(bytes, at: 48, size: 4))
        refusal = PrepaidRefusal(rawValue: bytes[52])
    }

    func write(into bytes: inout InlineArray<64, UInt8>) {
        CardBytes.put(UInt64(litres), into: &bytes, at: 32, size: 4)
        CardBytes.put(UInt64(loadNumber), into: &bytes, at: 36, size: 2)
        CardBytes.put(UInt64(flags.rawValue), into: &bytes, at: 38, size: 2)
        CardBytes.put(UInt64(bitPattern: credit), into: &bytes, at: 40, size: 8)
        CardBytes.put(UInt64(time), into: &bytes, at: 48, size: 4)
        bytes[52] = refusal?.rawValue ?? 0
        CardBytes.put(CardBytes.check(bytes.span, 32..<60) ^ 0xFFFF_FFFF, into: &bytes, at: 60, size: 4)
    }
}
