import Testing
import WrittenFiles

@Suite("Mistakes of files")
struct MistakeTests {
    @Test(
        "The word that was meant has at most two other letters, or a third of its own",
        arguments: [
            ("cuont", "count"), ("Count", "count"), ("cont", "count"), ("dat", "date"), ("subscriber", nil),
            ("subscriber_nr", "subscriber_number"), ("x", nil), ("", nil),
        ] as [(String, String?)])
    func nearest(written: String, word: String?) {
        #expect(NearestWord.of(written, in: ["count", "date", "subscriber_number"]) == word)
    }

    @Test("Where no word is near, all are told")
    func advice() {
        #expect(NearestWord.advice("tairff", ["tariff"], otherwise: "none") == "Did you mean 'tariff'?")
        #expect(NearestWord.advice("zzzzzzzz", ["tariff"], otherwise: "none") == "none")
        #expect(NearestWord.of("a", in: []) == nil)
        #expect(NearestWord.of(String(repeating: "tariff", count: 10_000), in: ["tariff"]) == nil)
    }

    @Test("Mistakes are told in the order of the file, whatever order they were found in")
    func order() {
        func mistake(_ line: Int, _ column: Int) -> FileMistake {
            FileMistake(file: "f", line: line, column: column, message: "wrong.")
        }
        var mistakes = FileMistakes([mistake(10, 1)])
        mistakes.add(mistake(2, 3))
        mistakes.add([mistake(2, 1)])
        #expect(mistakes.description == "f:2:1: wrong.\nf:2:3: wrong.\nf:10:1: wrong.")
    }

    @Test("What is kept as a mistake gives nothing")
    func keep() {
        func read(_ number: Int) throws(FileMistake) -> Int? {
            if number < 0 { throw FileMistake(file: "f", line: 1, column: 1, message: "below zero.") }
            return number == 0 ? nil : number
        }
        var mistakes = FileMistakes()
        #expect(mistakes.keep(try read(7)) == 7 && mistakes.keep(try read(0)) == nil && mistakes.isEmpty)
        #expect(mistakes.keep(try read(-1)) == nil && mistakes.all.count == 1)
    }

    @Test("Bytes that are no text are told with their line, and a file has a largest size")
    func text() throws {
        #expect(try WrittenText.of(Array("ş\n".utf8), file: "f", most: 3) == "ş\n")
        let latin = #expect(throws: FileMistake.self) {
            try WrittenText.of(Array("ab\nş\r\n".utf8) + [0xFE, 0x0A, 0xFF], file: "f", most: 100)
        }
        #expect(
            latin?.description
                == "f:3:1: this is not UTF-8 text. Save it as UTF-8, so that Turkish letters are kept.")
        let large = #expect(throws: FileMistake.self) {
            try WrittenText.of([UInt8](repeating: 32, count: (1 << 20) + 1), file: "f", most: 1 << 20)
        }
        #expect(large?.description == "f:1:1: this is larger than 1 MB, which no such file is.")
    }

    @Test("A whole number has nine digits at most, no sign, and may have leading zeros")
    func whole() throws {
        func value(_ text: String) -> WrittenValue {
            WrittenValue(text: text, file: "f", key: "months", line: 2, column: 3)
        }
        #expect(try value("012").whole(in: 1...12) == 12)
        for text in ["", "13", "-1", "+1", "1.0", " 1", "1e1", "0000000001", "١"] {
            let error = #expect(throws: FileMistake.self) { try value(text).whole(in: 1...12) }
            #expect(
                error?.description == "f:2:3: 'months' must be a whole number from 1 to 12; it is '\(text)'.")
        }
        #expect(try value("b").choice([("a", 1), ("b", 2)]) == 2)
        let other = #expect(throws: FileMistake.self) { try value("c").choice([("a", 1), ("b", 2)]) }
        #expect(other?.message == "'months' must be one of: a, b; it is 'c'.")
    }
}
