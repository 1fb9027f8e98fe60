import Quantities
import WrittenFiles

/// Holds a YAML text against a form and keeps every mistake.
struct ScenarioChecker {
    let file: String
    private(set) var mistakes = FileMistakes()

    init(file: String) { self.file = file }

    /// The one document that a YAML text is, nil where it is none.
    mutating func root(_ yaml: String) -> YAMLNode? {
        mistakes.keep(
            try YAMLNode.document(
                yaml, file: file, help: "'endeks simulate new' writes what a scenario looks like."))
    }

    /// What stands at a node; nil where it does not have the form, which is kept as a mistake.
    mutating func value(_ node: YAMLNode, _ form: ScenarioForm, _ key: String) -> ScenarioValue? {
        switch form {
        case .list(let entry, let least):
            guard let list = node.list else {
                add(node, "'\(key)' must be a list. Write each entry behind a '-', or as [a, b].")
                return nil
            }
            if list.count < least {
                add(node, "'\(key)' must have at least \(least == 1 ? "one entry" : "\(least) entries").")
            }
            return place(node, .list(list.compactMap { value($0, entry, key) }))
        case .table(let table): return self.table(node, table)
        default:
            guard let scalar = node.scalar else {
                add(node, "'\(key)' must be \(form.words), not a list or a table.")
                return nil
            }
            guard let content = ScenarioChecker.content(scalar, form) else {
                add(node, "'\(key)' must be \(form.words); it is '\(scalar.text)'.\(hint(scalar, form))")
                return nil
            }
            return place(node, content)
        }
    }

    /// A table; what is wrong in it is kept as mistakes, and what is right is given.
    mutating func table(_ node: YAMLNode, _ table: ScenarioTable) -> ScenarioValue? {
        guard let entries = node.entries else {
            add(node, "\(table.name) must be a table. Write it as lines of 'key: value'.")
            return nil
        }
        var values: [String: ScenarioValue] = [:]
        var seen: Set<String> = []
        mistakes.add(node.unknownKeys(besides: table.keys.map(\.name), of: table.name))
        for (key, entry) in entries {
            guard let known = table.keys.first(where: { $0.name == key.text }) else { continue }
            seen.insert(known.name)
            if let value = value(entry, known.form, known.name) { values[known.name] = value }
        }
        for key in table.keys where key.isRequired && !seen.contains(key.name) {
            mistakes.add(node.lacks(key.name, like: key.example, of: table.name))
        }
        checkWays(node, table, seen)
        return place(node, .table(values))
    }

    /// Exactly one way is gone, wholly.
    private mutating func checkWays(_ node: YAMLNode, _ table: ScenarioTable, _ seen: Set<String>) {
        guard !table.ways.isEmpty else { return }
        let begun = table.ways.filter { way in way.needs.contains { seen.contains($0) } }
        let words = table.ways.map { way in way.needs.map { "'\($0)'" }.joined(separator: ", ") }
            .joined(separator: " or ")
        guard begun.count == 1, let way = begun.first else {
            let problem = begun.isEmpty ? "has none of these" : "mixes what does not go together"
            add(node, "\(table.name) \(problem). Give either \(words).")
            return
        }
        for key in table.keys where way.needs.contains(key.name) && !seen.contains(key.name) {
            mistakes.add(node.lacks(key.name, like: key.example, of: table.name))
        }
        let foreign = table.ways.flatMap { $0.needs + $0.allows }.filter { !(way.needs + way.allows).contains($0) }
        for key in foreign where seen.contains(key) {
            add(
                node,
                "\(table.name): '\(key)' does not go with '\(way.needs.joined(separator: "', '"))'. Leave one out.")
        }
    }

    private static func content(_ scalar: YAMLNode.Scalar, _ form: ScenarioForm) -> ScenarioValue.Content? {
        let (text, isPlain) = (scalar.text, scalar.isPlain)
        switch form {
        case .whole(let range): return number(text, 0, range, isPlain)
        case .decimal(let places, let range): return number(text, places, range, isPlain)
        case .wholes(let range): return self.range(text, 0, range, isPlain)
        case .decimals(let places, let range): return self.range(text, places, range, isPlain)
        case .choice(let words): return words.contains(text) ? .text(text) : nil
        case .wordOr(let words, let other): return words.contains(text) ? .text(text) : content(scalar, other)
        case .name:
            let isName = text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
            guard isName, (1...40).contains(text.unicodeScalars.count), !isPlain || isText(text) else { return nil }
            return .text(text)
        case .line(let most):
            let isLine = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            guard isLine, (1...most).contains(text.unicodeScalars.count), !isPlain || isText(text) else { return nil }
            return .text(text)
        case .date: return (try? CivilDate(iso8601: text)).map { .date($0) }
        case .month:
            if text.utf8.count == 2, let month = Int(text), (1...12).contains(month) { return .text(text) }
            return (try? CivilMonth(iso8601: text)).map { _ in .text(text) }
        case .list, .table: return nil
        }
    }

    private static func number(
        _ text: String, _ places: Int, _ range: ClosedRange<Int>, _ isPlain: Bool
    ) -> ScenarioValue.Content? {
        guard isPlain, let number = ScenarioFigure.parse(text[...], places: places), range.contains(number) else {
            return nil
        }
        return .number(number)
    }

    private static func range(
        _ text: String, _ places: Int, _ range: ClosedRange<Int>, _ isPlain: Bool
    ) -> ScenarioValue.Content? {
        guard let found = ScenarioFigure.parseRange(text[...], places: places), isPlain || text.contains(".."),
            range.contains(found.lowerBound), range.contains(found.upperBound)
        else { return nil }
        return .range(found)
    }

    /// Whether YAML takes a plain value as text: neither a number nor a truth value nor nothing.
    private static func isText(_ text: String) -> Bool {
        if ["", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"].contains(text) {
            return false
        }
        return Double(text) == nil
            && !(text.allSatisfy { $0.isNumber || ".-+eE_".contains($0) } && text.contains { $0.isNumber })
    }

    private func hint(_ scalar: YAMLNode.Scalar, _ form: ScenarioForm) -> String {
        switch form {
        case .choice(let words), .wordOr(let words, _):
            NearestWord.of(scalar.text, in: words).map { " Did you mean '\($0)'?" } ?? ""
        case .name, .line: scalar.isPlain && !ScenarioChecker.isText(scalar.text) ? " Put it in quotes." : ""
        case .whole, .decimal, .wholes, .decimals:
            scalar.isPlain ? "" : " Leave the quotes away."
        default: ""
        }
    }

    private func place(_ node: YAMLNode, _ content: ScenarioValue.Content) -> ScenarioValue {
        ScenarioValue(content: content, line: node.line, column: node.column)
    }

    private mutating func add(_ node: YAMLNode, _ message: String) { mistakes.add(node.mistake(message)) }

    mutating func add(_ value: ScenarioValue, _ message: String) {
        mistakes.add(FileMistake(file: file, line: value.line, column: value.column, message: message))
    }
}

extension ScenarioForm {
    /// What it asks for, in words that follow "must be".
    var words: String {
        switch self {
        case .whole(let range): "a whole number \(ScenarioForm.words(range, 0))"
        case .decimal(let places, let range):
            "a number \(ScenarioForm.words(range, places)) with at most \(places) decimals"
        case .wholes(let range): "a whole number \(ScenarioForm.words(range, 0)), or two as 2..7, the smaller one first"
        case .decimals(let places, let range):
            "a number \(ScenarioForm.words(range, places)), or two as 0.2..0.7, the smaller one first"
        case .choice(let words): words.count == 1 ? "'\(words[0])'" : "one of: \(words.joined(separator: ", "))"
        case .wordOr(let words, let other): "\(words.joined(separator: ", ")), or \(other.words)"
        case .name: "a name of 1 to 40 letters, digits, '-', '_' and '.'"
        case .line(let most): "text on one line of at most \(most) characters"
        case .date: "a day of the calendar such as 2026-01-31"
        case .month: "a month such as 2026-01, or 01 for every January"
        case .list: "a list"
        case .table: "a table"
        }
    }

    private static func words(_ range: ClosedRange<Int>, _ places: Int) -> String {
        range.upperBound == Int.max
            ? "from \(range.lowerBound) up"
            : "from \(ScenarioFigure.text(range.lowerBound, places: places)) to \(ScenarioFigure.text(range.upperBound, places: places))"
    }
}
