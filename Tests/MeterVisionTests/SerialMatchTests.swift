import MeterVision
import Testing

@Suite("Matching a serial with the registered list")
struct SerialMatchTests {
    private static func list(_ serials: [String]) throws -> SerialList {
        try SerialList(file: Array(serials.joined(separator: "\n").utf8))
    }

    private static func random(_ count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 7...10, using: &generator)).map { place in
                String(Int.random(in: place == 0 ? 1...9 : 0...9, using: &generator))
            }.joined()
        }
    }

    private static func neighbour(of serial: String, _ generator: inout SeededGenerator) -> String {
        var digits = Array(serial)
        let place = Int.random(in: 1..<digits.count, using: &generator)
        let value = (digits[place].wholeNumberValue ?? 0) + Int.random(in: 1...9, using: &generator)
        digits[place] = Character(String(value % 10))
        return String(digits)
    }

    @Test("A serial that was read for certain matches itself, whatever neighbours are registered")
    func itself() throws {
        var generator = SeededGenerator(seed: 7)
        let own = Self.random(300, seed: 11)
        let all = Set(own).union(own.map { Self.neighbour(of: $0, &generator) })
        let list = try Self.list(all.sorted())
        for serial in own {
            let listing = SerialMatch.listing(of: serial, isSure: true, in: list)
            #expect(listing == .listed(serial: serial, distance: 0))
        }
    }

    @Test(
        "A single digit that differs never matches the neighbour, whether read for certain or not",
        arguments: [true, false])
    func neighbours(isSure: Bool) throws {
        var generator = SeededGenerator(seed: 3)
        let own = Self.random(500, seed: 12)
        let list = try Self.list(Array(Set(own)).sorted())
        for serial in own {
            let other = Self.neighbour(of: serial, &generator)
            guard !own.contains(other) else { continue }
            #expect(SerialMatch.listing(of: other, isSure: isSure, in: list) == .unlisted)
        }
    }

    @Test("Printed digits that are a part of a longer registered serial match nothing", arguments: [true, false])
    func part(isSure: Bool) throws {
        func listing(_ serials: [String], ofPrint: Bool) throws -> SerialListing {
            SerialMatch.listing(of: "4142297", isSure: isSure, mayBePart: ofPrint, in: try Self.list(serials))
        }
        let found = SerialListing.listed(serial: "04142297", distance: 0)
        for longer in ["54142297", "41422970"] {
            #expect(try listing(["04142297", longer, "62117580"], ofPrint: true) == .unlisted)
            // A code says all of its digits.
            #expect(try listing(["04142297", longer, "62117580"], ofPrint: false) == found)
        }
        #expect(try listing(["04142297", "62117580"], ofPrint: true) == found)
    }

    @Test("What was not read for certain matches only where no serial is registered one digit away")
    func unsure() throws {
        let alone = try Self.list(["62117580", "31415926"])
        #expect(
            SerialMatch.listing(of: "62117580", isSure: false, in: alone) == .listed(serial: "62117580", distance: 0))
        let besideNeighbour = try Self.list(["62117580", "62117581"])
        #expect(SerialMatch.listing(of: "62117580", isSure: false, in: besideNeighbour) == .unlisted)
    }

    @Test(
        "Where a neighbour is registered, what was seen of the digit that differs must speak against it",
        arguments: [(0.002, "62117580"), (0.02, nil)])
    func seenDigits(share: Double, serial: String?) throws {
        // Of the last digit a 0 was seen with 0.8, a 1 with the share: 400 times, and 40 times, as much.
        let digits = "62117580".map { digit in (0..<10).map { $0 == digit.wholeNumberValue ? 0.8 : 0.001 } }
        var seen = digits
        seen[7][1] = share
        let list = try Self.list(["62117580", "62117581", "31415926"])
        let listing = SerialMatch.listing(of: "62117580", isSure: false, seen: seen, in: list)
        #expect(listing == serial.map { .listed(serial: $0, distance: 0) } ?? .unlisted)
        // Leading zeros are seen too, and do not count.
        let zeros = SerialMatch.listing(of: "0062117580", isSure: false, seen: [digits[7], digits[7]] + seen, in: list)
        #expect(zeros == listing)
    }

    @Test(
        "A letter stands for the digit that it looks like, and for no other",
        arguments: [
            ("6211758O", "62117580"), ("62l17580", "62117580"), ("62117S80", "62117580"), ("62117A80", nil),
            ("62117B80", nil), ("6Z1l7580", nil),  // two letters: too much of it is guessed
        ])
    func letters(text: String, serial: String?) throws {
        let list = try Self.list(["62117580", "31415926"])
        let expected = serial.map { SerialListing.listed(serial: $0, distance: SerialDistance.letter) }
        #expect(SerialMatch.listing(of: text, isSure: false, in: list) == expected ?? .unlisted)
    }

    @Test("Leading zeros, dots and spaces of a registered serial do not count")
    func forms() throws {
        let list = try Self.list(["0057.111 487"])
        #expect(
            SerialMatch.listing(of: "57111487", isSure: true, in: list)
                == .listed(serial: "0057.111 487", distance: 0))
    }

    @Test(
        "The distance is the least sum of costs, and a lost digit costs more than any digit taken for another",
        arguments: [
            ("12345678", "12345678", 0.0), ("12345678", "12345673", 0.6), ("12345678", "12345672", 1),
            ("1234567", "12345678", 1.5), ("123456780", "12345678", 1.5), ("12345O78", "12345078", 0.2),
        ])
    func distance(seen: String, serial: String, expected: Double) throws {
        let distance = try #require(SerialDistance.between(Array(seen), Array(serial), most: 3))
        #expect(abs(distance - expected) < 1e-9)
        #expect(SerialDistance.between(Array(seen), Array(serial), most: expected / 2 - 0.01) == nil || expected == 0)
    }

    @Test("Among 10,000 serials one is looked up in less than 2 ms")
    func speed() throws {
        let serials = Self.random(10_000, seed: 5)
        let list = try Self.list(Array(Set(serials)).sorted())
        let took = ContinuousClock().measure {
            for serial in serials.prefix(50) {
                for isSure in [true, false] { _ = SerialMatch.listing(of: serial, isSure: isSure, in: list) }
            }
        }
        // A photo has some ten runs of digits: 100 look-ups are ten photos. The debug build is some ten times slower.
        #expect(took < .milliseconds(200))
    }
}

@Suite("A file of registered serials")
struct SerialListTests {
    private func list(_ text: String) throws -> SerialList { try SerialList(file: Array(text.utf8)) }

    @Test(
        "One serial a line, or a table with a column 'serial', whatever the separator and the line's end",
        arguments: [
            "62117580\n0057111487\n", "62117580\r\n\r\n0057111487", "\u{FEFF}serial\n62117580\n0057111487\n62117580\n",
            "name,Serial\n\"A, B\",62117580\nC,0057111487\n", "serial;place\n62117580;x\n0057111487;y\n",
        ])
    func forms(text: String) throws {
        let list = try list(text)
        #expect(list.count == 2)
        for serial in ["62117580", "0057111487"] {
            #expect(
                SerialMatch.listing(of: serial, isSure: true, in: list) == .listed(serial: serial, distance: 0))
        }
    }

    @Test(
        "A file that cannot be used says in which line",
        arguments: [
            ("", SerialListError.empty), ("\n \n", .empty), ("name,place\nA,B\n", .noSerialColumn(line: 1)),
            ("name,serial\nA,62117580\nB\n", .fieldMissing(line: 3)),
            ("62117580\nabc\n", .noSerial(line: 2, text: "abc")), ("62117580\n123\n", .noSerial(line: 2, text: "123")),
            ("62117580\n\n062117580\n", .ambiguous(line: 3, earlier: 1)),
        ])
    func mistakes(text: String, error: SerialListError) {
        #expect(throws: error) { try list(text) }
    }

    @Test("Bytes that are no text are refused")
    func bytes() {
        #expect(throws: SerialListError.notText) { try SerialList(file: [0x31, 0xFF, 0xFE]) }
    }
}
