import Quantities
import Yams

/// Holds a YAML text against a form and keeps every mistake.
struct ScenarioChecker {
    let file: String
    private(set) var mistakes: [ScenarioMistake] = []

    init(file: String) { self.file = file }

    /// The one table that a YAML text consists of, nil where it is no YAML or no table.
    mutating func root(_ yaml: String) -> Node? {
        do {
            guard let node = try Yams.compose(yaml: yaml), node.scalar?.string.isEmpty != true else {
                add(1, 1, "the file is empty. 'endeks simulate new' writes what a scenario looks like.")
                return nil
            }
            return node
        } catch {
            add(error)
            return nil
        }
    }

    /// What stands at a node; nil where it does not have the form, which is kept as a mistake.
    mutating func value(_ node: Node, _ form: ScenarioForm, _ key: String) -> ScenarioValue? {
        switch form {
        case .list(let entry, let least):
            guard let sequence = node.sequence else {
                add(node, "'\(key)' must be a list. Write each entry behind a '-', or as [a, b].")
                return nil
            }
            if sequence.count < least {
                add(node, "'\(key)' must have at least \(least == 1 ? "one entry" : "\(least) entries").")
            }
            return place(node, .list(sequence.compactMap { value($0, entry, key) }))
        case .table(let table): return self.table(node, table)
        default:
            guard let scalar = node.scalar else {
                add(node, "'\(key)' must be \(form.words), not a list or a table.")
                return nil
            }
            guard let content = ScenarioChecker.content(scalar, form) else {
                add(node, "'\(key)' must be \(form.words); it is '\(scalar.string)'.\(hint(scalar, form))")
                return nil
            }
            return place(node, content)
        }
    }

    /// A table; what is wrong in it is kept as mistakes, and what is right is given.
    mutating func table(_ node: Node, _ table: ScenarioTable) -> ScenarioValue? {
        guard let mapping = node.mapping else {
            add(node, "\(table.name) must be a table. Write it as lines of 'key: value'.")
            return nil
        }
        var values: [String: ScenarioValue] = [:]
        var seen: Set<String> = []
        for (key, entry) in mapping {
            let written = key.scalar?.string ?? ""
            guard let known = table.keys.first(where: { $0.name == written }) else {
                let names = table.keys.map(\.name)
                let help =
                    NearestWord.of(written, in: names).map { "Did you mean '\($0)'?" }
                    ?? "Its keys are: \(names.joined(separator: ", "))."
                add(key, "'\(written)' is not a key of \(table.name). \(help)")
                continue
            }
            seen.insert(written)
            if let value = value(entry, known.form, written) { values[written] = value }
        }
        for key in table.keys where key.isRequired && !seen.contains(key.name) {
            add(node, "\(table.name) lacks '\(key.name)'. Add a line such as: \(key.name): \(key.example)")
        }
        checkWays(node, table, seen)
        return place(node, .table(values))
    }

    /// Exactly one way is gone, wholly.
    private mutating func checkWays(_ node: Node, _ table: ScenarioTable, _ seen: Set<String>) {
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
            add(node, "\(table.name) lacks '\(key.name)'. Add a line such as: \(key.name): \(key.example)")
        }
        let foreign = table.ways.flatMap { $0.needs + $0.allows }.filter { !(way.needs + way.allows).contains($0) }
        for key in foreign where seen.contains(key) {
            add(
                node,
                "\(table.name): '\(key)' does not go with '\(way.needs.joined(separator: "', '"))'. Leave one out.")
        }
    }

    private static func content(_ scalar: Node.Scalar, _ form: ScenarioForm) -> ScenarioValue.Content? {
        let text = scalar.string
        let isPlain = scalar.style == .plain || scalar.style == .any
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

    private func hint(_ scalar: Node.Scalar, _ form: ScenarioForm) -> String {
        switch form {
        case .choice(let words), .wordOr(let words, _):
            NearestWord.of(scalar.string, in: words).map { " Did you mean '\($0)'?" } ?? ""
        case .name, .line: scalar.style == .plain && !ScenarioChecker.isText(scalar.string) ? " Put it in quotes." : ""
        case .whole, .decimal, .wholes, .decimals:
            scalar.style == .doubleQuoted || scalar.style == .singleQuoted ? " Leave the quotes away." : ""
        default: ""
        }
    }

    private func place(_ node: Node, _ content: ScenarioValue.Content) -> ScenarioValue {
        ScenarioValue(content: content, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    mutating func add(_ node: Node, _ message: String) { add(node.mark?.line ?? 1, node.mark?.column ?? 1, message) }

    mutating func add(_ value: ScenarioValue, _ message: String) { add(value.line, value.column, message) }

    private mutating func add(_ line: Int, _ column: Int, _ message: String) {
        mistakes.append(ScenarioMistake(file: file, line: line, column: column, message: message))
    }

    /// What the YAML parser found, at the place that it names.
    private mutating func add(_ error: any Error) {
        switch error {
        case YamlError.composer(_, problem: "but found another document", let mark, _):
            add(
                mark.line, mark.column,
                "a second document begins here ('---'). Save each scenario as a file of its own.")
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            add(mark.line, mark.column, "this is not YAML: \(problem).")
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            add(
                context.mark.line, context.mark.column,
                "'\(duplicates.joined(separator: "', '"))' is given twice. Keep one.")
        default: add(1, 1, "this cannot be read as YAML: \(error).")
        }
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
