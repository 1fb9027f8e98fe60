/// What serials a code's text may mean.
package enum CodeSerial {
    /// Serials have 6 to 10 digits; what is longer is a delivery point or an article.
    private static let lengths = 6...10

    /// The serials that the text may mean, the likeliest first; more than one where only a list or the print can tell.
    ///
    /// Makers let a code say the serial alone, or what the meter is before it: type, year, or both. ITF holds digits in
    /// pairs and says the serial alone; a zero that makes their number even does not count anyway.
    package static func candidates(in text: String, of symbology: CodeSymbology) -> [String] {
        let parts = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
        var found: [String] = []
        for part in parts.reversed() {
            // What stands before a letter is no serial: the letters name the maker or the type.
            let digits = String(part.reversed().prefix(while: \.isDecimalDigit).reversed())
            guard lengths.contains(digits.utf8.count) || mayBeginWithYear(digits, symbology) else { continue }
            if lengths.contains(digits.utf8.count) { found.append(digits) }
            if mayBeginWithYear(digits, symbology), parts.count == 1 { found.append(String(digits.dropFirst(2))) }
        }
        return found
    }

    /// Whether the first two of these digits may be a year that seven to ten digits of a serial follow.
    private static func mayBeginWithYear(_ digits: String, _ symbology: CodeSymbology) -> Bool {
        symbology != .itf && (9...12).contains(digits.utf8.count)
    }
}
