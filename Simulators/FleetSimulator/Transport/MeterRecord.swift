/// Why a record is not one.
public enum RecordError: Error, Hashable, Sendable {
    /// Not as long as its form says.
    case truncated(count: Int)
    /// A form that is not known.
    case form(UInt8)
    /// The check does not match.
    case checksum
    /// A digit above nine.
    case digit
}

/// A reading as it travels: 24 bytes of our own, open form.
///
/// No maker's telegram is copied; a later room has real ones. Numbers are big-endian, digits are packed two a byte.
///
/// | at | bytes | |
/// |---|---|---|
/// | 0 | 1 | form: "B" digits, "F" floating point |
/// | 1 | 6 | serial number, 12 digits |
/// | 7 | 4 | order number |
/// | 11 | 4 | seconds since 2000-01-01 00:00:00 of the meter's clock |
/// | 15 | 6 | B: index in litres, 12 digits. F: index in m³ as a 32-bit floating-point number, then two zeros |
/// | 21 | 1 | 1 where the clock is not to be trusted, else 0 |
/// | 22 | 2 | CRC-16 of bytes 0 to 21 (polynomial 0xA001 reversed, begun with ones: that of Modbus) |
public struct MeterRecord: Hashable, Sendable {
    /// Serial number, at most 12 digits.
    public var serial: UInt64
    /// Order number, from 1, rising by one.
    public var order: UInt32
    /// The meter's clock, in seconds since 2000-01-01 00:00:00.
    public var time: UInt32
    /// Index in litres, at most 12 digits.
    public var litres: UInt64
    /// Whether the meter says that its time is not to be trusted.
    public var isTimeInvalid: Bool
    /// Whether the index went through a 32-bit floating-point number.
    public var isFloat: Bool

    /// A record of digits.
    public init(serial: UInt64, order: UInt32, time: UInt32, litres: UInt64, isTimeInvalid: Bool = false) {
        precondition(serial < MeterRecord.digits && litres < MeterRecord.digits, "a record has room for 12 digits")
        self.serial = serial
        self.order = order
        self.time = time
        self.litres = litres
        self.isTimeInvalid = isTimeInvalid
        isFloat = false
    }

    /// How long a record is.
    public static let size = 24
    private static let digits: UInt64 = 1_000_000_000_000

    /// Reads a record.
    ///
    /// Throws ``RecordError``. A floating-point index is cut to whole litres.
    public init(bytes: [UInt8]) throws(RecordError) {
        guard bytes.count == MeterRecord.size else { throw .truncated(count: bytes.count) }
        guard bytes[0] == 0x42 || bytes[0] == 0x46 else { throw .form(bytes[0]) }
        guard MeterRecord.check(bytes[..<22]) == UInt16(bytes[22]) << 8 | UInt16(bytes[23]) else { throw .checksum }
        isFloat = bytes[0] == 0x46
        serial = try MeterRecord.decimal(bytes[1..<7])
        order = MeterRecord.word(bytes[7..<11])
        time = MeterRecord.word(bytes[11..<15])
        if isFloat {
            let cubicMetres = Float(bitPattern: MeterRecord.word(bytes[15..<19]))
            guard cubicMetres >= 0, cubicMetres < 1e9 else { throw .digit }
            litres = UInt64(Double(cubicMetres) * 1_000)
        } else {
            litres = try MeterRecord.decimal(bytes[15..<21])
        }
        isTimeInvalid = bytes[21] != 0
    }

    /// The 24 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = [isFloat ? 0x46 : 0x42]
        bytes.reserveCapacity(MeterRecord.size)
        MeterRecord.put(decimal: serial, &bytes)
        MeterRecord.put(word: order, &bytes)
        MeterRecord.put(word: time, &bytes)
        if isFloat {
            MeterRecord.put(word: Float(Double(litres) / 1_000).bitPattern, &bytes)
            bytes += [0, 0]
        } else {
            MeterRecord.put(decimal: litres, &bytes)
        }
        bytes.append(isTimeInvalid ? 1 : 0)
        return MeterRecord.sealed(bytes)
    }

    /// Bytes 0 to 21 with their check behind them.
    static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let check = check(bytes[..<22])
        return bytes[..<22] + [UInt8(check >> 8), UInt8(truncatingIfNeeded: check)]
    }

    private static func decimal(_ bytes: ArraySlice<UInt8>) throws(RecordError) -> UInt64 {
        var number: UInt64 = 0
        for byte in bytes {
            guard byte >> 4 <= 9, byte & 15 <= 9 else { throw .digit }
            number = number * 100 + UInt64(byte >> 4) * 10 + UInt64(byte & 15)
        }
        return number
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    private static func put(decimal number: UInt64, _ bytes: inout [UInt8]) {
        var power = digits / 100
        while power > 0 {
            let pair = number / power % 100
            bytes.append(UInt8((pair / 10) << 4 | pair % 10))
            power /= 100
        }
    }

    private static func put(word: UInt32, _ bytes: inout [UInt8]) {
        for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }

    private static func check(_ bytes: ArraySlice<UInt8>) -> UInt16 {
        var register: UInt16 = 0xFFFF
        for byte in bytes {
            register ^= UInt16(byte)
            for _ in 0..<8 { register = register >> 1 ^ (register & 1 == 1 ? 0xA001 : 0) }
        }
        return register
    }
}
