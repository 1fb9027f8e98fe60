/// The numbers that stand alone in a transfer's text [havale/EFT açıklaması].
///
/// A number is taken whole or not at all: ten digits inside a longer run, or a telephone number, are no account. Groups of
/// digits with a blank, a point or a hyphen between them are one number where all of them together make it up.
struct DigitRuns {
    /// The texts of the numbers, each a candidate for a subscriber's or an installation's number.
    let numbers: [String]
    /// Long groups that touch letters: they post nothing, but speak against another number.
    let doubtful: [String]

    /// The numbers of `text` that can be found by `isKnown`; groups are put together only where that gives a known one.
    init(_ text: String, isKnown: (String) -> Bool) {
        var numbers: [String] = []
        var doubtful: [String] = []
        for groups in Self.groups(in: text) {
            // Short groups beside a long one that nobody has may be its end, and one that touches a letter spoils those
            // beside it: the 0 of "TEL0 410 001 23 45" belongs to what follows.
            let isSound = groups.allSatisfy { $0.standsAlone && ($0.isShort || isKnown($0.digits)) }
            var short: [Group] = []
            for group in groups {
                if group.isShort {
                    short.append(group)
                    continue
                }
                if isSound { numbers += Self.joined(short, isKnown) }
                short = []
                if group.standsAlone {
                    numbers.append(group.digits)
                } else {
                    doubtful.append(group.digits)
                }
            }
            if isSound { numbers += Self.joined(short, isKnown) }
        }
        self.numbers = numbers
        self.doubtful = doubtful
    }

    /// Digits that follow one another.
    private struct Group {
        var digits: String
        /// Whether no letter touches them, but for the word of a label.
        var standsAlone: Bool

        /// Whether it can be a part of a number; ten digits are one of their own, known or not.
        var isShort: Bool { digits.utf8.count < 10 }
    }

    /// The numbers that short groups make up together: a single group itself; several groups only where they are used up.
    private static func joined(_ groups: [Group], _ isKnown: (String) -> Bool) -> [String] {
        guard groups.count > 1 else { return groups.map { $0.digits } }
        let whole = groups.reduce("") { $0 + $1.digits }
        if isKnown(whole) { return [whole] }
        // "4100 012 345 7700 054 321": two numbers, one after the other.
        var first = ""
        for (place, group) in groups.enumerated().dropLast() {
            first += group.digits
            let second = groups[(place + 1)...].reduce("") { $0 + $1.digits }
            if isKnown(first), isKnown(second) { return [first, second] }
        }
        // Each group may be a number of few digits, but not beside others: it could be a part of a telephone number.
        return []
    }

    /// The groups of digits, those in one list that only a blank, a point or a hyphen parts.
    private static func groups(in text: String) -> [[Group]] {
        var lists: [[Group]] = []
        var list: [Group] = []
        var group: Group?
        var word = ""
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            if ("0"..."9").contains(scalar) {
                // "NO4100012345" is a label and its number; "TR4100012345" is something else.
                var open = group ?? Group(digits: "", standsAlone: word.isEmpty || labels.contains(word))
                open.digits.unicodeScalars.append(scalar)
                group = open
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
            if var closed = group {
                closed.standsAlone = closed.standsAlone && (!isLetter || labels.contains(Self.word(scalars[place...])))
                list.append(closed)
                group = nil
            }
            let isFollowed = place + 1 < scalars.count && ("0"..."9").contains(scalars[place + 1])
            if !list.isEmpty, !isJoiner(scalar) || !isFollowed {
                lists.append(list)
                list = []
            }
        }
        if let group { list.append(group) }
        return list.isEmpty ? lists : lists + [list]
    }

    /// The word that the letters at the beginning make up, folded.
    private static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var word = ""
        for scalar in scalars where !FoldedName.isMark(scalar) {
            guard let letter = FoldedName.letter(scalar) else { break }
            word.unicodeScalars.append(letter)
        }
        return word
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "." || scalar == "-"
    }

    /// The words that bank texts write a number to without a blank, folded.
    private static let labels: Set<String> = [
        "no", "abone", "aboneno", "tesisat", "tesisatno", "sozlesme", "sozlesmeno", "abn", "tes", "numara", "nolu",
        "numarali",
    ]
}
