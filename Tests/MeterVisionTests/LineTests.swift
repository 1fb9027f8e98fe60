import Glibc
import MeterVision
import Testing

@Suite("Reading the line of digits")
struct LineTests {
    private static func columns(_ count: Int, seed: Int, sharp: Double = 3) -> DigitColumns {
        var generator = SeededGenerator(seed: UInt64(seed))
        var probabilities: [Double] = []
        for _ in 0..<count {
            let values = (0..<21).map { _ in exp(sharp * Double.random(in: -1...1, using: &generator)) }
            let sum = values.reduce(0, +)
            probabilities += values.map { $0 / sum }
        }
        return DigitColumns(probabilities: probabilities)
    }

    /// Columns as a net gives them: few symbols hold nearly all, often one of them is the blank.
    private static func peaked(_ count: Int, seed: Int) -> DigitColumns {
        var generator = SeededGenerator(seed: UInt64(seed))
        var probabilities: [Double] = []
        for _ in 0..<count {
            var values = [Double](repeating: 0.002, count: 21)
            for _ in 0..<3 { values[.random(in: 0..<20, using: &generator)] += .random(in: 0...1, using: &generator) }
            values[20] += .random(in: 0...1, using: &generator)
            let sum = values.reduce(0, +)
            probabilities += values.map { $0 / sum }
        }
        return DigitColumns(probabilities: probabilities)
    }

    private static func line(_ text: String) -> [LineDigit] {
        // Black digits, then red ones after a comma.
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        return parts.enumerated().flatMap { part in
            part.element.map { LineDigit(value: Int(String($0)) ?? 0, isDecimal: part.offset == 1) }
        }
    }

    /// All ways of writing symbols into the columns that collapse to the line, added up.
    private func reference(_ line: [LineDigit], _ columns: DigitColumns) -> Double {
        var total = 0.0
        var path = [Int](repeating: 0, count: columns.count)
        // Only the line's own symbols and the blank can be on such a path.
        let symbols = Array(Set(line.map(\.symbol))).sorted() + [20]
        func walk(_ column: Int, _ chance: Double) {
            guard column < columns.count else {
                var collapsed: [Int] = []
                var last = -1
                for symbol in path {
                    if symbol != last, symbol != 20 { collapsed.append(symbol) }
                    last = symbol
                }
                if collapsed == line.map(\.symbol) { total += chance }
                return
            }
            for symbol in symbols {
                path[column] = symbol
                walk(column + 1, chance * columns[column, symbol])
            }
        }
        walk(0, 1)
        return total
    }

    @Test(
        "A line's probability is the sum over all ways of spreading it",
        arguments: [
            "12", "11", "1,1", "7", "33,4", "505", "",
        ])
    func forward(text: String) {
        let line = Self.line(text)
        for seed in 0..<5 {
            let columns = Self.columns(6, seed: seed)
            let expected = reference(line, columns)
            #expect(abs(exp(LineProbability.logarithm(of: line, in: columns)) - expected) < 1e-9)
        }
    }

    @Test("A line that needs more columns than there are is impossible")
    func tooLong() {
        #expect(LineProbability.logarithm(of: Self.line("1111"), in: Self.columns(6, seed: 1)) == -.infinity)
    }

    @Test("The search finds the most probable line of the shape", arguments: 0..<20)
    func search(seed: Int) throws {
        let columns = Self.peaked(6, seed: 100 + seed)
        let shape = LineShape(wheels: 2, decimals: 1)
        var best: (line: [LineDigit], logarithm: Double) = ([], -.infinity)
        for number in 0..<1000 {
            let line = [
                LineDigit(value: number / 100, isDecimal: false), LineDigit(value: number / 10 % 10, isDecimal: false),
                LineDigit(value: number % 10, isDecimal: true),
            ]
            let logarithm = LineProbability.logarithm(of: line, in: columns)
            if logarithm > best.logarithm { best = (line, logarithm) }
        }
        let found = LineSearch.lines(in: columns, shape: shape, most: 4)
        #expect(found.contains(best.line))
        let read = try #require(LineReading([columns], shape: shape))
        #expect(read.digits == best.line)
    }

    @Test("A known number of wheels is kept to, and a digit that might be two is not sure")
    func constrained() throws {
        // 0 | 4 or 9 | 2 | red 7, a blank between each.
        var probabilities = [Double](repeating: 0.001, count: 9 * 21)
        for column in stride(from: 0, to: 9, by: 2) { probabilities[column * 21 + 20] = 0.98 }
        probabilities[1 * 21 + 0] = 0.98
        probabilities[3 * 21 + 4] = 0.6
        probabilities[3 * 21 + 9] = 0.38
        probabilities[5 * 21 + 2] = 0.98
        probabilities[7 * 21 + 17] = 0.98
        let reading = try #require(
            LineReading([DigitColumns(probabilities: probabilities)], shape: LineShape(wheels: 3, decimals: nil)))
        #expect(reading.index == "042")
        #expect(reading.decimals == "7")
        #expect(reading.confidences[0] > 0.97)
        #expect(abs(reading.confidences[1] - 0.6) < 0.03)
        #expect(abs(reading.lead - log(0.6 / 0.38)) < 0.05)
        #expect(reading.agreement == 1)
    }

    @Test("Looks that disagree are averaged, and their share is told")
    func looks() throws {
        func look(_ digit: Int, _ sure: Double) -> DigitColumns {
            var probabilities = [Double](repeating: (1 - sure) / 20, count: 21)
            probabilities[digit] = sure
            let blank = (0..<21).map { $0 == 20 ? 0.999 : 0.00005 }
            return DigitColumns(probabilities: blank + probabilities + blank)
        }
        let reading = try #require(
            LineReading([look(3, 0.9), look(3, 0.9), look(8, 0.7)], shape: LineShape(wheels: 1, decimals: 0)))
        #expect(reading.index == "3")
        #expect(abs(reading.agreement - 2.0 / 3) < 1e-9)
    }

    @Test("The cells of even digits lie on their pitch")
    func cells() {
        let cells = DigitPlaces.cells(middles: [0.1, 0.3, 0.5, 0.7, 0.9])
        for (place, cell) in cells.enumerated() {
            #expect(abs(cell.left - Double(place) * 0.2) < 1e-9)
            #expect(abs(cell.right - Double(place + 1) * 0.2) < 1e-9)
        }
        #expect(DigitPlaces.cells(middles: []).isEmpty)
        #expect(DigitPlaces.cells(middles: [0.5]).count == 1)
    }
}

@Suite("Carry rule")
struct CarryRuleTests {
    @Test(
        "A wheel moves only while its right neighbour goes from 9 to 0; until then the lower digit holds",
        arguments: [
            ([1.0, 2.0, 3.0], [1, 2, 3]),
            ([0.0, 4.5, 9.5], [0, 4, 9]),  // half-way between 4 and 5: 49 is not yet over
            ([0.8, 9.8, 9.8], [0, 9, 9]),  // all three on their way: 099
            ([1.0, 0.0, 0.0], [1, 0, 0]),  // and through: 100
            ([3.3, 5.0, 0.0], [3, 5, 0]),  // slack of a third of a digit is no carry
            ([2.7, 1.0], [3, 1]),  // slack the other way: the neighbour at 1 leaves it at rest
            ([9.9, 9.9, 9.9], [0, 0, 0]),  // a tenth before the turn, which is the net's own error
        ])
    func settles(positions: [Double], digits: [Int]) {
        #expect(CarryRule.settle(positions).map(\.value) == digits)
    }

    @Test("What a counter shows at any volume is settled to that volume's digits")
    func counter() {
        for step in stride(from: 0, to: 100_000, by: 7) {
            // Wheels of a counter of three digits: the last rolls, the others move in the last tenth of their neighbour.
            let volume = Double(step) / 100
            let last = volume.truncatingRemainder(dividingBy: 10)
            let middleDigit = (volume / 10).rounded(.down).truncatingRemainder(dividingBy: 10)
            let middle = middleDigit + max(0, last - 9)
            let firstDigit = (volume / 100).rounded(.down)
            let first = firstDigit + max(0, middle - 9)
            // The last wheel's reading tolerates a tenth; just before a digit it may already be taken as that digit.
            guard last - last.rounded(.down) < 0.89 else { continue }
            let settled = CarryRule.settle([first, middle, last].map { $0.truncatingRemainder(dividingBy: 10) })
            #expect(settled.map(\.value) == [Int(firstDigit), Int(middleDigit), Int(last)])
        }
    }

    @Test("The middle of positions round the wheel is found across zero")
    func circular() {
        var logits = [Float](repeating: -20, count: 100)
        logits[99] = 5
        logits[1] = 5
        let position = WheelPosition(logits: logits)
        #expect(min(position.position, 10 - position.position) < 0.01)
        #expect(position.certainty > 0.98)
    }

    @Test("A wheel that may show a 3 or an 8 shows one of them, unsurely, and nothing in between")
    func twoDigits() {
        var logits = [Float](repeating: -20, count: 100)
        for at in [29, 31] { logits[at] = 5 }
        for at in [79, 81] { logits[at] = 4.9 }
        let position = WheelPosition(logits: logits)
        #expect(abs(position.position - 3) < 0.01)
        #expect(position.certainty < 0.1)
    }
}
