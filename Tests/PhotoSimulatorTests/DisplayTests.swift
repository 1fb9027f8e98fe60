import PhotoSimulator
import Testing

@Suite("Displays")
struct DisplayTests {
    // Segments a to g from the lowest bit, as every data sheet of a seven-segment display has them.
    @Test(
        "Digits light the segments that they always light",
        arguments: [
            ("0", "abcdef"), ("1", "bc"), ("2", "abdeg"), ("3", "abcdg"), ("4", "bcfg"), ("5", "acdfg"),
            ("6", "acdefg"),
            ("7", "abc"), ("8", "abcdefg"), ("9", "abcdfg"), ("E", "adefg"), ("r", "eg"), ("-", "g"), (" ", ""),
        ] as [(Character, String)])
    func segments(character: Character, lit: String) {
        let bits = lit.utf8.reduce(UInt8(0)) { $0 | 1 << ($1 - 97) }
        #expect(SevenSegments.pattern(of: character) == bits)
    }

    @Test("What seven segments cannot show has no pattern", arguments: ["M", "x", "ş"] as [Character])
    func impossible(character: Character) { #expect(SevenSegments.pattern(of: character) == nil) }

    @Test("Segments stay within their digit and apart from each other")
    func outlines() {
        let outlines = SevenSegments.outlines(of: SevenSegments.all, width: 30, height: 60, stroke: 8, gap: 1)
        #expect(outlines.count == 7)
        for outline in outlines {
            #expect(outline.allSatisfy { Box(0, 0, 30, 60).contains($0) })
        }
        #expect(SevenSegments.outlines(of: 0, width: 30, height: 60, stroke: 8, gap: 1).isEmpty)
    }

    @Test("The dot font has every character that displays show")
    func characters() {
        for character in "0123456789.-/:> °³%VbmSNpbartCQhZMENUSTATUSOKERROR█" { #expect(DotFont.has(character)) }
        // The seven of HD44780's data sheet: a top bar of five, a stroke that falls to the left.
        let seven = (0..<7).map { row in (0..<5).map { DotFont.hasDot("7", column: $0, row: row) ? "#" : "." }.joined()
        }
        #expect(seven == ["#####", "....#", "...#.", "..#..", ".#...", ".#...", ".#..."])
    }

    /// Displays of chance.
    private func displays(_ shipped: ShippedProfile, count: UInt64 = 400) throws -> [(LCDLook, LCDReading)] {
        let profile = try shipped.profile()
        return (0..<count).map { number in
            var dice = Dice(profile: profile, seed: 3, stream: number)
            let look = LCDLook(number.isMultiple(of: 2) ? .prepaid : .corrector, &dice)
            return (look, LCDReading(look, &dice))
        }
    }

    @Test("Digits' cells lie in the window from left to right", arguments: ShippedProfile.allCases)
    func cells(shipped: ShippedProfile) throws {
        for (look, _) in try displays(shipped) {
            let cells = (0..<look.digits).map(look.cell)
            for cell in cells { #expect(Box(0, 0, look.width, 100).intersection(cell) == cell) }
            #expect(zip(cells, cells.dropFirst()).allSatisfy { $0.right <= $1.left + 1e-6 })
        }
    }

    @Test("Digits are those that the display shows, or none", arguments: ShippedProfile.allCases)
    func digits(shipped: ShippedProfile) throws {
        for (look, reading) in try displays(shipped) {
            #expect(reading.digits.count == (look.state.showsIndex ? look.digits : 0))
            #expect(reading.digits.allSatisfy { (0...9).contains($0) })
            guard look.state.showsIndex, look.kind != .segments else { continue }
            let line = Array(reading.lines[look.indexLine])
            #expect(line.count <= LCDLook.columns)
            #expect(
                reading.digits.indices.map { line[look.column(of: $0)] } == reading.digits.map { Character("\($0)") })
        }
    }

    @Test("Every character of a text display has its dots")
    func texts() throws {
        for (look, reading) in try displays(.unreadable) where look.kind != .segments {
            #expect(reading.lines.joined().allSatisfy(DotFont.has))
        }
    }

    @Test("Only a display that shows its index can be readable")
    func unreadable() throws {
        let profile = try ShippedProfile.unreadable.profile()
        var seen = 0
        for number in 0..<300 as Range<UInt64> {
            var dice = Dice(profile: profile, seed: 5, stream: number)
            guard case .display(_, let reading) = Meter(&dice).register, reading.digits.isEmpty else { continue }
            seen += 1
        }
        #expect(seen > 10)
    }
}
