import Glibc
import MeterVision
import Testing

/// Rows of print as a net sees them: what was seen of each character, and nothing between them.
private struct DrawnRow {
    /// For each character its symbols with their shares; the blank takes the rest.
    var characters: [[Int: Double]]

    /// A row that shows these digits, each with that share, and of another digit a little.
    init(_ text: String, sure: Double = 0.97) {
        characters = text.map { [$0.wholeNumberValue ?? PrintColumns.other: sure] }
    }

    var columns: PrintColumns {
        let blank = [PrintColumns.blank: 1.0]
        let all = [blank, blank, blank, blank] + characters.flatMap { [$0, blank, blank] } + [blank, blank, blank]
        return PrintColumns(
            probabilities: all.flatMap { shares -> [Double] in
                let rest = (1 - shares.values.reduce(0, +)) / 12
                return (0..<PrintColumns.symbols).map { (shares[$0] ?? 0) * 0.999 + rest + 0.001 / 12 }
            })
    }
}

@Suite("Weighing the registered serials by what a row shows")
struct SerialMatchTests {
    private static func list(_ serials: some Sequence<String>) throws -> SerialList {
        try SerialList(Set(serials).sorted())
    }

    private static func random(_ count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 7...9, using: &generator)).map { place in
                String(Int.random(in: place == 0 ? 1...9 : 0...9, using: &generator))
            }.joined()
        }
    }

    /// All numbers with one other digit.
    private static func neighbours(of serial: String) -> [String] {
        let digits = Array(serial)
        return digits.indices.flatMap { place in
            "0123456789".filter { $0 != digits[place] && (place > 0 || $0 != "0") }.map { digit in
                var other = digits
                other[place] = digit
                return String(other)
            }
        }
    }

    private func match(_ row: DrawnRow, _ list: SerialList) -> String? {
        RowEvidence([row.columns, row.columns]).match(in: list).flatMap { $0.isCertain ? $0.serial : nil }
    }

    @Test("The probability of a number is the sum over all ways in which columns can say it")
    func probability() {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<200 {
            let count = 4
            let values = (0..<count).flatMap { _ -> [Double] in
                let raw = (0..<PrintColumns.symbols).map { _ in Double.random(in: 0.01...1, using: &generator) }
                return raw.map { $0 / raw.reduce(0, +) }
            }
            let columns = PrintColumns(probabilities: values)
            let number = (0..<2).map { _ in UInt8.random(in: 1...2, using: &generator) }
            var sum = 0.0
            // Every labelling of every stretch of columns that begins and ends with a digit, by the rules of CTC.
            for start in 0..<count {
                for end in start..<count {
                    for labelling in 0..<Int(pow(3, Double(end - start + 1))) {
                        var rest = labelling
                        let labels = (start...end).map { _ -> Int in
                            defer { rest /= 3 }
                            return [PrintColumns.blank, 1, 2][rest % 3]
                        }
                        guard labels.first != PrintColumns.blank, labels.last != PrintColumns.blank else { continue }
                        let said = labels.indices.filter {
                            labels[$0] != PrintColumns.blank && ($0 == 0 || labels[$0] != labels[$0 - 1])
                        }.map { UInt8(labels[$0]) }
                        guard said == number else { continue }
                        func outside(_ column: Int, _ free: [Int]) -> Double {
                            let most = (0..<PrintColumns.symbols).map { columns[column, $0] }.max() ?? 1
                            return (free.map { columns[column, $0] }.max() ?? 0) / most
                        }
                        var product = 1.0
                        for column in 0..<start {
                            product *= outside(column, [0, PrintColumns.other, PrintColumns.blank])
                        }
                        for column in (end + 1)..<max(count, end + 1) {
                            product *= outside(column, [PrintColumns.other, PrintColumns.blank])
                        }
                        for (place, label) in labels.enumerated() { product *= columns[start + place, label] }
                        sum += product
                    }
                }
            }
            // A gap as wide as a digit is none in four columns.
            #expect(abs(PrintEvidence(columns).probability(of: number) - sum) < 1e-12)
        }
    }

    @Test("What a row shows clearly is matched to itself among all of its neighbours, and to none of them without it")
    func itself() throws {
        for serial in Self.random(60, seed: 11) {
            let neighbours = Self.neighbours(of: serial)
            #expect(match(DrawnRow(serial), try Self.list(neighbours + [serial])) == serial)
            #expect(match(DrawnRow(serial), try Self.list(neighbours)) == nil)
            #expect(match(DrawnRow(serial), try Self.list(neighbours.prefix(1))) == nil)
        }
    }

    @Test("Print that could be one of two registered neighbours is neither; where one is registered it is that one")
    func open() throws {
        for (number, serial) in Self.random(60, seed: 12).enumerated() {
            var row = DrawnRow(serial)
            let place = 1 + number % (serial.count - 1)
            let shown = Array(serial)[place].wholeNumberValue ?? 0
            let other = (shown + 3) % 10
            row.characters[place] = [shown: 0.5, other: 0.4]
            var neighbour = Array(serial)
            neighbour[place] = Character(String(other))
            let far = Self.random(500, seed: 13).filter { $0.count != serial.count }
            #expect(match(row, try Self.list([serial, String(neighbour)] + far)) == nil)
            #expect(match(row, try Self.list([serial] + far)) == serial)
        }
    }

    @Test("Where the series of a meter is registered, a digit that is open is not settled by the list")
    func series() throws {
        for serial in Self.random(60, seed: 14) {
            var row = DrawnRow(serial)
            let last = Array(serial).last?.wholeNumberValue ?? 0
            row.characters[serial.count - 1] = [last: 0.5, (last + 1) % 10: 0.45]
            // The serials before it are registered, the next one, which it may be as well, is not.
            let before = [2, 3, 4].map { String(serial.dropLast()) + String((last + 10 - $0) % 10) }
            #expect(match(row, try Self.list(before + [serial])) == nil)
        }
    }

    @Test("A registered serial is no part of a longer number, and a number beside a gap is no part of it")
    func part() throws {
        let list = try Self.list(["4142297", "62117580"])
        #expect(match(DrawnRow("54142297"), list) == nil)
        #expect(match(DrawnRow("41422970"), list) == nil)
        #expect(match(DrawnRow("4142297"), list) == "4142297")
        #expect(match(DrawnRow("xx4142297"), list) == "4142297")
        var withYear = DrawnRow("41422972003")
        withYear.characters.insert(contentsOf: [[:], [:]], at: 7)
        #expect(match(withYear, list) == "4142297")
    }

    @Test("Leading zeros, dots and spaces of a registered serial do not count, nor do printed zeros")
    func forms() throws {
        let list = try Self.list(["0057.111 487"])
        #expect(match(DrawnRow("57111487"), list) == "0057.111 487")
        #expect(match(DrawnRow("0057111487"), list) == "0057.111 487")
    }

    @Test("A row of noise matches none of 10,000")
    func noise() throws {
        let list = try Self.list(Self.random(10_000, seed: 5))
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<50 {
            var row = DrawnRow(Self.random(1, seed: generator.next())[0])
            for place in row.characters.indices {
                row.characters[place] = Dictionary(
                    (0..<4).map { _ in (Int.random(in: 0...9, using: &generator), 0.22) }, uniquingKeysWith: +)
            }
            #expect(match(row, list) == nil)
        }
    }

    @Test("Among 10,000 serials a row is weighed in less than 10 ms")
    func speed() throws {
        let serials = Self.random(10_000, seed: 5)
        let list = try Self.list(serials)
        let looks = Array(repeating: DrawnRow(serials[0], sure: 0.8).columns, count: 7)
        let evidence = RowEvidence(looks)
        let took = (0..<5).map { _ in ContinuousClock().measure { _ = evidence.match(in: list) } }.min() ?? .zero
        #expect(took < .milliseconds(isOptimised ? 10 : 1000))
    }

    private var isOptimised: Bool {
        var isDebug = false
        func note() -> Bool {
            isDebug = true
            return true
        }
        assert(note())
        return !isDebug
    }
}

@Suite("A list of registered serials")
struct SerialListTests {
    @Test("A serial that stands there twice is listed once, with its zeros as written")
    func listed() throws {
        let list = try SerialList(["62117580", "0057111487", "62117580"])
        #expect(list.count == 2)
        for serial in ["62117580", "0057111487"] {
            let code = PlateCode(symbology: .itf, text: serial, corners: .unit, lines: 9)
            #expect(SerialChoice.choose([code], registered: nil, list: list)?.finding?.listed == serial)
        }
    }

    @Test(
        "Serials that cannot be used say in which line",
        arguments: [
            ([], SerialListError.empty), ([(1, "62117580"), (3, "abc")], .noSerial(line: 3, text: "abc")),
            ([(1, "62117580"), (2, "123")], .noSerial(line: 2, text: "123")),
            ([(1, "62117580"), (3, "062117580")], .ambiguous(line: 3, earlier: 1)),
        ] as [([(line: Int, serial: String)], SerialListError)])
    func mistakes(serials: [(line: Int, serial: String)], error: SerialListError) {
        #expect(throws: error) { try SerialList(serials) }
    }
}
