/// The weights of a model file: IEEE 754 half precision, little endian, read without leaving the bytes.
package struct HalfFloats: Sendable {
    private let bytes: ArraySlice<UInt8>

    /// The weights in these bytes; an odd last byte is left out.
    package init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// That many weights from an offset (counted in weights); nil if they are not all there.
    package func floats(from offset: Int, count: Int) -> [Float]? {
        let available = bytes.count / 2
        guard offset >= 0, count >= 0, offset <= available, count <= available - offset else { return nil }
        return (0..<count).map { index in
            let at = bytes.startIndex + (offset + index) * 2
            return Self.float(UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8)
        }
    }

    /// The value of half precision bits.
    ///
    /// `Float16` itself is not on every platform that Swift runs on.
    package static func float(_ bits: UInt16) -> Float {
        let sign = UInt32(bits & 0x8000) << 16
        let exponent = UInt32(bits >> 10 & 0x1F)
        let fraction = UInt32(bits & 0x3FF)
        switch exponent {
        case 0:
            let magnitude = Float(fraction) * Float(sign: .plus, exponent: -24, significand: 1)
            return sign == 0 ? magnitude : -magnitude
        case 31:
            return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
        default:
            return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
        }
    }
}
