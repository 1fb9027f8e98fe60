import MeterVision
import Testing

@Suite("A row of print")
struct PrintColumnsTests {
    /// Columns that are sure of a character each: digits, `x` for another one, `_` for nothing between them.
    private func columns(_ text: String, sure: Double = 0.99) -> PrintColumns {
        PrintColumns(
            probabilities: text.flatMap { character -> [Double] in
                let symbol =
                    character == "_"
                    ? PrintColumns.blank : character == "x" ? PrintColumns.other : character.wholeNumberValue ?? 0
                return (0..<PrintColumns.symbols).map { $0 == symbol ? sure : (1 - sure) / 11 }
            })
    }

    private func words(_ text: String, sure: Double = 0.99) -> [String] {
        PrintReader.words(in: columns(text, sure: sure)).map(\.text)
    }

    @Test("Columns that repeat a character say it once, unless nothing stands between")
    func repetitions() {
        #expect(columns("11_1_22x_").characters.map(\.symbol) == [1, 1, 2, 10])
        #expect(columns("_1_").characters.map(\.place) == [1])
    }

    @Test("The probability of a text is the sum over the ways in which columns can say it")
    func probability() {
        // Two columns, 7 with 0.6 in the first and 0.5 in the second, nothing with 0.4 and 0.5:
        // 77 and 7_ and _7 all say 7: 0.6 · 0.5 + 0.6 · 0.5 + 0.4 · 0.5 = 0.8; nothing at all is 0.4 · 0.5 = 0.2.
        var values = [Double](repeating: 0, count: 24)
        (values[7], values[11], values[19], values[23]) = (0.6, 0.4, 0.5, 0.5)
        let two = PrintColumns(probabilities: values)
        #expect(abs(two.probability(of: [7], in: 0..<2) - 0.8) < 1e-12)
        #expect(two.probability(of: [7, 7], in: 0..<2) == 0)
        #expect(two.probability(of: [], in: 0..<2) == 0)
        #expect(two.probability(of: [7], in: 0..<3) == 0)
    }

    @Test(
        "Other characters part words, and so do gaps",
        arguments: [
            ("__x_1__2__3__4__5__6__7__x__", ["1234567"]),
            ("__6__2_____1__1__7_____5__8__0__", ["62", "117", "580"]),
            ("__1__2__3_x_4__5__", ["123", "45"]),
            ("_____", []),
        ])
    func parted(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test("A word is as sure as its digits together, and unsure of a digit that may be another")
    func sureness() throws {
        let sure = try #require(PrintReader.words(in: columns("____1__2__3____", sure: 0.999)).first)
        #expect(sure.confidence > 95 && !sure.isCut)
        let open = PrintColumns(
            probabilities: [11, 3, 11, 8, 11].flatMap { symbol -> [Double] in
                (0..<12).map { $0 == symbol ? (symbol == 3 ? 0.55 : 1) : symbol == 3 && $0 == 8 ? 0.45 : 0 }
            })
        let word = try #require(PrintReader.words(in: open).first)
        #expect(word.text == "38")
        #expect(abs(word.confidence - 55) < 1e-9)
    }

    @Test("Where another character stands as near as a digit, a digit may have been taken for it")
    func besideOther() throws {
        let near = try #require(PrintReader.words(in: columns("____x__1__2__3____", sure: 0.9999)).first)
        let far = try #require(PrintReader.words(in: columns("x_____1__2__3____", sure: 0.9999)).first)
        #expect(near.text == "123" && near.confidence == 50)
        #expect(far.text == "123" && far.confidence > 95)
    }

    @Test("Digits at the edge of what was seen may be a part of a longer number")
    func cut() {
        #expect(PrintReader.words(in: columns("1__2__3____")).map(\.isCut) == [true])
        #expect(PrintReader.words(in: columns("____1__2__3____")).map(\.isCut) == [false])
    }
}
