import MeterVision

/// What a person read in a photo.
struct ReadLabel {
    let file: String
    /// The black digits as printed; nil for a photo that must not be accepted.
    let index: String?
    /// The red digits, as far as they are certain.
    let decimals: String
    /// The printed serial; nil where it is not legible.
    let serial: String?
    /// The box around the window.
    let window: Bounds?
}

/// A table of labels, or what is wrong with it.
struct ReadLabelsError: Error {
    let line: Int
    let problem: String
}

extension ReadLabel {
    /// The labels of a CSV file with the columns file and reading, and perhaps decimals, serial and window.
    static func all(in csv: String) throws(ReadLabelsError) -> [ReadLabel] {
        // "\r\n" is a single character of Swift's.
        var lines = csv.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        guard !lines.isEmpty, !lines[0].isEmpty else { throw ReadLabelsError(line: 1, problem: "the file is empty") }
        if lines[0].hasPrefix("\u{FEFF}") { lines[0] = lines[0].dropFirst() }
        let names = fields(lines[0])
        guard let file = names.firstIndex(of: "file"), let reading = names.firstIndex(of: "reading") else {
            throw ReadLabelsError(line: 1, problem: "the columns 'file' and 'reading' are needed")
        }
        var labels: [ReadLabel] = []
        for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            func wrong(_ problem: String) -> ReadLabelsError { ReadLabelsError(line: number + 1, problem: problem) }
            let values = fields(line)
            func value(_ name: String) -> String {
                guard let column = names.firstIndex(of: name), column < values.count else { return "" }
                return values[column]
            }
            guard values.count > max(file, reading), !values[file].isEmpty else { throw wrong("fields are missing") }
            let index = values[reading]
            guard index == "unreadable" || isDigits(index), index.utf8.count <= 10 else {
                throw wrong("'\(index)' is neither a reading nor 'unreadable'")
            }
            let decimals = value("decimals")
            guard decimals.isEmpty || isDigits(decimals) else { throw wrong("'\(decimals)' are no decimals") }
            let serial = value("serial")
            labels.append(
                ReadLabel(
                    file: values[file], index: index == "unreadable" ? nil : index, decimals: decimals,
                    serial: serial.isEmpty ? nil : serial, window: try window(value("window"), wrong)))
        }
        return labels
    }

    private static func window(_ text: String, _ wrong: (String) -> ReadLabelsError) throws(ReadLabelsError) -> Bounds?
    {
        guard !text.isEmpty else { return nil }
        let edges = text.split(separator: ";").compactMap { Double($0) }
        guard edges.count == 4, edges[0] < edges[2], edges[1] < edges[3] else {
            throw wrong("'\(text)' is no box x0;y0;x1;y1")
        }
        return Bounds(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
    }

    private static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// The fields of a line; one in quotation marks may hold commas.
    private static func fields(_ line: Substring) -> [String] {
        var (fields, field, quoted): ([String], String, Bool) = ([], "", false)
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return fields + [field]
    }
}
