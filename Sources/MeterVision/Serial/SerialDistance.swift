/// How far what was read lies from a serial: 0 for the same, 1 for a digit that print does not take for another.
package enum SerialDistance {
    /// A digit more or less: plates are read in whole words, and a lost digit takes the serial's length with it.
    package static let gap = 1.5
    /// A letter that looks like the digit.
    package static let letter = 0.2
    /// A letter that looks like another digit, or like none.
    private static let strangeLetter = 0.9
    /// Digits that worn or small print takes for each other.
    package static let confusion = 0.6
    private static let confused: Set<String> = [
        "08", "06", "68", "17", "38", "56", "09", "89", "35", "58", "49",
    ]
    /// The digits that a letter looks like.
    private static let looks: [Character: String] = [
        "O": "0", "o": "0", "Q": "0", "D": "0", "I": "1", "l": "1", "i": "1", "|": "1", "Z": "2", "z": "2", "S": "5",
        "s": "5", "G": "6", "b": "6", "B": "8", "g": "9", "q": "9",
    ]

    /// What it costs that `seen` was read where the digit stands.
    package static func cost(_ seen: Character, _ digit: Character) -> Double {
        if seen == digit { return 0 }
        if let look = looks[seen] { return look.contains(digit) ? letter : strangeLetter }
        guard seen.isDecimalDigit else { return strangeLetter }
        let pair = seen < digit ? "\(seen)\(digit)" : "\(digit)\(seen)"
        return confused.contains(pair) ? confusion : 1
    }

    /// The least sum of costs that turns one into the other; nil when it is more than `most`.
    ///
    /// Only places within the gaps that `most` allows are compared.
    package static func between(_ seen: [Character], _ serial: [Character], most: Double) -> Double? {
        let band = Int(most / gap)
        guard abs(seen.count - serial.count) <= band else { return nil }
        var row = (0...serial.count).map { $0 <= band ? Double($0) * gap : .infinity }
        for (place, character) in seen.enumerated() {
            let at = place + 1
            var next = [Double](repeating: .infinity, count: serial.count + 1)
            if at <= band { next[0] = Double(at) * gap }
            let (first, last) = (max(1, at - band), min(serial.count, at + band))
            guard first <= last else { return nil }
            for column in first...last {
                let same = row[column - 1] + cost(character, serial[column - 1])
                next[column] = min(same, row[column] + gap, next[column - 1] + gap)
            }
            row = next
        }
        let distance = row[serial.count]
        return distance <= most + 1e-9 ? distance : nil
    }
}

extension Character {
    /// Whether it is one of 0 to 9.
    var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}
