/// A row of a CSV table, with as many fields as the header has names.
package struct CSVRow: Sendable {
    /// The line on which it begins, counted from 1.
    package let line: Int
    /// In the order of the header.
    package let fields: [String]
    package let header: CSVHeader

    init(_ record: CSVReader.Record, _ header: CSVHeader) {
        line = record.line
        fields = record.fields
        self.header = header
    }

    /// The field of a column just as it stands; empty where the table has no such column.
    package subscript(column: String) -> String { header.place(of: column).map { fields[$0] } ?? "" }

    /// The value of a column, without the blanks around it.
    package func value(_ column: String) -> WrittenValue {
        let place = header.place(of: column)
        return WrittenValue(
            text: place.map { fields[$0].withoutOuterBlanks } ?? "", file: header.file, key: column, line: line,
            column: (place ?? 0) + 1)
    }
}

extension String {
    /// Without the blanks at its ends, line ends aside.
    package var withoutOuterBlanks: String {
        func isInk(_ byte: UInt8?) -> Bool { byte.map { (0x21...0x7E).contains($0) } ?? true }
        // Few fields have blanks around them, and looking at characters takes its time.
        if isInk(utf8.first), isInk(utf8.last) { return self }
        func isBlank(_ character: Character) -> Bool { character.isWhitespace && !character.isNewline }
        let rest = drop(while: isBlank)
        guard let last = rest.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(rest[...last])
    }
}
