import Testing
import WrittenFiles

@Suite("YAML files")
struct YAMLTests {
    private static let keys = [YAMLKey("name", "konut"), YAMLKey("days", "[1, 2]"), YAMLKey("prices", "(a list)")]

    private static func table(_ yaml: String, isStrict: Bool = true) throws(FileMistake) -> YAMLTable {
        try YAMLTable(
            yaml: yaml, file: "f.yaml", name: "a tariff file", example: "bill --example", keys: keys,
            isStrict: isStrict)
    }

    @Test("A value is its letters, never what YAML makes of them, and a key too")
    func letters() throws {
        let node = try YAMLNode.document("on: 01.50\n2: [yes, \"~\"]\nt: {a: '1'}\n", file: "f", help: "")
        #expect(node["on"]?.text == "01.50" && node["on"]?.scalar?.isPlain == true)
        #expect(node["2"]?.list?.map(\.text) == ["yes", "~"])
        #expect(node["t"]?["a"]?.scalar?.isPlain == false)
        #expect(node["t"]?.line == 3 && node["t"]?.column == 4)
        #expect(node.entries?.map(\.key.text) == ["on", "2", "t"])
        #expect(node["no"] == nil && node.scalar == nil && node.list == nil)
    }

    @Test("A part is written as a document of its own that says the same")
    func part() throws {
        let node = try YAMLNode.document("a:\n  b: [0.20, \"x: y\", Ağrı]\n  c: 01\n", file: "f", help: "")
        let part = try YAMLNode.document(try #require(node["a"]).document, file: "g", help: "")
        #expect(part["b"]?.list?.map(\.text) == ["0.20", "x: y", "Ağrı"])
        #expect(part["c"]?.text == "01" && part["c"]?.scalar?.isPlain == true)
    }

    @Test(
        "What is no table of these keys is told with its place and what to do",
        arguments: [
            ("", "1:1: the file is empty. 'endeks bill --example' prints what a tariff file looks like."),
            ("name: a\nname: b\n", "1:1: 'name' is given twice. Keep one."),
            ("name: [a\n", "2:1: this is not YAML: did not find expected ',' or ']'."),
            (
                "name: a\n---\nname: b\n",
                "2:1: a second document begins here ('---'). Save each document as a file of its own."
            ),
            ("- a\n", "1:1: a tariff file is not a table. Write it as lines of 'key: value'."),
            ("name: a\nprice: b\n", "2:1: 'price' is not a key of a tariff file. Did you mean 'prices'?"),
            ("zzzz: a\n", "1:1: 'zzzz' is not a key of a tariff file. Its keys are: name, days, prices."),
        ])
    func refused(yaml: String, words: String) {
        let error = #expect(throws: FileMistake.self) { try Self.table(yaml) }
        #expect(error?.description == "f.yaml:" + words)
    }

    @Test("A key that is missing or holds something else is told with an example")
    func values() throws {
        let table = try Self.table("days: [1, {a: 1}]\nprices: 3\n")
        for (read, words) in [
            (
                { () throws(FileMistake) in _ = try table.text("name") },
                "1:1: a tariff file lacks 'name'. Add a line such as: name: konut"
            ),
            (
                { () throws(FileMistake) in _ = try table.texts("days") },
                "1:11: 'days' holds something that is not a plain value. For example: days: [1, 2]"
            ),
            (
                { () throws(FileMistake) in _ = try table.tables("prices", keys: []) },
                "2:9: 'prices' is not a list. Write each entry behind a '-'. For example: prices: (a list)"
            ),
            (
                { () throws(FileMistake) in _ = try table.text("days") },
                "1:7: 'days' is not a plain value. For example: days: [1, 2]"
            ),
        ] as [(() throws(FileMistake) -> Void, String)] {
            let error = #expect(throws: FileMistake.self) { try read() }
            #expect(error?.description == "f.yaml:" + words)
        }
        for empty in ["name:", "name: ~", "name: null", "name: \"\""] {
            let error = #expect(throws: FileMistake.self) { try Self.table(empty + "\n").text("name") }
            #expect(error?.message == "'name' has no value. For example: name: konut")
        }
        #expect(try Self.table("name: \"null\"\n").text("name").text == "null")
    }

    @Test("Where every mistake is asked for, those of each table are kept and the rest is read")
    func kept() throws {
        var mistakes = FileMistakes()
        let file = mistakes.keep(
            table: try Self.table("nmae: a\nprices:\n  - {from: x, too: y}\n  - {form: x}\n", isStrict: false))
        let table = try #require(file)
        let entries = mistakes.keep(
            tables: try table.tables("prices", keys: [YAMLKey("from", "2026-01-01")], isStrict: false))
        #expect(entries.count == 2 && entries[0].has("from"))
        #expect(
            mistakes.all.map(\.description) == [
                "f.yaml:1:1: 'nmae' is not a key of a tariff file. Did you mean 'name'?",
                "f.yaml:3:15: 'too' is not a key of an entry of 'prices'. Its keys are: from.",
                "f.yaml:4:6: 'form' is not a key of an entry of 'prices'. Did you mean 'from'?",
            ])
        #expect(try table.oneOrMore("days").isEmpty)
        #expect(try Self.table("days: 3\n").oneOrMore("days").map(\.text) == ["3"])
        #expect(try Self.table("days: [3, 4]\n").oneOrMore("days").map(\.text) == ["3", "4"])
    }
}
