import Yams

/// A table of a YAML file, read strictly: every key is known, every value is the text that stands in the file.
///
/// Numbers are never taken through a floating-point number; whoever asks parses the text.
struct SettingsTable {
    private let file: String
    private let name: String
    private let mapping: Node.Mapping
    private let keys: [SettingsKey]
    private let place: SettingsPlace
    /// The mistakes that keys are which the table cannot hold; none where it was read strictly.
    let unknownKeys: [SettingsError]

    /// The one table that the YAML text of a file consists of.
    ///
    /// `example` is the command that prints such a file. Throws `SettingsError` when the text is no YAML, is not one table,
    /// or, where it is read strictly, holds a key that is not in `keys`.
    init(
        yaml: String, file: String, name: String, example: String = "bill --example", keys: [SettingsKey],
        isStrict: Bool = true
    ) throws(SettingsError) {
        let document: Node?
        do {
            document = try Parser(yaml: yaml).singleRoot()
        } catch {
            throw SettingsError(yaml: error, file: file)
        }
        // An empty file is no document, or one that holds an empty value.
        guard let document, document.scalar?.string.isEmpty != true else {
            throw SettingsError(
                file: file, line: 1, column: 1,
                message: "the file is empty. 'endeks \(example)' prints what \(name) looks like.")
        }
        try self.init(document, file: file, name: name, keys: keys, isStrict: isStrict)
    }

    private init(
        _ node: Node, file: String, name: String, keys: [SettingsKey], isStrict: Bool = true
    ) throws(SettingsError) {
        let place = SettingsPlace(node)
        guard let mapping = node.mapping else {
            throw SettingsError(
                file: file, line: place.line, column: place.column,
                message: "\(name) is not a table. Write it as lines of 'key: value'.")
        }
        self.file = file
        self.name = name
        self.mapping = mapping
        self.keys = keys
        self.place = place
        unknownKeys = mapping.compactMap { key, _ in
            let written = key.scalar?.string ?? ""
            guard !keys.contains(where: { $0.name == written }) else { return nil }
            let mark = SettingsPlace(key)
            let help =
                SettingsKey.nearest(to: written, in: keys).map { "Did you mean '\($0)'?" }
                ?? "Its keys are: \(keys.map(\.name).joined(separator: ", "))."
            return SettingsError(
                file: file, line: mark.line, column: mark.column,
                message: "'\(written)' is not a key of \(name). \(help)")
        }
        if isStrict, let first = unknownKeys.first { throw first }
    }

    /// Whether the key is there, with whatever value.
    func has(_ key: String) -> Bool { node(key) != nil }

    // Yams compares keys by the type that it guesses for them as well; here a key is its letters.
    private func node(_ key: String) -> Node? { mapping.first { $0.key.scalar?.string == key }?.value }

    /// The text of a key that may be left out.
    func optionalText(_ key: String) throws(SettingsError) -> SettingsText? {
        guard let node = node(key) else { return nil }
        guard let scalar = node.scalar else { throw error(at: node, key, "is not a plain value.") }
        // An empty value and YAML's null say nothing; a quoted "null" is a word.
        guard !scalar.string.isEmpty, scalar.style != .plain || !["~", "null"].contains(scalar.string) else {
            throw error(at: node, key, "has no value.")
        }
        return SettingsText(text: scalar.string, file: file, key: key, place: SettingsPlace(node))
    }

    /// The text of a key that must be there.
    func text(_ key: String) throws(SettingsError) -> SettingsText {
        guard let text = try optionalText(key) else { throw missing(key) }
        return text
    }

    /// The table under a key that must be there.
    func table(_ key: String, keys: [SettingsKey], isStrict: Bool = true) throws(SettingsError) -> SettingsTable {
        guard let node = node(key) else { throw missing(key) }
        return try SettingsTable(node, file: file, name: "'\(key)'", keys: keys, isStrict: isStrict)
    }

    /// The table under a key that may be left out.
    func optionalTable(
        _ key: String, keys: [SettingsKey], isStrict: Bool = true
    ) throws(SettingsError) -> SettingsTable? {
        has(key) ? try table(key, keys: keys, isStrict: isStrict) : nil
    }

    /// The tables in the list under a key that must be there and must not be empty.
    func tables(
        _ key: String, keys: [SettingsKey], isStrict: Bool = true
    ) throws(SettingsError) -> [SettingsTable] {
        guard let node = node(key) else { throw missing(key) }
        guard let sequence = node.sequence, !sequence.isEmpty else {
            throw error(at: node, key, "is not a list. Write each entry behind a '-'.")
        }
        var tables: [SettingsTable] = []
        for entry in sequence {
            tables.append(
                try SettingsTable(entry, file: file, name: "an entry of '\(key)'", keys: keys, isStrict: isStrict))
        }
        return tables
    }

    /// The texts in the list under a key; none when the key is left out or the list is empty.
    func texts(_ key: String) throws(SettingsError) -> [SettingsText] {
        guard let node = node(key) else { return [] }
        guard let sequence = node.sequence else { throw error(at: node, key, "is not a list: write [a, b].") }
        var texts: [SettingsText] = []
        for entry in sequence {
            guard let scalar = entry.scalar, !scalar.string.isEmpty else {
                throw error(at: entry, key, "holds something that is not a plain value.")
            }
            texts.append(SettingsText(text: scalar.string, file: file, key: key, place: SettingsPlace(entry)))
        }
        return texts
    }

    /// The one text under a key, or those of a list; none when the key is left out.
    func oneOrMore(_ key: String) throws(SettingsError) -> [SettingsText] {
        guard node(key)?.sequence == nil else { return try texts(key) }
        return try optionalText(key).map { [$0] } ?? []
    }

    /// A mistake of the table as a whole.
    func mistake(_ message: String) -> SettingsError {
        SettingsError(file: file, line: place.line, column: place.column, message: "\(name) \(message)")
    }

    private func missing(_ key: String) -> SettingsError {
        let example = keys.first { $0.name == key }?.example ?? "…"
        return mistake("lacks '\(key)'. Add a line such as: \(key): \(example)")
    }

    private func error(at node: Node, _ key: String, _ message: String) -> SettingsError {
        let mark = SettingsPlace(node)
        let example = keys.first { $0.name == key }.map { " For example: \(key): \($0.example)" } ?? ""
        return SettingsError(
            file: file, line: mark.line, column: mark.column, message: "'\(key)' \(message)\(example)")
    }
}

/// A place in a file, counted from 1.
struct SettingsPlace {
    let line: Int
    let column: Int

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    fileprivate init(_ node: Node) {
        line = node.mark?.line ?? 1
        column = node.mark?.column ?? 1
    }
}

/// A plain value of a YAML file as it is written there, with its place.
struct SettingsText {
    let text: String
    let file: String
    let key: String
    let place: SettingsPlace

    /// The value that `parse` makes of the text; an error of `parse` becomes one that names the place.
    func parsed<Value>(as expected: String, _ parse: (String) throws -> Value) throws(SettingsError) -> Value {
        do {
            return try parse(text)
        } catch {
            throw mistake("must be \(expected)")
        }
    }

    /// A whole number in a range.
    func whole(in range: ClosedRange<Int>) throws(SettingsError) -> Int {
        guard !text.isEmpty, text.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), range.contains(number)
        else { throw mistake("must be a whole number from \(range.lowerBound) to \(range.upperBound)") }
        return number
    }

    /// One of a few words.
    func choice<Value>(_ choices: [(word: String, value: Value)]) throws(SettingsError) -> Value {
        guard let choice = choices.first(where: { $0.word == text }) else {
            throw mistake("must be one of: \(choices.map(\.word).joined(separator: ", "))")
        }
        return choice.value
    }

    /// The mistake that this value is, in words that follow its key.
    func mistake(_ message: String) -> SettingsError {
        SettingsError(
            file: file, line: place.line, column: place.column, message: "'\(key)' \(message); it is '\(text)'.")
    }
}

extension SettingsError {
    /// What the YAML parser found, at the place that it names.
    fileprivate init(yaml error: any Error, file: String) {
        switch error {
        case YamlError.composer(_, problem: "but found another document", let mark, _):
            self.init(
                file: file, line: mark.line, column: mark.column,
                message: "a second document begins here ('---'). Save each document as a file of its own.")
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, column: mark.column, message: "this is not YAML: \(problem).")
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                file: file, line: context.mark.line, column: context.mark.column,
                message: "'\(duplicates.joined(separator: "', '"))' is given twice. Keep one.")
        default:
            self.init(file: file, line: 1, column: 1, message: "this cannot be read as YAML: \(error).")
        }
    }
}
