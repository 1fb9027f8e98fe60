import FleetSimulator
import Foundation
import Testing
import Yams

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
        let root = try #require(try Yams.compose(yaml: yaml))
        var count = 0
        // Every way to each kind of key once: the twelfth month says no more than the first.
        var seen: Set<String> = []
        func visit(_ node: Node, _ path: String, _ replace: (Node) -> Node) throws {
            switch node {
            case .mapping(let mapping):
                for (place, pair) in Array(mapping).enumerated() {
                    let key = pair.key.string ?? ""
                    func with(_ key: Node, _ value: Node) -> Node {
                        var pairs = Array(mapping).map { ($0.key, $0.value) }
                        pairs[place] = (key, value)
                        return replace(Node(pairs))
                    }
                    let way = path + "/" + key
                    if seen.insert(way).inserted {
                        for mutant in [with(Node(key + "x"), pair.value)]
                            + Self.others(pair.value).map({ with(pair.key, $0) })
                        {
                            count += 1
                            let text = try Yams.serialize(node: mutant, allowUnicode: true)
                            #expect(throws: ScenarioMistakes.self, "\(way)\n\(text.prefix(400))") {
                                try ScenarioReader.plan(yaml: text, file: "mutant")
                            }
                        }
                    }
                    try visit(pair.value, way) { with(pair.key, $0) }
                }
            case .sequence(let sequence):
                for (place, entry) in Array(sequence).enumerated() {
                    try visit(entry, path + "[]") { changed in
                        var entries = Array(sequence)
                        entries[place] = changed
                        return replace(Node(entries))
                    }
                }
            default: break
            }
        }
        try visit(root, "") { $0 }
        #expect(count > 60)
        // Written out again without a change it is still right: so it is the change that is refused.
        _ = try ScenarioReader.plan(yaml: try Yams.serialize(node: root, allowUnicode: true), file: "again")
    }

    /// Values of other types.
    private static func others(_ value: Node) -> [Node] {
        switch value {
        case .scalar: [Node([Node("1")]), Node([(Node("a"), Node("1"))])]
        default: [Node("1")]
        }
    }
}
