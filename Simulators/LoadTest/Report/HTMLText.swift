/// Text as HTML: no byte of a scenario, a program or a name gets out of its place.
enum HTMLText {
    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// A table with a caption; the first cell of a row is its head.
    ///
    /// - Parameters:
    ///   - caption: what it shows; seen only where no heading above says the same.
    ///   - head: a cell for each column.
    ///   - rows: as many cells each.
    ///   - notes: for a row, what stands in small print under its second cell; none for a table without.
    ///   - numeric: columns that are set to the right.
    ///   - isWide: whether it has so many columns that it is set smaller.
    ///   - isNamedAbove: whether a heading of the same words stands above it.
    /// - Returns: a table in a part of the page that scrolls by itself.
    static func table(
        _ caption: String, head: [String], rows: [[String]], notes: [String] = [], numeric: Set<Int>,
        isWide: Bool = false, isNamedAbove: Bool = false
    ) -> String {
        let heads = head.enumerated().map { place, text in
            "<th scope=\"col\"\(numeric.contains(place) ? " class=\"n\"" : "")>\(escaped(text))</th>"
        }
        let lines = rows.enumerated().map { number, row in
            let note =
                notes.indices.contains(number) && !notes[number].isEmpty
                ? "<small>\(escaped(notes[number]))</small>" : ""
            let cells = row.enumerated().map { place, text in
                let kind = numeric.contains(place) ? " class=\"n\"" : ""
                return place == 0
                    ? "<th scope=\"row\"\(kind)>\(escaped(text))</th>"
                    : "<td\(kind)>\(escaped(text))\(place == 1 ? note : "")</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(escaped(caption))">
            <table\(isWide ? " class=\"wide\"" : "")>
            <caption\(isNamedAbove ? " class=\"unseen\"" : "")>\(escaped(caption))</caption><thead><tr>\(heads.joined())</tr></thead>
            <tbody>
            \(lines.joined(separator: "\n"))
            </tbody></table></div>

            """
    }
}
