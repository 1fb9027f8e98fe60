/// How a language writes figures and dates; it moves no digit, what comes in exact goes out exact.
package struct FigureStyle: Hashable, Sendable {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    /// The exact decimal text `exact` (`-1234.50`) as this language writes it: `-1.234,50` or `-1,234.50`.
    ///
    /// - Throws: `FigureError` when `exact` is not a plain decimal number: digits, one point at most, a leading minus.
    package func number(_ exact: String) throws(FigureError) -> String {
        let unsigned = exact.hasPrefix("-") ? exact.dropFirst() : exact[...]
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else {
            throw FigureError.notPlainDecimal(exact)
        }
        let sign = exact.hasPrefix("-") ? "-" : ""
        let fraction = parts.count == 2 ? decimalMark + parts[1] : ""
        return sign + grouped(parts[0]) + fraction
    }

    /// An amount of money: `1.234,56 TL` (Turkish), `TL 1,234.56` (English).
    ///
    /// - Throws: `FigureError` as `number` does.
    package func money(_ exact: String) throws(FigureError) -> String {
        let figure = try number(exact)
        return language == .turkish ? figure + " TL" : "TL " + figure
    }

    /// A rate such as `0.20` as `%20` (Turkish) or `20%` (English), with no more decimals than it needs.
    ///
    /// - Throws: `FigureError` as `number` does.
    package func percentage(_ exact: String) throws(FigureError) -> String {
        _ = try number(exact)
        let parts = exact.split(separator: ".")
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        while fraction.count < 2 { fraction += "0" }
        var whole = String(parts[0]) + fraction.prefix(2)
        while whole.count > 1, whole.hasPrefix("0") { whole.removeFirst() }
        var rest = String(fraction.dropFirst(2))
        while rest.hasSuffix("0") { rest.removeLast() }
        let value = try number(rest.isEmpty ? whole : "\(whole).\(rest)")
        return language == .turkish ? "%" + value : value + "%"
    }

    /// A calendar day as both languages are read in Türkiye: `07.12.2026`.
    package func date(year: Int, month: Int, day: Int) -> String {
        "\(padded(day, to: 2)).\(padded(month, to: 2)).\(padded(year, to: 4))"
    }

    private var decimalMark: String { language == .turkish ? "," : "." }
    private var groupMark: String { language == .turkish ? "." : "," }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func grouped(_ digits: Substring) -> String {
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += groupMark }
            text.append(digit)
        }
        return text
    }

    private func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A figure that this room was given in a form that it does not write.
package enum FigureError: Error, Hashable {
    case notPlainDecimal(String)
}
