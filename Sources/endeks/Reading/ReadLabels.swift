import MeterVision

/// What a person read in a photo.
struct ReadLabel {
    let file: String
    /// The black digits as printed; nil for a photo that must not be accepted.
    let index: String?
    /// The red digits, as far as they are certain.
    let decimals: String
    /// How many red wheels the meter has, whether they can be read or not; nil where nobody says.
    let redWheels: Int?
    /// The printed serial; nil where it is not legible.
    let serial: String?
    /// The box around the window.
    let window: Bounds?

    /// The label without window and serial.
    var digitsAlone: ReadLabel {
        ReadLabel(file: file, index: index, decimals: decimals, redWheels: redWheels, serial: nil, window: nil)
    }
}

extension ReadLabel {
    /// The labels of a table with the columns file and reading, and perhaps decimals, red, serial and window.
    static func all(in table: ColumnTable) throws(ColumnTableError) -> [ReadLabel] {
        try table.check(["file", "reading"])
        var labels: [ReadLabel] = []
        for row in table.rows {
            let index = row["reading"]
            guard !row["file"].isEmpty, !index.isEmpty else { throw row.wrong("fields are missing") }
            guard index == "unreadable" || isDigits(index), index.utf8.count <= 10 else {
                throw row.wrong("'\(index)' is neither a reading nor 'unreadable'")
            }
            let (decimals, red, serial) = (row["decimals"], row["red"], row["serial"])
            guard decimals.isEmpty || isDigits(decimals) else { throw row.wrong("'\(decimals)' are no decimals") }
            guard red.isEmpty || Int(red).map({ (0...4).contains($0) }) == true else {
                throw row.wrong("'\(red)' is no number of red wheels, 0 to 4")
            }
            labels.append(
                ReadLabel(
                    file: row["file"], index: index == "unreadable" ? nil : index, decimals: decimals,
                    redWheels: Int(red), serial: serial.isEmpty ? nil : serial, window: try box(row)))
        }
        return labels
    }

    private static func box(_ row: ColumnTable.Row) throws(ColumnTableError) -> Bounds? {
        let text = row["window"]
        guard !text.isEmpty else { return nil }
        let edges = text.split(separator: ";").compactMap { Double($0) }
        guard edges.count == 4, edges[0] < edges[2], edges[1] < edges[3] else {
            throw row.wrong("'\(text)' is no box x0;y0;x1;y1")
        }
        return Bounds(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
    }

    private static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}
