import MeterVision
import Testing

@Suite("What is known of a meter")
struct HintedMeterTests {
    private static func known(last: Int? = nil, _ from: Int? = nil, _ through: Int? = nil) throws -> HintedMeter {
        guard let from, let through else { return HintedMeter(MeterHints(lastIndex: last)) }
        let expected: ExpectedIndex = try #require(ExpectedIndex(from: from, through: through))
        return HintedMeter(MeterHints(lastIndex: last, expected: expected))
    }

    @Test(
        "An index lies inside what is expected, near it, or far from it, and a counter passes zero",
        arguments: [
            (1240, 1300, 1240, ExpectedIndex.Place.inside), (1240, 1300, 1300, .inside),
            (1240, 1300, 1239, .near), (1240, 1300, 1360, .near),  // outside by no more than the 60 between the ends
            (1240, 1300, 1361, .far), (1240, 1300, 1179, .far), (1240, 1240, 1241, .near), (1240, 1240, 1242, .far),
            (99_900, 100_200, 150, .inside), (99_900, 100_200, 99_950, .inside), (99_900, 100_200, 501, .far),
        ])
    func places(from: Int, through: Int, index: Int, place: ExpectedIndex.Place) throws {
        let expected = try #require(ExpectedIndex(from: from, through: through))
        #expect(expected.place(of: index, wheels: 5) == place)
    }

    @Test("Ends that are none are no expectation", arguments: [(-1, 5), (6, 5), (0, 10_000_000_000)])
    func noExpectation(from: Int, through: Int) { #expect(ExpectedIndex(from: from, through: through) == nil) }

    @Test("An index below the last one contradicts it, unless the counter was expected to pass zero")
    func contradictions() throws {
        #expect(try Self.known(last: 1240).contradiction(of: "01239").isBelowLast)
        #expect(try !Self.known(last: 1240).contradiction(of: "01240").isBelowLast)
        let rollover = try Self.known(last: 99_900, 99_950, 100_200).contradiction(of: "00120")
        #expect(!rollover.isBelowLast && !rollover.isFarFromExpected)
        let other = try Self.known(last: 99_900, 99_950, 100_200).contradiction(of: "50120")
        #expect(other.isBelowLast && other.isFarFromExpected)
        #expect(try Self.known().contradiction(of: "00000") == HintedMeter.Contradiction())
        #expect(try Self.known(last: 5, 5, 9).contradiction(of: "") == HintedMeter.Contradiction())
    }

    /// 0 | 1 | 2 | 3 or 4, the last wheel half-way with no neighbour to settle it but a red one that says nothing.
    private static func torn() throws -> (line: LineReading, wheels: [HalfRolledWheel]) {
        let line = try #require(
            DrawnColumns.line(
                [0, 1, 2].map { DrawnColumns.sure($0) } + [DrawnColumns.torn(3, 0.6, or: 4, 0.36)]
                    + [DrawnColumns.sure(5, red: true)], wheels: 4, decimals: 1))
        let wheels = HalfRolled.wheels(of: line, at: DrawnColumns.positions([0, 1, 2, 3.5, 5.0]))
        #expect(line.index == "0123" && wheels.map(\.settled) == [nil])
        return (line, wheels)
    }

    @Test("The last index and the expected interval settle a half-rolled wheel between the reader's own candidates")
    func settles() throws {
        let (line, wheels) = try Self.torn()
        let byLast = try #require(try Self.known(last: 124).preferred(to: line, wheels))
        #expect(byLast.line.index == "0124")
        #expect(byLast.use == .lastIndexSettledHalfRolled(instead: "0123"))
        let byInterval = try #require(try Self.known(last: 100, 124, 140).preferred(to: line, wheels))
        #expect(byInterval.line.index == "0124")
        #expect(byInterval.use == .intervalSettledHalfRolled(instead: "0123"))
    }

    @Test("A reading that fits, or one that no candidate mends, stays as it was read")
    func stays() throws {
        let (line, wheels) = try Self.torn()
        #expect(try Self.known(last: 123).preferred(to: line, wheels) == nil)
        #expect(try Self.known(last: 100, 120, 140).preferred(to: line, wheels) == nil)
        #expect(try Self.known(last: 125).preferred(to: line, wheels) == nil)
        #expect(try Self.known(last: 100, 130, 140).preferred(to: line, wheels) == nil)
        #expect(try Self.known().preferred(to: line, wheels) == nil)
    }

    @Test("A digit that stands still is never changed by what is known, however close another candidate is")
    func neverInvents() throws {
        let (line, _) = try Self.torn()
        let still = HalfRolled.wheels(of: line, at: DrawnColumns.positions([0, 1, 2, 3.0, 5.0]))
        #expect(still.isEmpty)
        #expect(try Self.known(last: 124).preferred(to: line, still) == nil)
        #expect(try Self.known(last: 100, 124, 140).preferred(to: line, still) == nil)
    }

    @Test("It is told when the number of wheels chose another line than the photo by itself would give")
    func wheelCount() throws {
        let five = [0, 1, 2, 3, 4].map { DrawnColumns.sure($0) }
        let known = HintedMeter(MeterHints(wheels: 4))
        let look = DrawnColumns.look(five).lendingColour(0.1)
        let four = try #require(LineReading([look], shape: LineShape(wheels: 4, decimals: nil)))
        #expect(four.index == "0123" && four.decimals == "4")
        #expect(known.uses(in: four) == [.wheelCountChoseLine(instead: "01234")])
        let own = try #require(LineReading([look], shape: LineShape(wheels: 5, decimals: nil)))
        #expect(HintedMeter(MeterHints(wheels: 5)).uses(in: own).isEmpty)
    }

    @Test("It is told when the number of decimals chose where the comma stands")
    func decimals() throws {
        let digits = [0, 1, 2, 3].map { DrawnColumns.sure($0) } + [DrawnColumns.sure(7, red: true)]
        let look = DrawnColumns.look(digits).lendingColour(0.1)
        let line = try #require(LineReading([look], shape: LineShape(wheels: nil, decimals: 2)))
        #expect(line.printed == "012,37")
        let uses = HintedMeter(MeterHints(decimals: 2)).uses(in: line)
        #expect(uses == [.decimalsChoseSplit(instead: "0123,7")])
    }
}
