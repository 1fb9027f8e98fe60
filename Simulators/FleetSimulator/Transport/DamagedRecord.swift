/// Records as faults leave them.
enum DamagedRecord {
    /// The bytes of a record damaged in one way; they are never those of the record, but for a `float32` that fits.
    static func bytes(_ record: MeterRecord, _ variant: FaultVariant, _ chance: UInt64) -> [UInt8] {
        var bytes = record.bytes
        switch variant {
        case .float32:
            var rounded = record
            rounded.isFloat = true
            return rounded.bytes
        case .nibble:
            // A digit of the index above nine, and a check that matches: a broken encoder, not a broken line.
            let place = 15 + Int(chance % 6)
            let digit = UInt8(10 + chance >> 8 % 6)
            bytes[place] = chance >> 16 & 1 == 0 ? bytes[place] & 0x0F | digit << 4 : bytes[place] & 0xF0 | digit
            return MeterRecord.sealed(bytes)
        case .truncation: return Array(bytes.prefix(1 + Int(chance % UInt64(MeterRecord.size - 1))))
        default:
            // One bit behind the form, so that it is the check that tells.
            bytes[1 + Int(chance % UInt64(MeterRecord.size - 1))] ^= UInt8(1) << UInt8(chance >> 8 & 7)
            return bytes
        }
    }

    /// A serial number with two neighbouring digits swapped, or one digit changed where all are the same.
    static func misread(_ serial: UInt64, _ key: UInt64) -> UInt64 {
        let digits = "\(serial)".utf8.map { UInt64($0 - 0x30) }
        let count = digits.count
        for step in 0..<max(count - 1, 0) {
            let place = (Int(key % UInt64(count)) + step) % (count - 1)
            // Not a zero to the front: the number would lose a digit.
            if digits[place] != digits[place + 1], place > 0 || digits[1] != 0 {
                var swapped = digits
                swapped.swapAt(place, place + 1)
                return swapped.reduce(0) { $0 * 10 + $1 }
            }
        }
        let last = serial % 10
        return serial - last + (last + 1 + key % 9) % 10
    }

    /// Which digits cannot be made out: one to three of the whole m³ (from the fourth from the right, in litres).
    static func unreadable(_ chance: UInt64) -> [Int] {
        let first = 3 + Int(chance % 3)
        return Array(first..<first + 1 + Int(chance >> 8 % 3))
    }

    /// A record with digits of the index above nine in those places, counted from the right.
    static func masked(_ record: MeterRecord, _ places: [Int]) -> [UInt8] {
        var bytes = record.bytes
        for place in places { bytes[20 - place / 2] |= place % 2 == 0 ? 0x0F : 0xF0 }
        return MeterRecord.sealed(bytes)
    }
}
