import Testing
import Trials
import WrittenFiles

@Suite("Records of a CSV text")
struct CSVReaderTests {
    private static func records(_ text: String) throws -> [CSVReader.Record] {
        var reader = CSVReader(text: text, file: "f.csv")
        var records: [CSVReader.Record] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    private static func fields(_ text: String) throws -> [[String]] { try records(text).map(\.fields) }

    @Test(
        "Line ends, a byte order mark, quotes, empty lines and comments change nothing",
        arguments: [
            "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\n1,2", "\u{FEFF}a,b\n1,2\n", "\"a\",\"b\"\n\"1\",2\n",
            "# what it is\n\na,b\n\n# here\r\n1,2\n\n", "a;b\n1;2\n", "\u{FEFF}a;b\r\n1;2", "a\tb\n1\t2\n",
        ])
    func forms(text: String) throws {
        #expect(try Self.fields(text) == [["a", "b"], ["1", "2"]])
    }

    @Test("A quoted field holds separators, doubled quotes and line ends, and a record has the line on which it begins")
    func quoted() throws {
        let text = "name,address\r\n\"Örnek, Ayşe\",\"Kat \"\"2\"\"\nAnkara\"\r\n\"\",\"\"\"\"\nB,\n"
        let records = try Self.records(text)
        #expect(records.map(\.line) == [1, 2, 4, 5])
        #expect(
            records.map(\.fields) == [
                ["name", "address"], ["Örnek, Ayşe", "Kat \"2\"\nAnkara"], ["", "\""], ["B", ""],
            ])
    }

    @Test(
        "The first record says what parts the fields: whatever it holds most of outside quotes",
        arguments: [
            ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]), ("a;b;c,d\n", [["a", "b", "c,d"]]),
            ("\"a;b;c\",d\n1;2,3\n", [["a;b;c", "d"], ["1;2", "3"]]), ("a\n1;2\n", [["a"], ["1;2"]]),
            ("a\tb\n1,2;3\t4\n", [["a", "b"], ["1,2;3", "4"]]), ("#;;;\na,b;\n", [["a", "b;"]]),
        ])
    func separators(text: String, expected: [[String]]) throws {
        #expect(try Self.fields(text) == expected)
    }

    @Test("Comments are kept with their lines, without their sign")
    func comments() throws {
        var reader = CSVReader(text: "# prices\na,b\n1,2\n#end\r\n", file: "f.csv")
        while try reader.next() != nil {}
        #expect(reader.comments.map(\.text) == [" prices", "end"])
        #expect(reader.comments.map(\.line) == [1, 4])
    }

    @Test(
        "What is broken is told with line, field and what to do, and ends the text",
        arguments: [
            ("a,b\n1,\"2\n3,4\n", "f.csv:2:2: a quoted field is never closed. Add the closing quote."),
            (
                "a,b\n1,2\"3\n4,5\n",
                "f.csv:2:2: a quote stands inside a field that does not begin with one. Quote the whole field."
            ),
            (
                "a,b\n\"1\"2,3\n4,5\n",
                "f.csv:2:1: something follows a closing quote. Put ',' there, or the line's end."
            ),
            (
                "a;b\n\"1\",3;4\n4;5\n",
                "f.csv:2:1: something follows a closing quote. Put ';' there, or the line's end."
            ),
            ("a,b\n1,2\r3,4\n", "f.csv:2:2: a carriage return stands alone. End lines with LF or CRLF."),
            ("a,\"b\nc\",\"d\"e\n", "f.csv:2:3: something follows a closing quote. Put ',' there, or the line's end."),
        ])
    func broken(text: String, words: String) throws {
        var reader = CSVReader(text: text, file: "f.csv")
        let error = #expect(throws: FileMistake.self) { while try reader.next() != nil {} }
        #expect(error?.description == words)
        #expect(try reader.next() == nil)
    }

    @Test("A field and a record have an end, however long the file is")
    func limits() throws {
        let most = CSVReader.mostFieldBytes
        #expect(try Self.fields("a,b\n1," + String(repeating: "x", count: most)).last?.last?.utf8.count == most)
        for field in [String(repeating: "x", count: most + 1), "\"\(String(repeating: "x", count: most + 1))\""] {
            let error = #expect(throws: FileMistake.self) { try Self.fields("a,b\n1," + field) }
            #expect(error?.line == 2 && error?.column == 2)
        }
        let wide = String(repeating: ",", count: CSVReader.mostFields - 1)
        #expect(try Self.fields("\(wide)\n").first?.count == CSVReader.mostFields)
        #expect(throws: FileMistake.self) { try Self.fields("\(wide),\n") }
    }

    @Test("What is written is read as the same, whatever letters the fields have", arguments: 1...200)
    func roundTrip(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let letters = ["a", "ğ", ",", ";", "\t", "\"", "\n", "\r\n", "\r", "#", " ", "\u{301}", "\u{FEFF}", "1"]
        let columns = (0...chance.count(in: 0...3)).map { "column\($0)" }
        let rows = (0..<chance.count(in: 0...5)).map { _ in
            columns.map { _ in
                (0..<chance.count(in: 0...4)).map { _ in letters[chance.count(in: 0...13)] }.joined()
            }
        }
        let written = CSVWriter.table(columns: columns, rows: rows)
        #expect(try Self.fields(written) == [columns] + rows)
        var table = try CSVTable(text: written, file: "f.csv", columns: .init(columns))
        #expect(try table.rows().map(\.fields) == rows)
    }

    @Test("Only what must be is quoted")
    func quotes() {
        #expect(CSVWriter.line(["a b", "ş;", "1,5", "#", "\"x\"", ""]) == "a b,ş;,\"1,5\",#,\"\"\"x\"\"\",")
        #expect(CSVWriter.line(["#1"]) == "\"#1\"")
        #expect(CSVWriter.line([""]) == "\"\"")
    }
}
