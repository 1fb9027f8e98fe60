import Quantities
import WrittenFiles

/// The words of a vector file's comments, in which rates and figures stand between the sentences.
struct CommentWords {
    /// A word and the line on which it stands.
    struct Word {
        let line: Int
        /// The word without the brackets, commas and stops around it.
        let text: String
    }

    private let file: String
    private let words: [Word]

    init(_ table: VectorTable) {
        file = table.file
        words = table.comments.flatMap { comment in
            comment.text.split { $0 == " " || $0 == "\t" }.map { word in
                Word(line: comment.line, text: Self.bare(word))
            }
        }
    }

    /// The rates written like `2.5% from 2022-07-21`, or with a unit like `9%/yr from 2006-01-01`; `nil` where there are
    /// none.
    ///
    /// Throws `VectorFileError` where a day is none or stands twice.
    func datedRates(per units: [String]) throws(VectorFileError) -> RateTable<Rate>? {
        var steps: [RateTable<Rate>.Step] = []
        for (place, word) in words.enumerated() where text(place + 1) == "from" {
            guard let rate = rate(word, per: units) else { continue }
            let text = text(place + 2)
            do throws(CivilDateError) {
                steps.append(.init(from: try CivilDate(iso8601: text), value: rate))
            } catch {
                throw failure(word, "'\(word.text) from \(text)' names no day; write it as 2026-01-31")
            }
        }
        guard let last = words.last, !steps.isEmpty else { return nil }
        do throws(RateTableError) {
            return try RateTable(steps)
        } catch {
            throw failure(last, "two rates hold from \(error.day) on; remove one")
        }
    }

    /// The rate before `next`, like that of `20% of fee`; `nil` where there is none.
    func rate(before next: String) -> Rate? {
        for (place, word) in words.enumerated() where text(place + 1) == next {
            if let rate = rate(word, per: [""]) { return rate }
        }
        return nil
    }

    /// The rate after `label`, like that of `KDV 20%`; `nil` where there is none.
    func rate(after label: String) -> Rate? {
        for (place, word) in words.enumerated() where place > 0 && text(place - 1).lowercased() == label.lowercased() {
            if let rate = rate(word, per: [""]) { return rate }
        }
        return nil
    }

    /// The whole number in `3 * label`; `nil` where there is none.
    func multiple(of label: String) -> Int? {
        for (place, word) in words.enumerated() where text(place + 1) == "*" && text(place + 2) == label {
            if let number = Int(word.text) { return number }
        }
        return nil
    }

    /// Whether a word stands there.
    func contain(_ text: String) -> Bool { words.contains { $0.text == text } }

    private func text(_ place: Int) -> String { words.indices.contains(place) ? words[place].text : "" }

    private func rate(_ word: Word, per units: [String]) -> Rate? {
        for unit in units where word.text.hasSuffix("%" + unit) {
            let number = String(word.text.dropLast(1 + unit.count))
            guard let percent = try? DecimalFigure(parsing: number, notation: .plain),
                percent.fractionDigits <= 4
            else { continue }
            return try? Rate(DecimalFigure(units: percent.units, fractionDigits: percent.fractionDigits + 2))
        }
        return nil
    }

    private func failure(_ word: Word, _ problem: String) -> VectorFileError {
        VectorFileError(file: file, line: word.line, problem: problem)
    }

    private static func bare(_ word: Substring) -> String {
        var word = word
        while let last = word.last, ".,;:)".contains(last) { word.removeLast() }
        while word.first == "(" { word.removeFirst() }
        return String(word)
    }
}
