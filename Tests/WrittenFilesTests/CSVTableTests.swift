import Testing
import WrittenFiles

@Suite("Tables of a CSV text")
struct CSVTableTests {
    private static func mistakes(_ text: String, _ columns: CSVHeader.Columns) -> [String] {
        do throws(FileMistakes) {
            var table = try CSVTable(text: text, file: "f.csv", columns: columns)
            _ = try table.rows()
            return []
        } catch {
            return error.all.map(\.description)
        }
    }

    @Test("Columns stand in any order, may be left out where they are optional, and a value has its place")
    func columns() throws {
        let text = "# by hand\ndate , index\n 2026-01-31 ,0 1\n"
        var table = try CSVTable(text: text, file: "f.csv", columns: .init(["index", "date"], optional: ["note"]))
        let row = try #require(try table.rows().first)
        #expect(row["date"] == " 2026-01-31 ")
        let date = row.value("date")
        #expect(date.text == "2026-01-31" && date.line == 3 && date.column == 1)
        #expect(
            row.value("index").mistake("must be digits").description
                == "f.csv:3:2: 'index' must be digits; it is '0 1'.")
        #expect(row.value("note").text.isEmpty && !table.header.has("note"))
        #expect(table.comments.map(\.text) == [" by hand"])
    }

    @Test(
        "A wrong header is told column by column, with the name that was meant",
        arguments: [
            ("", ["f.csv:1:1: the file is empty. Its first line names the columns: index,date."]),
            ("# only a comment\n", ["f.csv:1:1: the file is empty. Its first line names the columns: index,date."]),
            ("index\n", ["f.csv:1:1: the header lacks: date. Add them."]),
            ("index,dtae\n", ["f.csv:1:2: 'dtae' is not a column of this file. Did you mean 'date'?"]),
            (
                "index,date,kind\n",
                ["f.csv:1:3: 'kind' is not a column of this file. The columns are: index,date,note."]
            ),
            ("\nindex,date,index\n", ["f.csv:2:3: 'index' stands twice in the header. Keep one."]),
            (
                "idnex;dat\n",
                [
                    "f.csv:1:1: 'idnex' is not a column of this file. Did you mean 'index'?",
                    "f.csv:1:2: 'dat' is not a column of this file. Did you mean 'date'?",
                ]
            ),
            ("\"index\n", ["f.csv:1:1: a quoted field is never closed. Add the closing quote."]),
        ])
    func headers(text: String, words: [String]) {
        #expect(Self.mistakes(text, .init(["index", "date"], optional: ["note"])) == words)
    }

    @Test("Where others read columns too, they are passed over; a needed one that is misspelt is pointed at")
    func others() {
        let columns = CSVHeader.Columns(["index"], others: .ignored)
        #expect(Self.mistakes("kind,index,note\na,1,b\n", columns).isEmpty)
        #expect(
            Self.mistakes("kind,idnex\na,1\n", columns) == [
                "f.csv:1:1: the header lacks: index. Is 'idnex' meant to be 'index'?"
            ])
        #expect(
            Self.mistakes("kind,index,kind\na,1,b\n", columns) == [
                "f.csv:1:3: 'kind' stands twice in the header. Keep one."
            ])
    }

    @Test("A row of another length is a mistake of its own, and the next one is read")
    func lengths() throws {
        let text = "a;b\n1;2\n1,5\n3;4;5\n6;7\n"
        #expect(
            Self.mistakes(text, .init(["a", "b"])) == [
                "f.csv:3:1: there is 1 field, not 2 as in the header. Quote a field that holds a ';'.",
                "f.csv:4:1: there are 3 fields, not 2 as in the header. Quote a field that holds a ';'.",
            ])
        var table = try CSVTable(text: text, file: "f.csv", columns: .init(["a", "b"]))
        var read: [[String]] = []
        while let row = try table.next() { if case .success(let row) = row { read.append(row.fields) } }
        #expect(read == [["1", "2"], ["6", "7"]])
    }

    @Test("Where the text cannot be read on, what was wrong before is told as well")
    func broken() {
        #expect(
            Self.mistakes("a,b\n1\n2,\"3\n4,5\n", .init(["a", "b"])) == [
                "f.csv:2:1: there is 1 field, not 2 as in the header. Quote a field that holds a ','.",
                "f.csv:3:2: a quoted field is never closed. Add the closing quote.",
            ])
    }

    @Test(
        "Blanks around a value are none of it, wherever they come from",
        arguments: [
            ("", ""), (" ", ""), ("a", "a"), (" a b\t", "a b"), ("\u{A0}ş\u{A0}", "ş"), ("ş ", "ş"), ("\u{3000}", ""),
            ("a\n", "a\n"),
        ])
    func blanks(text: String, rest: String) {
        #expect(text.withoutOuterBlanks == rest)
    }
}
