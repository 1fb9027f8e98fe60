/// What a display shows.
package struct LCDReading: Sendable {
    /// Digits of the index from the left, decimals included; empty where the display shows no index.
    package let digits: [Int]
    /// Lines of a text display, or the one text of seven segments without its point.
    package let lines: [String]
    /// Symbols that are on.
    let symbols: Set<DisplaySymbol>

    package init(_ look: LCDLook, _ dice: inout Dice) {
        let drawn = (0..<look.digits).map { place in
            // Where leading zeros stay dark, the first digit is none.
            place == 0 && look.unlit > 0 && look.digits - look.decimals > 1
                ? dice.random.whole(1...9) : dice.random.whole(0...9)
        }
        // Most meters stand far below what their display can show.
        let zeros = look.unlit > 0 ? 0 : min(look.digits - look.decimals - 1, dice.random.whole(0...4))
        let digits = drawn.enumerated().map { $0.offset < zeros ? 0 : $0.element }
        self.digits = look.state.showsIndex ? digits : []
        let error = dice.random.whole(1...99)
        let dashes = dice.random.chance(0.4)
        let number = (error < 10 ? "0" : "") + String(error)
        var on: Set<DisplaySymbol> = []
        for symbol in DisplaySymbol.allCases where dice.random.chance(symbol.share) { on.insert(symbol) }
        switch look.state {
        case .test: on = Set(DisplaySymbol.allCases)
        case .blank: on = []
        case .lowBattery: on.insert(.battery)
        case .normal, .error: break
        }
        symbols = on
        let others = LCDReading.values(&dice.random)
        let places = look.digits + look.unlit
        switch (look.kind, look.state) {
        case (_, .blank): lines = []
        case (.segments, .test): lines = [String(repeating: "8", count: places)]
        case (.segments, .error):
            lines = [dashes ? String(repeating: "-", count: places) : LCDReading.fitted("Err \(number)", to: places)]
        case (.segments, _): lines = [String(repeating: " ", count: look.unlit) + digits.map(String.init).joined()]
        case (_, .test):
            lines = [String](repeating: String(repeating: "█", count: LCDLook.columns), count: look.kind.lines)
        case (_, .error):
            lines = (0..<look.kind.lines).map {
                $0 == look.indexLine ? "   ERROR \(number)" : dashes ? "----------" : ""
            }
        case (_, _):
            let index = LCDReading.index(digits, look, label: dice.random.one(of: ["Vb", "Vm", "V1"]))
            let picked = (0..<look.kind.lines).map { others[$0 % others.count] }
            lines = picked.enumerated().map { $0.offset == look.indexLine ? index : $0.element }
        }
    }

    /// The index as a text display shows it.
    private static func index(_ digits: [Int], _ look: LCDLook, label: String) -> String {
        let before = digits.dropLast(look.decimals).map(String.init).joined()
        let after = digits.suffix(look.decimals).map(String.init).joined()
        let number = String(repeating: " ", count: look.unlit) + before + (after.isEmpty ? "" : ".\(after)")
        let rest = LCDLook.columns - look.indexColumn - number.count
        // The longest unit that still fits the line.
        let unit = [" \(look.unit)", look.unit, "m³"].first { $0.count <= rest } ?? ""
        return "\(label) \(number)\(unit)"
    }

    /// What else a corrector tells: pressure, temperature, factors, state; in an order of chance.
    private static func values(_ random: inout SeededRandom) -> [String] {
        func number(_ low: Int, _ high: Int, _ decimals: Int) -> String {
            let digits = String(random.whole(low...high))
            let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
            return "\(filled.dropLast(decimals)).\(filled.suffix(decimals))"
        }
        var values = [
            "p  \(number(9_800, 60_000, 4)) bar", "t  \(number(0, 3_500, 2)) °C", "C  \(number(9_000, 60_000, 4))",
            "Qb \(number(0, 9_000, 1)) m³/h", "Z/Zb \(number(9_500, 10_100, 4))",
            "\(random.whole(10...28)).\(random.whole(10...12)).20\(random.whole(12...30))", "MENU > STATUS OK",
        ]
        values.shuffle(using: &random)
        return values
    }

    private static func fitted(_ text: String, to count: Int) -> String {
        String((text + String(repeating: " ", count: max(0, count - text.count))).prefix(count))
    }
}
