import FleetSimulator
import Foundation
import Testing
import WrittenFiles

@Suite("The schema of scenario files")
struct ScenarioSchemaTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Simulators/FleetSimulator/Scenarios")

    @Test("The schema that ships is the one that the reader's form prints; GOLDEN=write writes it")
    func schema() throws {
        let file = Self.folder.appending(path: "scenario.schema.json")
        if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
            try ScenarioSchema.text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == ScenarioSchema.text)
        let parsed = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.text.utf8)) as? [String: Any]
        #expect(parsed?["type"] as? String == "object")
    }

    @Test("The template names every key of a scenario, in use or as a comment")
    func template() throws {
        let parsed = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.text.utf8))
        var names: Set<String> = []
        func collect(_ value: Any) {
            if let object = value as? [String: Any] {
                if let properties = object["properties"] as? [String: Any] { names.formUnion(properties.keys) }
                object.values.forEach(collect)
            }
            if let list = value as? [Any] { list.forEach(collect) }
        }
        collect(parsed)
        #expect(names.count > 60)
        for name in names {
            #expect(
                ScenarioTemplate.text.contains("\(name): ") || ScenarioTemplate.text.contains("\(name):\n"), "\(name)")
        }
    }

    /// All files that must have the schema's form, each with every way in which one key is changed.
    @Test(
        "A key that is renamed, or has a value of another type, is refused: each key of each file",
        arguments: [ScenarioTemplate.text] + ShippedScenario.allCases.map(\.yaml))
    func mutants(yaml: String) throws {
        let root = Tree(try YAMLNode.document(yaml, file: "whole", help: ""))
        var count = 0
        // Every way to each kind of key once: the twelfth month says no more than the first.
        var seen: Set<String> = []
        func visit(_ tree: Tree, _ path: String, _ replace: (Tree) -> Tree) throws {
            switch tree {
            case .table(let pairs):
                for (place, pair) in pairs.enumerated() {
                    func with(_ key: String, _ value: Tree) -> Tree {
                        var changed = pairs
                        changed[place] = (key, value)
                        return replace(.table(changed))
                    }
                    let way = path + "/" + pair.key
                    if seen.insert(way).inserted {
                        for mutant in [with(pair.key + "x", pair.value)]
                            + pair.value.others.map({ with(pair.key, $0) })
                        {
                            count += 1
                            #expect(throws: FileMistakes.self, "\(way)\n\(mutant.yaml.prefix(400))") {
                                try ScenarioReader.plan(yaml: mutant.yaml, file: "mutant")
                            }
                        }
                    }
                    try visit(pair.value, way) { with(pair.key, $0) }
                }
            case .list(let list):
                for (place, entry) in list.enumerated() {
                    try visit(entry, path + "[]") { changed in
                        var entries = list
                        entries[place] = changed
                        return replace(.list(entries))
                    }
                }
            case .scalar: break
            }
        }
        try visit(root, "") { $0 }
        #expect(count > 60)
        // Written out again without a change it is still right: so it is the change that is refused.
        _ = try ScenarioReader.plan(yaml: root.yaml, file: "again")
    }
}

/// A YAML file as a value that can be changed and written again.
private indirect enum Tree {
    case scalar(text: String, isPlain: Bool)
    case list([Tree])
    case table([(key: String, value: Tree)])

    init(_ node: YAMLNode) {
        if let list = node.list {
            self = .list(list.map(Tree.init))
        } else if let entries = node.entries {
            self = .table(entries.map { ($0.key.text, Tree($0.value)) })
        } else {
            self = .scalar(text: node.text, isPlain: node.scalar?.isPlain ?? true)
        }
    }

    /// Values of other types.
    var others: [Tree] {
        let one = Tree.scalar(text: "1", isPlain: true)
        if case .scalar = self { return [.list([one]), .table([("a", one)])] }
        return [one]
    }

    /// In flow form, on one line.
    var yaml: String {
        switch self {
        case .scalar(let text, true) where !text.contains(where: { ",[]{}\n".contains($0) }): text
        case .scalar(let text, _):
            "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\""
        case .list(let list): "[\(list.map(\.yaml).joined(separator: ", "))]"
        case .table(let pairs): "{\(pairs.map { "\($0.key): \($0.value.yaml)" }.joined(separator: ", "))}"
        }
    }
}
