/// The numbers that stand alone in a transfer's text [havale/EFT açıklaması].
///
/// A number is taken whole or not at all: ten digits inside a longer run, or a telephone number, are no account. Groups of
/// digits with a blank, a point or a hyphen between them are one number where all of them together make it up.
struct DigitRuns {
    /// The texts of the numbers, each a candidate for a subscriber's or an installation's number.
    let numbers: [String]

    /// The numbers of `text` that can be found by `isKnown`; groups are put together only where that gives a known one.
    init(_ text: String, isKnown: (String) -> Bool) {
        var numbers: [String] = []
        for groups in Self.groups(in: text) {
            var open: [String] = []
            for group in groups {
                guard group.count >= Self.wholeNumber else {
                    open.append(group)
                    continue
                }
                numbers += Self.joined(open, isKnown)
                open = []
                numbers.append(group)
            }
            numbers += Self.joined(open, isKnown)
        }
        self.numbers = numbers
    }

    /// A group of so many digits is a number of its own, known or not.
    private static let wholeNumber = 10

    /// The numbers that short groups make up together: a single group itself; several groups only where they are used up.
    private static func joined(_ groups: [String], _ isKnown: (String) -> Bool) -> [String] {
        guard groups.count > 1 else { return groups }
        let whole = groups.reduce("", +)
        if isKnown(whole) { return [whole] }
        // "4100 012 345 7700 054 321": two numbers, one after the other.
        var first = ""
        for (place, group) in groups.enumerated().dropLast() {
            first += group
            let second = groups[(place + 1)...].reduce("", +)
            if isKnown(first), isKnown(second) { return [first, second] }
        }
        // Each group may be a number of few digits, but not beside others: it could be a part of a telephone number.
        return []
    }

    /// The groups of digits, those in one list that only a blank, a point or a hyphen parts.
    private static func groups(in text: String) -> [[String]] {
        var lists: [[String]] = []
        var list: [String] = []
        var group = ""
        var touchesLetters = false
        var word = ""
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            if ("0"..."9").contains(scalar) {
                // "NO4100012345" is a label and its number; "TR4100012345" is something else.
                if group.isEmpty { touchesLetters = !word.isEmpty && !labels.contains(word) }
                group.unicodeScalars.append(scalar)
                word = ""
                continue
            }
            let letter = FoldedName.letter(scalar)
            let isLetter = letter != nil || FoldedName.isMark(scalar)
            if let letter {
                word.unicodeScalars.append(letter)
            } else if !isLetter {
                word = ""
            }
            if !group.isEmpty {
                if !touchesLetters && !isLetter { list.append(group) } else { close(&list, &lists) }
                group = ""
            }
            let isFollowed = place + 1 < scalars.count && ("0"..."9").contains(scalars[place + 1])
            if !isJoiner(scalar) || !isFollowed { close(&list, &lists) }
        }
        if !group.isEmpty, !touchesLetters { list.append(group) }
        close(&list, &lists)
        return lists
    }

    private static func close(_ list: inout [String], _ lists: inout [[String]]) {
        if !list.isEmpty { lists.append(list) }
        list = []
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "." || scalar == "-"
    }

    /// The words that bank texts write a number to without a blank, folded.
    private static let labels: Set<String> = [
        "no", "abone", "aboneno", "tesisat", "tesisatno", "sozlesme", "sozlesmeno", "abn", "tes", "numara", "nolu",
    ]
}
