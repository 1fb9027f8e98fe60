extension DecimalFigure {
    /// The figure that `text` writes in `notation`, with its decimals as written.
    ///
    /// Only ASCII digits, a leading minus and the separators of the notation are allowed: no blank, plus sign or
    /// exponent, a digit on both sides of the decimal separator, and groups of exactly three or no grouping at all.
    /// Throws `NumberFormatError` for anything else, and for more than 18 decimals that matter.
    public init(parsing text: String, notation: DecimalNotation) throws(NumberFormatError) {
        var parser = DecimalParser(text: text, notation: notation)
        self = try parser.parse()
    }
}

/// A strict reader of one number, byte by byte; every byte that belongs to a number is ASCII.
private struct DecimalParser {
    let text: String
    let bytes: [UInt8]
    let notation: DecimalNotation
    private var offset = 0
    private var magnitude: Int128 = 0

    init(text: String, notation: DecimalNotation) {
        self.text = text
        self.bytes = Array(text.utf8)
        self.notation = notation
    }

    mutating func parse() throws(NumberFormatError) -> DecimalFigure {
        guard !bytes.isEmpty else { throw failure(.empty) }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        if isNegative { offset = 1 }
        try parseWholePart()
        let fractionDigits = try parseFraction()
        guard offset == bytes.count else { throw unexpectedCharacter() }
        return DecimalFigure(units: isNegative ? -magnitude : magnitude, fractionDigits: fractionDigits)
    }

    /// Reads the digits before the decimal separator, with their grouping.
    private mutating func parseWholePart() throws(NumberFormatError) {
        var groupLengths = [try parseDigits(upTo: bytes.count)]
        while let separator = notation.groupSeparator, offset < bytes.count, bytes[offset] == separator {
            offset += 1
            groupLengths.append(try parseDigits(upTo: bytes.count))
        }
        guard groupLengths.count > 1 else { return }
        guard groupLengths[0] <= 3, groupLengths.dropFirst().allSatisfy({ $0 == 3 }) else {
            throw failure(.wrongGrouping)
        }
    }

    /// Reads the separator and the decimals, if there are any; returns how many were kept.
    private mutating func parseFraction() throws(NumberFormatError) -> Int {
        guard offset < bytes.count, bytes[offset] == notation.decimalSeparator else { return 0 }
        offset += 1
        // Zeros past the eighteenth decimal change nothing: the value counts, not the text.
        let start = offset
        let kept = try parseDigits(upTo: min(bytes.count, start + DecimalFigure.mostFractionDigits))
        let excess = bytes[offset...].prefix { isDigit($0) }
        if let last = excess.lastIndex(where: { $0 != UInt8(ascii: "0") }) {
            throw failure(
                .tooManyDecimals(found: last - start + 1, allowed: DecimalFigure.mostFractionDigits))
        }
        offset += excess.count
        return kept
    }

    /// Takes the digits from here up to `end` into the magnitude; returns how many there were, at least one.
    private mutating func parseDigits(upTo end: Int) throws(NumberFormatError) -> Int {
        let start = offset
        while offset < end, isDigit(bytes[offset]) {
            let digit = Int128(bytes[offset] - UInt8(ascii: "0"))
            do throws(ArithmeticError) {
                magnitude = try magnitude.checkedMultiplying(by: 10).checkedAdding(digit)
            } catch {
                throw failure(.outOfRange)
            }
            offset += 1
        }
        if offset == start {
            let atSeparator = offset < bytes.count && isSeparator(bytes[offset])
            if offset == bytes.count || atSeparator { throw failure(.digitMissing(position: offset + 1)) }
            throw unexpectedCharacter()
        }
        return offset - start
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func isSeparator(_ byte: UInt8) -> Bool {
        byte == notation.decimalSeparator || byte == notation.groupSeparator
    }

    /// The error for the byte at the current offset, its place counted in characters as a person counts them.
    private func unexpectedCharacter() -> NumberFormatError {
        let position = text.utf8.index(text.startIndex, offsetBy: offset)
        return failure(.unexpectedCharacter(position: text[..<position].count + 1))
    }

    private func failure(_ reason: NumberFormatError.Reason) -> NumberFormatError {
        NumberFormatError(text: text, reason: reason)
    }
}
