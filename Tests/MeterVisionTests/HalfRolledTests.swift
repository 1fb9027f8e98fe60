import MeterVision
import Testing

@Suite("Half-rolled wheels")
struct HalfRolledTests {
    /// 0 | 4 or 5 | 9, the reader preferring the 5.
    private static func line() throws -> LineReading {
        try #require(
            DrawnColumns.line(
                [DrawnColumns.sure(0), DrawnColumns.torn(5, 0.6, or: 4, 0.36), DrawnColumns.sure(9)], wheels: 3))
    }

    @Test("A wheel between two digits holds the lower one while its right neighbour is not through")
    func lowerState() throws {
        let line = try Self.line()
        #expect(line.index == "059")
        let wheels = HalfRolled.wheels(of: line, at: DrawnColumns.positions([0.0, 4.5, 9.5]))
        #expect(wheels == [HalfRolledWheel(place: 1, lower: 4, upper: 5, settled: 4)])
        let settled = HalfRolled.settled(line, wheels)
        #expect(settled.index == "049")
        // The digit is worth what the reader itself saw of it.
        #expect(abs(settled.confidences[1] - 0.36) < 0.05)
    }

    @Test("A wheel that its right neighbour does not put there stays open, and the reader's digit stands")
    func open() throws {
        let line = try Self.line()
        let wheels = HalfRolled.wheels(of: line, at: DrawnColumns.positions([0.0, 4.5, 5.0]))
        #expect(wheels == [HalfRolledWheel(place: 1, lower: 4, upper: 5, settled: nil)])
        #expect(HalfRolled.settled(line, wheels) == line)
        #expect(IndexInterval(line, wheels: wheels, last: 5.0) == IndexInterval(lower: "049", upper: "059"))
    }

    @Test(
        "No wheel stands between two digits where position, reader or certainty say so",
        arguments: [
            ([0.0, 4.9, 9.9], 0.95),  // at a digit
            ([0.0, 7.5, 9.5], 0.95),  // between two others than those that were read
            ([0.0, 4.5, 9.5], 0.3),  // not told for certain
            ([4.5, 5.0, 9.5], 0.95),  // the zero was read for certain
        ])
    func none(positions: [Double], certainty: Double) throws {
        let seen = DrawnColumns.positions(positions, certainty: certainty)
        #expect(HalfRolled.wheels(of: try Self.line(), at: seen).isEmpty)
    }

    @Test("Wheels that were not all seen settle nothing")
    func unseen() throws {
        let line = try Self.line()
        #expect(HalfRolled.wheels(of: line, at: []).isEmpty)
        let two = DrawnColumns.positions([0.0, 4.5])
        #expect(HalfRolled.wheels(of: line, at: two + [nil]).isEmpty)
        #expect(HalfRolled.wheels(of: line, at: two).isEmpty)
    }

    @Test("A digit that the reader did not see is never taken, whatever the wheels say")
    func invented() throws {
        let line = try #require(
            DrawnColumns.line(
                [DrawnColumns.sure(0), DrawnColumns.torn(5, 0.6, or: 8, 0.36), DrawnColumns.sure(9)], wheels: 3))
        let wheels = HalfRolled.wheels(of: line, at: DrawnColumns.positions([0.0, 4.5, 9.5]))
        #expect(wheels.isEmpty)
        let claimed = [HalfRolledWheel(place: 1, lower: 4, upper: 5, settled: 4)]
        #expect(HalfRolled.settled(line, claimed).index == "059")
        var other = line.digits
        other[1].value = 4
        #expect(line.taking(other) == nil)
    }

    @Test("A line that is taken keeps its rival among the candidates, and the two are worth as much as before")
    func taking() throws {
        let line = try Self.line()
        let other = try #require(line.candidates.first)
        let taken = try #require(line.taking(other.line))
        #expect(taken.index == "049")
        #expect(taken.candidates.contains { $0.line == line.digits && abs($0.logarithm - line.logarithm) < 1e-9 })
        #expect(abs(taken.confidences[1] + line.confidences[1] - 1) < 0.06)
        #expect(taken.agreement == 0)
        #expect(taken.lead == 0)
        let back = try #require(taken.taking(line.digits))
        #expect(back.index == line.index && back.candidates == line.candidates)
    }
}

@Suite("What wheels leave open")
struct IndexIntervalTests {
    private static func interval(_ index: String, _ decimals: String, last: Double?) throws -> IndexInterval? {
        let digits =
            index.map { DrawnColumns.sure($0.wholeNumberValue ?? 0) }
            + decimals.map { DrawnColumns.sure($0.wholeNumberValue ?? 0, red: true) }
        let line = try #require(DrawnColumns.line(digits, wheels: index.count, decimals: decimals.count))
        #expect(line.index == index && line.decimals == decimals)
        return IndexInterval(line, wheels: [], last: last)
    }

    @Test(
        "Nines and zeros to the right of the last black wheel leave one cubic metre open, on the side it comes from",
        arguments: [
            ("01234", "99", 4.6, "01234", "01235"),  // on its way to the 5
            ("01235", "99", 4.9, "01234", "01235"),  // read as arrived, a moment too early
            ("01235", "00", 5.0, "01234", "01235"),
            ("01300", "00", 0.0, "01299", "01300"),  // the carry goes through all of them
            ("00000", "09", 9.9, "99999", "00000"),  // past zero
            ("99999", "99", 9.7, "99999", "00000"),
        ])
    func carries(index: String, decimals: String, last: Double, lower: String, upper: String) throws {
        let interval = try Self.interval(index, decimals, last: last)
        #expect(interval == IndexInterval(lower: lower, upper: upper))
    }

    @Test("A last wheel that nobody saw by itself leaves both sides open")
    func unseen() throws {
        #expect(try Self.interval("01234", "99", last: nil) == IndexInterval(lower: "01233", upper: "01235"))
    }

    @Test(
        "Elsewhere nothing is open", arguments: [("01234", "45", 4.4), ("01234", "10", 4.1), ("01234", "", 4.3)])
    func settled(index: String, decimals: String, last: Double) throws {
        #expect(try Self.interval(index, decimals, last: last) == nil)
    }

    @Test("Without red wheels the last one is open where it is about to arrive")
    func rolling() throws {
        #expect(try Self.interval("01234", "", last: 4.85) == IndexInterval(lower: "01234", upper: "01235"))
        #expect(try Self.interval("01235", "", last: 4.85) == IndexInterval(lower: "01234", upper: "01235"))
    }
}
