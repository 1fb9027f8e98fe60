extension DecimalFigure: CustomStringConvertible {
    /// The figure in plain notation, all its decimals shown: `1730.00`.
    public var description: String { printed(in: .plain) }

    /// The figure with all its decimals, in `notation`; Turkish print groups thousands: `1.730,00`.
    public func printed(in notation: DecimalNotation) -> String {
        var digits = Array(String(units.magnitude).utf8)
        let missing = fractionDigits + 1 - digits.count
        if missing > 0 { digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: 0) }
        let whole = digits.dropLast(fractionDigits)
        var bytes: [UInt8] = units < 0 ? [UInt8(ascii: "-")] : []
        for (offset, digit) in whole.enumerated() {
            if let separator = notation.groupSeparator, offset > 0, (whole.count - offset) % 3 == 0 {
                bytes.append(separator)
            }
            bytes.append(digit)
        }
        if fractionDigits > 0 {
            bytes.append(notation.decimalSeparator)
            bytes.append(contentsOf: digits.suffix(fractionDigits))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
