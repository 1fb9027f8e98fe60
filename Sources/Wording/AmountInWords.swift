/// An amount of money in words, as a letter or a receipt writes it beside the figures.
package enum AmountInWords {
    /// The words of an exact amount such as `62856.00`: `Altmış iki bin sekiz yüz elli altı lira`, `Sixty-two thousand eight
    /// hundred and fifty-six lira`.
    ///
    /// Kuruş are said where there are any, `Eksi` or `Minus` stands before an amount below zero. Throws
    /// `FigureError.notPlainDecimal` for a text that is no amount with two decimals of less than a quintillion.
    package static func text(_ exact: String, in language: Language) throws(FigureError) -> String {
        let isNegative = exact.hasPrefix("-")
        let parts = (isNegative ? exact.dropFirst() : exact[...]).split(
            separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, (1...18).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
            let lira = Int64(parts[0]), let kurus = Int64(parts[1])
        else { throw .notPlainDecimal(exact) }
        var words: [String] = []
        if isNegative && (lira, kurus) != (0, 0) { words.append(language == .turkish ? "eksi" : "minus") }
        if lira != 0 || kurus == 0 { words.append(number(lira, language) + " lira") }
        if kurus != 0 { words.append(number(kurus, language) + " kuruş") }
        let text = words.joined(separator: " ")
        // A small i has its dot in Turkish, however large it is.
        let first = text.hasPrefix("i") && language == .turkish ? "İ" : text.prefix(1).uppercased()
        return first + text.dropFirst()
    }

    private static func number(_ number: Int64, _ language: Language) -> String {
        language == .turkish ? turkish(number) : english(number)
    }

    // A hundred and a thousand alone have no "bir" before them.
    private static func turkish(_ number: Int64) -> String {
        guard number > 0 else { return "sıfır" }
        return groups(number, ["", " bin", " milyon", " milyar", " trilyon", " katrilyon"]) { value, scale in
            scale == 1 && value == 1 ? "" : turkishGroup(value)
        }
    }

    private static func turkishGroup(_ value: Int) -> String {
        let ones = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
        let tens = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
        let hundreds = value / 100 == 0 ? "" : value / 100 == 1 ? "yüz" : ones[value / 100] + " yüz"
        return [hundreds, tens[value / 10 % 10], ones[value % 10]].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func english(_ number: Int64) -> String {
        guard number > 0 else { return "zero" }
        let scales = ["", " thousand", " million", " billion", " trillion", " quadrillion"]
        return groups(number, scales) { value, scale in
            // "one thousand and five", but "one thousand two hundred".
            (scale == 0 && value < 100 && number > 999 ? "and " : "") + englishGroup(value)
        }
    }

    private static func englishGroup(_ value: Int) -> String {
        let ones = [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        let rest = value % 100
        let small =
            rest < 20 ? ones[rest] : [tens[rest / 10], ones[rest % 10]].filter { !$0.isEmpty }.joined(separator: "-")
        guard value >= 100 else { return small }
        return ones[value / 100] + " hundred" + (small.isEmpty ? "" : " and " + small)
    }

    /// The words of each three digits with the name of their scale, the largest first.
    private static func groups(
        _ number: Int64, _ scales: [String], _ words: (_ value: Int, _ scale: Int) -> String
    ) -> String {
        var (rest, parts) = (number, [String]())
        for (scale, name) in scales.enumerated() where rest > 0 {
            let value = Int(rest % 1_000)
            rest /= 1_000
            if value > 0 { parts.append((words(value, scale) + name).trimmingLeadingSpace) }
        }
        return parts.reversed().joined(separator: " ")
    }
}

extension String {
    fileprivate var trimmingLeadingSpace: String { hasPrefix(" ") ? String(dropFirst()) : self }
}
