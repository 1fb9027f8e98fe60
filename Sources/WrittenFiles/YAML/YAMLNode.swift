import Yams

/// What stands at a place of a YAML file: a plain value, a list or a table, with its place.
///
/// A key is its letters, whatever type YAML would guess for it.
package struct YAMLNode {
    /// A plain value as it is written.
    package struct Scalar: Hashable, Sendable {
        package let text: String
        /// Whether it stands without quotes.
        package let isPlain: Bool
    }

    package let file: String
    private let node: Node

    private init(_ node: Node, file: String) {
        self.node = node
        self.file = file
    }

    /// The one document of a YAML text.
    ///
    /// `file` names it in mistakes, and `help` is a sentence on what to do about an empty one. Throws the first mistake: no
    /// YAML, an empty file, a second document, a key that is given twice.
    package static func document(_ yaml: String, file: String, help: String) throws(FileMistake) -> YAMLNode {
        let node: Node?
        do {
            node = try Parser(yaml: yaml).singleRoot()
        } catch {
            throw FileMistake(yaml: error, file: file)
        }
        // An empty file is no document, or one that holds an empty value.
        guard let node, node.scalar?.string.isEmpty != true else {
            throw FileMistake(file: file, line: 1, column: 1, message: "the file is empty. \(help)")
        }
        return YAMLNode(node, file: file)
    }

    /// Counted from 1.
    package var line: Int { node.mark?.line ?? 1 }
    /// The character, counted from 1.
    package var column: Int { node.mark?.column ?? 1 }

    /// The plain value; nil for a list and a table.
    package var scalar: Scalar? {
        node.scalar.map { Scalar(text: $0.string, isPlain: $0.style == .plain || $0.style == .any) }
    }

    /// The entries of a list; nil where it is none.
    package var list: [YAMLNode]? { node.sequence?.map { YAMLNode($0, file: file) } }

    /// The entries of a table in the file's order; nil where it is none.
    package var entries: [(key: YAMLNode, value: YAMLNode)]? {
        node.mapping?.map { (YAMLNode($0.key, file: file), YAMLNode($0.value, file: file)) }
    }

    /// The letters of a plain value; those of a list or a table are none.
    package var text: String { node.scalar?.string ?? "" }

    /// What stands under a key of a table.
    package subscript(key: String) -> YAMLNode? {
        node.mapping?.first { $0.key.scalar?.string == key }.map { YAMLNode($0.value, file: file) }
    }

    /// This place as a file of its own, every value as it was written.
    package var document: String { (try? Yams.serialize(node: node, allowUnicode: true)) ?? "" }
}

extension YAMLNode {
    /// A mistake at this place.
    package func mistake(_ message: String) -> FileMistake {
        FileMistake(file: file, line: line, column: column, message: message)
    }

    /// The mistakes that keys of a table are which it cannot hold, each with the name that was probably meant.
    ///
    /// `name` is the table's, as a sentence names it.
    package func unknownKeys(besides keys: [String], of name: String) -> [FileMistake] {
        (entries ?? []).compactMap { entry in
            guard !keys.contains(entry.key.text) else { return nil }
            let advice = NearestWord.advice(
                entry.key.text, keys, otherwise: "Its keys are: \(keys.joined(separator: ", ")).")
            return entry.key.mistake("'\(entry.key.text)' is not a key of \(name). \(advice)")
        }
    }

    /// The mistake that a table lacks a key.
    package func lacks(_ key: String, like example: String, of name: String) -> FileMistake {
        mistake("\(name) lacks '\(key)'. Add a line such as: \(key): \(example)")
    }
}

extension FileMistake {
    /// What the YAML parser found, at the place that it names.
    fileprivate init(yaml error: any Error, file: String) {
        let place: Mark?
        let message: String
        switch error {
        case YamlError.composer(_, problem: "but found another document", let mark, _):
            place = mark
            message = "a second document begins here ('---'). Save each document as a file of its own."
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            place = mark
            message = "this is not YAML: \(problem)."
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            place = context.mark
            message = "'\(duplicates.joined(separator: "', '"))' is given twice. Keep one."
        default:
            place = nil
            message = "this cannot be read as YAML: \(error)."
        }
        self.init(file: file, line: place?.line ?? 1, column: place?.column ?? 1, message: message)
    }
}
