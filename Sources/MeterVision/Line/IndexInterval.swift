/// The two indices between which a counter stands whose wheels leave open which of them holds.
public struct IndexInterval: Hashable, Sendable {
    /// The lower one, as printed.
    public let lower: String
    /// The upper one, as printed; after a rollover it has the smaller digits.
    public let upper: String

    /// The interval.
    package init(lower: String, upper: String) { (self.lower, self.upper) = (lower, upper) }

    /// What the line leaves open; nil where nothing is.
    ///
    /// Half-rolled wheels that the carry rule settled leave nothing open; `last` is where the last black wheel stands by
    /// itself, as far as that was told.
    package init?(_ line: LineReading, wheels: [HalfRolledWheel], last: Double?) {
        let black = line.digits.filter { !$0.isDecimal }.map(\.value)
        guard let lastDigit = black.last else { return nil }
        // How far below and above the reading the counter may stand.
        var (down, up) = (0, 0)
        for wheel in wheels where wheel.settled == nil && wheel.place < black.count {
            let weight = (wheel.place + 1..<black.count).reduce(1) { product, _ in product * 10 }
            if black[wheel.place] == wheel.upper { down = max(down, weight) } else { up = max(up, weight) }
        }
        if OpenCarry.isOpen(decimals: line.decimals, lastPosition: last) {
            switch last.map({ Self.beyond($0, digit: lastDigit) }) {
            case nil: (down, up) = (max(down, 1), max(up, 1))
            // Clearly on its way: this digit or, once it has arrived, the next.
            case let beyond? where beyond > 0.25 && beyond < 1.5: up = max(up, 1)
            // At the digit: it may have come there a moment too early.
            default: down = max(down, 1)
            }
        }
        guard down + up > 0 else { return nil }
        self.init(lower: Self.printed(black, moved: -down), upper: Self.printed(black, moved: up))
    }

    /// How far a wheel stands beyond a digit, -5 to 5.
    private static func beyond(_ position: Double, digit: Int) -> Double {
        let way = (position - Double(digit)).truncatingRemainder(dividingBy: 10)
        return way < -5 ? way + 10 : way >= 5 ? way - 10 : way
    }

    /// The index so much further, on a counter that passes zero.
    private static func printed(_ digits: [Int], moved: Int) -> String {
        let turn = digits.reduce(1) { product, _ in product * 10 }
        let index = (digits.reduce(0) { $0 * 10 + $1 } + moved + turn) % turn
        let text = String(index)
        return String(repeating: "0", count: digits.count - text.utf8.count) + text
    }
}
