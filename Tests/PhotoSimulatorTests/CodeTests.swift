import PhotoSimulator
import Testing

@Suite("Codes on the plate")
struct CodeTests {
    @Test(
        "A text that does not fit its symbology is refused",
        arguments: [
            (CodeSlot.Symbology.itf, "1234567"), (.itf, "12a4"), (.itf, ""), (.code39, "abc"), (.code39, "12*3"),
            (.code128, "sayaç"), (.code128, ""), (.code128, "12\u{0}34"), (.dataMatrix, ""), (.dataMatrix, "12\u{0}34"),
            (.none, "1234"), (.code128, String(repeating: "1", count: 5000)),
            (.dataMatrix, String(repeating: "x", count: 5000)),
        ])
    func refuses(symbology: CodeSlot.Symbology, text: String) {
        #expect(throws: CodeError.unfit(symbology: symbology, text: text)) { try CodeMatrix(symbology, text) }
    }

    // Counts of modules by hand. ITF: start 4, 18 for a pair of digits with wide bars of 3, stop 5. Code 128 of set C: start 11,
    // 11 for a pair, check 11, stop 13. Code 39 with wide bars of 2: 12 a character, two asterisks, 1 between two.
    @Test(
        "A bar code is as wide as its standard says",
        arguments: [
            (CodeSlot.Symbology.itf, "62221466", 4 + 4 * 18 + 5), (.code128, "62221466", 11 + 4 * 11 + 11 + 13),
            (.code39, "62221466", 10 * 12 + 9),
        ])
    func widths(symbology: CodeSlot.Symbology, text: String, columns: Int) throws {
        let matrix = try CodeMatrix(symbology, text)
        #expect(matrix.columns == columns)
        #expect(matrix.rows == 1)
        #expect(matrix[0, 0] && matrix[columns - 1, 0])
    }

    // ISO/IEC 16390: start is four narrow elements, stop is wide bar, narrow space, narrow bar; then 1 in bars is wide narrow
    // narrow narrow wide, 2 in spaces is narrow wide narrow narrow wide.
    @Test("ITF of 12 is the pattern of its standard")
    func interleaved() throws {
        let matrix = try CodeMatrix(.itf, "12")
        let bars = (0..<matrix.columns).map { matrix[$0, 0] ? "1" : "0" }.joined()
        #expect(bars == "1010" + "111010001010111000" + "11101")
    }

    @Test("A Data Matrix is framed by two dark sides and two sides in turns")
    func finder() throws {
        let matrix = try CodeMatrix(.dataMatrix, "62221466")
        let (columns, rows) = (matrix.columns, matrix.rows)
        #expect((0..<rows).allSatisfy { matrix[0, $0] })
        #expect((0..<columns).allSatisfy { matrix[$0, rows - 1] })
        #expect((0..<columns).allSatisfy { matrix[$0, 0] == $0.isMultiple(of: 2) })
        #expect((0..<rows).allSatisfy { matrix[columns - 1, rows - 1 - $0] == $0.isMultiple(of: 2) })
    }

    @Test("Runs are where a row is dark")
    func runs() throws {
        let matrix = try CodeMatrix(.code128, "G4-62221466")
        let runs = matrix.runs(ofRow: 0)
        let dark = (0..<matrix.columns).filter { matrix[$0, 0] }
        #expect(runs.flatMap(Array.init) == dark)
        #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    }

    @Test(
        "ITF of an odd count of digits gets a leading zero",
        arguments: [("1234567", "01234567"), ("12345678", "12345678")])
    func even(serial: String, text: String) {
        #expect(CodeText.all.text(.itf, serial: serial, year: 2005, type: "G4") == text)
    }

    @Test(
        "What a code says beside the serial",
        arguments: [
            (CodeText.serial, "62221466"), (.yearAndSerial, "0562221466"), (.typeAndSerial, "G4-62221466"),
            (.all, "G4/2005/62221466"),
        ])
    func says(form: CodeText, text: String) {
        #expect(form.text(.code39, serial: "62221466", year: 2005, type: "G4") == text)
    }

    @Test("A code keeps its quiet zone, clears the window and lies on the plate", arguments: ShippedProfile.allCases)
    func place(shipped: ShippedProfile) throws {
        let profile = try shipped.profile()
        for number in 0..<300 as Range<UInt64> {
            var dice = Dice(profile: profile, seed: 7, stream: number)
            let meter = Meter(&dice)
            guard let code = meter.code else { continue }
            let quiet = code.module * code.symbology.quietModules
            #expect(code.footprint.left <= code.box.left - quiet + 1e-6)
            #expect(code.footprint.right >= code.box.right + quiet - 1e-6)
            #expect(!code.footprint.intersects(meter.window.grown(x: 0, y: 26)))
            #expect(meter.plate.intersection(code.footprint) == code.footprint)
            #expect(meter.keypad.map { !$0.intersects(code.footprint) } ?? true)
            #expect(meter.smallDisplay.map { !$0.intersects(code.footprint) } ?? true)
            #expect(abs(code.box.width - Double(code.matrix.columns) * code.module) < 1e-6)
            #expect(code.module >= 1.6)
        }
    }
}
