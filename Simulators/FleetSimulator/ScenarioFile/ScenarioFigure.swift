/// Numbers of a scenario file, read from their letters: never through a floating-point number.
enum ScenarioFigure {
    /// The number in units of its last decimal, nil where it is not written as one.
    ///
    /// No plus sign, no leading zero, no exponent, at most `places` decimals.
    static func parse(_ text: Substring, places: Int) -> Int? {
        let isNegative = text.first == "-"
        let parts = (isNegative ? text.dropFirst() : text).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, isDigits(whole), whole.count == 1 || whole.first != "0" else {
            return nil
        }
        var decimals = ""
        if parts.count == 2 {
            guard isDigits(parts[1]), parts[1].count <= places else { return nil }
            decimals = String(parts[1])
        }
        decimals += String(repeating: "0", count: places - decimals.count)
        guard let number = Int(whole + decimals) else { return nil }
        return isNegative ? -number : number
    }

    /// One number, or two as `a..b` with the smaller one first.
    static func parseRange(_ text: Substring, places: Int) -> ClosedRange<Int>? {
        guard let dots = text.firstRange(of: "..") else {
            return parse(text, places: places).map { $0...$0 }
        }
        guard let low = parse(text[..<dots.lowerBound], places: places),
            let high = parse(text[dots.upperBound...], places: places), low <= high
        else { return nil }
        return low...high
    }

    /// A number of units as it is written.
    static func text(_ units: Int, places: Int) -> String {
        var digits = String(units.magnitude)
        guard places > 0 else { return units < 0 ? "-" + digits : digits }
        if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
        var decimals = digits.suffix(places)
        while decimals.last == "0" { decimals.removeLast() }
        let whole = String(digits.dropLast(places))
        return (units < 0 ? "-" : "") + (decimals.isEmpty ? whole : whole + "." + decimals)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
