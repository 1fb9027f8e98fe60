/// The JSON schema of scenario files (draft 7), printed from the form that the reader checks against.
public enum ScenarioSchema {
    /// The schema's text, which stands in `Scenarios/scenario.schema.json`.
    public static var text: String {
        var lines: [String] = []
        let root = ScenarioForm.table(ScenarioForm.scenario).schema
        let head: [(String, JSON)] = [
            ("$schema", .text("http://json-schema.org/draft-07/schema#")),
            ("title", .text("A scenario of Endeks' fleet of simulated gas meters")),
            (
                "description",
                .text("Printed from the form by which 'endeks simulate' reads scenario files. Days are text.")
            ),
        ]
        guard case .object(let members) = root else { return "" }
        JSON.object(head + members).write(&lines, indent: "", before: "", after: "")
        return lines.joined(separator: "\n") + "\n"
    }
}

/// JSON with its members in order.
indirect enum JSON {
    case text(String)
    case raw(String)
    case list([JSON])
    case object([(String, JSON)])

    /// Writes it over lines of two blanks a level; what fits on one line of 110 characters stands on one.
    func write(_ lines: inout [String], indent: String, before: String, after: String) {
        let flat = indent + before + flat + after
        if flat.count <= 110 {
            lines.append(flat)
            return
        }
        switch self {
        case .text, .raw: lines.append(flat)
        case .list(let list):
            lines.append(indent + before + "[")
            for (place, entry) in list.enumerated() {
                entry.write(&lines, indent: indent + "  ", before: "", after: place + 1 < list.count ? "," : "")
            }
            lines.append(indent + "]" + after)
        case .object(let members):
            lines.append(indent + before + "{")
            for (place, member) in members.enumerated() {
                member.1.write(
                    &lines, indent: indent + "  ", before: JSON.quoted(member.0) + ": ",
                    after: place + 1 < members.count ? "," : "")
            }
            lines.append(indent + "}" + after)
        }
    }

    private var flat: String {
        switch self {
        case .text(let text): JSON.quoted(text)
        case .raw(let raw): raw
        case .list(let list): "[" + list.map(\.flat).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { JSON.quoted($0.0) + ": " + $0.1.flat }.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension ScenarioForm {
    /// The schema of what it asks for.
    var schema: JSON {
        switch self {
        case .whole(let range): return ScenarioForm.number("integer", range, 0)
        case .decimal(let places, let range): return ScenarioForm.number("number", range, places)
        case .wholes(let range): return ScenarioForm.range("integer", range, 0)
        case .decimals(let places, let range): return ScenarioForm.range("number", range, places)
        case .choice(let words): return .object([("enum", .list(words.map { .text($0) }))])
        case .wordOr(let words, let other):
            return .object([("anyOf", .list([ScenarioForm.choice(words).schema, other.schema]))])
        case .name: return ScenarioForm.text("^[\\\\w.-]{1,40}$")
        case .line(let most):
            return .object([("type", .text("string")), ("minLength", .raw("1")), ("maxLength", .raw("\(most)"))])
        case .date: return ScenarioForm.text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .month:
            let number = ScenarioForm.number("integer", 1...12, 0)
            return .object([("anyOf", .list([ScenarioForm.text("^([0-9]{4}-)?(0[1-9]|1[0-2])$"), number]))])
        case .list(let entry, let least):
            return .object([
                ("type", .text("array")), ("minItems", .raw("\(least)")), ("items", entry.schema),
            ])
        case .table(let table): return table.schema
        }
    }

    private static func number(_ type: String, _ range: ClosedRange<Int>, _ places: Int) -> JSON {
        var members: [(String, JSON)] = [
            ("type", .text(type)), ("minimum", .raw(ScenarioFigure.text(range.lowerBound, places: places))),
        ]
        if range.upperBound < Int.max {
            members.append(("maximum", .raw(ScenarioFigure.text(range.upperBound, places: places))))
        }
        return .object(members)
    }

    private static func range(_ type: String, _ range: ClosedRange<Int>, _ places: Int) -> JSON {
        let number = places == 0 ? "(0|[1-9][0-9]*)" : "(0|[1-9][0-9]*)([.][0-9]{1,\(places)})?"
        return .object([
            ("anyOf", .list([ScenarioForm.number(type, range, places), text("^\(number)[.][.]\(number)$")]))
        ])
    }

    private static func text(_ pattern: String) -> JSON {
        .object([("type", .text("string")), ("pattern", .raw("\"\(pattern)\""))])
    }
}

extension ScenarioTable {
    var schema: JSON {
        var members: [(String, JSON)] = [
            ("type", .text("object")), ("additionalProperties", .raw("false")),
            ("required", .list(keys.filter(\.isRequired).map { .text($0.name) })),
            (
                "properties",
                .object(
                    keys.map { key in
                        guard case .object(let form) = key.form.schema else { return (key.name, key.form.schema) }
                        return (key.name, .object([("description", .text(key.note))] + form))
                    })
            ),
        ]
        if !ways.isEmpty { members.append(("oneOf", .list(ways.indices.map { way($0) }))) }
        return .object(members)
    }

    private func way(_ place: Int) -> JSON {
        let others = ways.indices.filter { $0 != place }.flatMap { ways[$0].needs + ways[$0].allows }
        let none = JSON.object([("anyOf", .list(others.map { .object([("required", .list([.text($0)]))]) }))])
        return .object([("required", .list(ways[place].needs.map { .text($0) })), ("not", none)])
    }
}
