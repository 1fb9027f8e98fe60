/// A text's words without case and accents, as banks write them: `AYŞE YILMAZ`, `Ayse Yılmaz` and `ayşe yilmaz` are one.
///
/// The four Turkish i's (I ı İ i) are one letter, ş is s, ç is c, ğ is g, ü is u, ö is o, â is a. It is never printed.
struct FoldedName: Hashable, CustomStringConvertible {
    /// The words of letters, in their order; digits and signs part words.
    let words: [String]

    init(_ text: String) {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if Self.isMark(scalar) { continue }
            if let letter = Self.letter(scalar) {
                word.unicodeScalars.append(letter)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        self.words = words
    }

    var description: String { "a name of \(words.count) words" }

    /// Accents that are written as signs of their own: the dot of an i, the cedilla, the breve, the two dots.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    /// The plain letter of a letter; letters that have none stay as they are, `nil` for what is no letter.
    static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "a"..."z": scalar
        case "A"..."Z": Unicode.Scalar(UInt8(scalar.value + 32))
        case "ı", "İ", "î", "Î", "í", "Í": "i"
        case "ş", "Ş": "s"
        case "ç", "Ç": "c"
        case "ğ", "Ğ": "g"
        case "ü", "Ü", "û", "Û", "ú", "Ú": "u"
        case "ö", "Ö", "ô", "Ô", "ó", "Ó": "o"
        case "â", "Â", "á", "Á", "à", "À", "ä", "Ä": "a"
        case "é", "É", "è", "È", "ê", "Ê", "ë", "Ë": "e"
        // Beyond ASCII: the rest of the Latin, Greek and Cyrillic letters, whatever they are.
        default: (0xC0...0x24F).contains(scalar.value) || (0x370...0x52F).contains(scalar.value) ? scalar : nil
        }
    }
}
