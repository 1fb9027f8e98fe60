/// A table of a YAML file, read strictly: every key is known, every value is the text that stands in the file.
///
/// Numbers are never taken through a floating-point number; whoever asks parses the text.
package struct YAMLTable {
    private let node: YAMLNode
    private let name: String
    private let keys: [YAMLKey]
    /// The mistakes that keys are which the table cannot hold; none where it was read strictly.
    package let unknownKeys: [FileMistake]

    /// The one table that the YAML text of a file consists of.
    ///
    /// `example` is the command that prints such a file. Throws `FileMistake` when the text is no YAML, is not one table,
    /// or, where it is read strictly, holds a key that is not in `keys`.
    package init(
        yaml: String, file: String, name: String, example: String, keys: [YAMLKey], isStrict: Bool = true
    ) throws(FileMistake) {
        let node = try YAMLNode.document(
            yaml, file: file, help: "'endeks \(example)' prints what \(name) looks like.")
        try self.init(node, name: name, keys: keys, isStrict: isStrict)
    }

    private init(_ node: YAMLNode, name: String, keys: [YAMLKey], isStrict: Bool = true) throws(FileMistake) {
        guard node.entries != nil else {
            throw node.mistake("\(name) is not a table. Write it as lines of 'key: value'.")
        }
        self.node = node
        self.name = name
        self.keys = keys
        unknownKeys = node.unknownKeys(besides: keys.map(\.name), of: name)
        if isStrict, let first = unknownKeys.first { throw first }
    }

    /// Whether the key is there, with whatever value.
    package func has(_ key: String) -> Bool { node[key] != nil }

    /// The text of a key that may be left out.
    package func optionalText(_ key: String) throws(FileMistake) -> WrittenValue? {
        guard let value = node[key] else { return nil }
        guard let scalar = value.scalar else { throw mistake(at: value, key, "is not a plain value.") }
        // An empty value and YAML's null say nothing; a quoted "null" is a word.
        guard !scalar.text.isEmpty, !scalar.isPlain || !["~", "null"].contains(scalar.text) else {
            throw mistake(at: value, key, "has no value.")
        }
        return WrittenValue(value, scalar.text, key: key)
    }

    /// The text of a key that must be there.
    package func text(_ key: String) throws(FileMistake) -> WrittenValue {
        guard let text = try optionalText(key) else { throw missing(key) }
        return text
    }

    /// The table under a key that must be there.
    package func table(_ key: String, keys: [YAMLKey], isStrict: Bool = true) throws(FileMistake) -> YAMLTable {
        guard let value = node[key] else { throw missing(key) }
        return try YAMLTable(value, name: "'\(key)'", keys: keys, isStrict: isStrict)
    }

    /// The table under a key that may be left out.
    package func optionalTable(
        _ key: String, keys: [YAMLKey], isStrict: Bool = true
    ) throws(FileMistake) -> YAMLTable? {
        has(key) ? try table(key, keys: keys, isStrict: isStrict) : nil
    }

    /// The tables in the list under a key that must be there and must not be empty.
    package func tables(_ key: String, keys: [YAMLKey], isStrict: Bool = true) throws(FileMistake) -> [YAMLTable] {
        guard let value = node[key] else { throw missing(key) }
        guard let list = value.list, !list.isEmpty else {
            throw mistake(at: value, key, "is not a list. Write each entry behind a '-'.")
        }
        var tables: [YAMLTable] = []
        for entry in list {
            tables.append(try YAMLTable(entry, name: "an entry of '\(key)'", keys: keys, isStrict: isStrict))
        }
        return tables
    }

    /// The texts in the list under a key; none when the key is left out or the list is empty.
    package func texts(_ key: String) throws(FileMistake) -> [WrittenValue] {
        guard let value = node[key] else { return [] }
        guard let list = value.list else { throw mistake(at: value, key, "is not a list: write [a, b].") }
        var texts: [WrittenValue] = []
        for entry in list {
            guard let scalar = entry.scalar, !scalar.text.isEmpty else {
                throw mistake(at: entry, key, "holds something that is not a plain value.")
            }
            texts.append(WrittenValue(entry, scalar.text, key: key))
        }
        return texts
    }

    /// The one text under a key, or those of a list; none when the key is left out.
    package func oneOrMore(_ key: String) throws(FileMistake) -> [WrittenValue] {
        guard node[key]?.list == nil else { return try texts(key) }
        return try optionalText(key).map { [$0] } ?? []
    }

    /// A mistake of the table as a whole, in words that follow its name.
    package func mistake(_ message: String) -> FileMistake { node.mistake("\(name) \(message)") }

    private func missing(_ key: String) -> FileMistake {
        node.lacks(key, like: keys.first { $0.name == key }?.example ?? "…", of: name)
    }

    private func mistake(at value: YAMLNode, _ key: String, _ message: String) -> FileMistake {
        let example = keys.first { $0.name == key }.map { " For example: \(key): \($0.example)" } ?? ""
        return value.mistake("'\(key)' \(message)\(example)")
    }
}

extension WrittenValue {
    fileprivate init(_ node: YAMLNode, _ text: String, key: String) {
        self.init(text: text, file: node.file, key: key, line: node.line, column: node.column)
    }
}

extension FileMistakes {
    /// The table that `read` gives; its keys that are not known are kept as mistakes.
    package mutating func keep(table read: @autoclosure () throws(FileMistake) -> YAMLTable?) -> YAMLTable? {
        let table = keep(try read())
        add(table?.unknownKeys ?? [])
        return table
    }

    /// The tables that `read` gives; their keys that are not known are kept as mistakes.
    package mutating func keep(tables read: @autoclosure () throws(FileMistake) -> [YAMLTable]?) -> [YAMLTable] {
        let tables = keep(try read()) ?? []
        add(tables.flatMap(\.unknownKeys))
        return tables
    }
}
