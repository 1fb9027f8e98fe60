/// The rows of a comma-separated text (RFC 4180) under the names of its first line.
package struct CommaSeparatedRows {
    package let rows: [[String: String]]

    package init(_ text: String) {
        var records: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        // A byte order mark carries nothing.
        var rest = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"" where isQuoted && rest.first == "\"":
                field.unicodeScalars.append(rest.removeFirst())
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                records[records.count - 1].append(field)
                field = ""
            case "\r" where !isQuoted: break
            case "\n" where !isQuoted:
                records[records.count - 1].append(field)
                records.append([])
                field = ""
            default: field.unicodeScalars.append(scalar)
            }
        }
        records[records.count - 1].append(field)
        let names = records[0]
        rows = records.dropFirst().filter { $0 != [""] && !$0.isEmpty }.map { fields in
            Dictionary(zip(names, fields), uniquingKeysWith: { first, _ in first })
        }
    }
}
