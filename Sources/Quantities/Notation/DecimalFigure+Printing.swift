extension DecimalFigure: CustomStringConvertible {
    /// The figure in plain notation, all its decimals shown: `1730.00`.
    public var description: String { printed(in: .plain) }

    /// The figure with all its decimals, in `notation`; Turkish print groups thousands: `1.730,00`.
    public func printed(in notation: DecimalNotation) -> String {
        let magnitude = units.magnitude
        if let small = UInt64(exactly: magnitude) { return print(small, in: notation) }
        return print(magnitude, in: notation)
    }

    /// Writes the digits from the last to the first; a short text needs no memory of its own.
    private func print(_ magnitude: some UnsignedInteger & FixedWidthInteger, in notation: DecimalNotation) -> String {
        var digits = 1
        var left = magnitude / 10
        while left > 0 { (digits, left) = (digits + 1, left / 10) }
        let whole = max(1, digits - fractionDigits)
        let groups = notation.groupSeparator == nil ? 0 : (whole - 1) / 3
        let length = (units < 0 ? 1 : 0) + whole + groups + (fractionDigits > 0 ? fractionDigits + 1 : 0)
        return String(unsafeUninitializedCapacity: length) { bytes in
            var (place, rest) = (length, magnitude)
            func put(_ byte: UInt8) {
                place -= 1
                bytes[place] = byte
            }
            func putDigit() {
                put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            }
            if fractionDigits > 0 {
                for _ in 0..<fractionDigits { putDigit() }
                put(notation.decimalSeparator)
            }
            for offset in 0..<whole {
                if let separator = notation.groupSeparator, offset > 0, offset % 3 == 0 { put(separator) }
                putDigit()
            }
            if units < 0 { put(UInt8(ascii: "-")) }
            return length
        }
    }
}
