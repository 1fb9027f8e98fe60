/// The word of a list that somebody probably meant, by the letters that must change.
///
/// That is the distance of optimal string alignment, after Damerau, "A technique for computer detection and correction of
/// spelling errors", 1964.
package enum NearestWord {
    /// What to do about a word that is none of `words`: the nearest one as a question, or else `otherwise`.
    package static func advice(_ written: String, _ words: [String], otherwise: @autoclosure () -> String) -> String {
        of(written, in: words).map { "Did you mean '\($0)'?" } ?? otherwise()
    }

    /// The word that is nearest to what was written: at most two letters away, or a third of its own; nil where none is.
    package static func of(_ written: String, in words: [String]) -> String? {
        let measured = words.map { (word: $0, distance: distance(written, $0)) }
        guard let best = measured.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(2, best.word.count / 3) ? best.word : nil
    }

    /// How many letters must be put in, left out, changed or swapped with their neighbour.
    private static func distance(_ first: String, _ second: String) -> Int {
        let b = Array(second.lowercased())
        // Whatever is longer than any word is near none, and need not be measured to its end.
        let a = Array(first.prefix(2 * b.count + 3).lowercased())
        var rows = [Array(0...b.count)]
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
