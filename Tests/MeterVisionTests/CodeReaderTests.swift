import CZXing
import MeterVision
import Testing

@Suite("Codes on a plate")
struct CodeReaderTests {
    /// A white picture with a code in it, drawn by the shim's own writer.
    private static func picture(
        _ symbology: endeks_code_symbology, _ text: String, module: Int, width: Int, height: Int, left: Int, top: Int
    ) throws -> [UInt8] {
        var modules: UnsafeMutablePointer<UInt8>?
        var (columns, rows) = (0, 0)
        try #require(endeks_code_write(symbology, text, &modules, &columns, &rows) == 0)
        let dark = try #require(modules)
        defer { endeks_code_free(dark) }
        let tall = rows > 1 ? rows * module : 60
        try #require(left + columns * module <= width && top + tall <= height)
        var grey = [UInt8](repeating: 230, count: width * height)
        for y in 0..<tall {
            let row = rows > 1 ? y / module : 0
            for x in 0..<columns * module where dark[row * columns + x / module] != 0 {
                grey[(top + y) * width + left + x] = 30
            }
        }
        return grey
    }

    @Test(
        "A code says what was written, and where it stands",
        arguments: [
            (ENDEKS_CODE_ITF, CodeSymbology.itf, "62117580"), (ENDEKS_CODE_128, .code128, "G4-62117580"),
            (ENDEKS_CODE_39, .code39, "62117580"), (ENDEKS_CODE_DATA_MATRIX, .dataMatrix, "G4/2015/62117580"),
        ])
    func reads(seam: endeks_code_symbology, symbology: CodeSymbology, text: String) throws {
        let grey = try Self.picture(seam, text, module: 3, width: 800, height: 300, left: 60, top: 100)
        let picture = try #require(PlatePicture(width: 800, height: 300, grey: grey))
        let limit = ComputingLimit(milliseconds: 10_000)
        let codes =
            symbology == .dataMatrix
            ? PlateCodes.matrixCodes(in: picture, within: limit) : PlateCodes.barCodes(in: picture)
        let code = try #require(codes.first)
        #expect(codes.count == 1)
        #expect(code.text == text)
        #expect(code.symbology == symbology)
        #expect(abs(code.corners.topLeft.x - 60) < 12)
        #expect(CodeSerial.candidates(in: code.text, of: symbology) == ["62117580"])
    }

    @Test(
        "A code that stands on the plate twice is read, and does not end the process",
        arguments: [ENDEKS_CODE_ITF, ENDEKS_CODE_128, ENDEKS_CODE_39])
    func twice(seam: endeks_code_symbology) throws {
        let upper = try Self.picture(seam, "62117580", module: 3, width: 800, height: 300, left: 60, top: 40)
        let lower = try Self.picture(seam, "62117580", module: 3, width: 800, height: 300, left: 60, top: 200)
        let picture = try #require(PlatePicture(width: 800, height: 600, grey: upper + lower))
        let codes = PlateCodes.barCodes(in: picture)
        #expect(codes.map(\.text) == ["62117580"])
    }

    @Test("Only the symbologies asked for are read")
    func asked() throws {
        let grey = try Self.picture(
            ENDEKS_CODE_128, "62117580", module: 3, width: 800, height: 300, left: 60, top: 100)
        #expect(CodeReader.codes(in: grey, width: 800, of: [.itf, .code39]).isEmpty)
        #expect(CodeReader.codes(in: grey, width: 800, of: []).isEmpty)
    }

    @Test("A picture of no sane size has no codes")
    func sizes() {
        #expect(CodeReader.codes(in: [], width: 0).isEmpty)
        #expect(CodeReader.codes(in: [1, 2, 3], width: 2).isEmpty)
        #expect(CodeReader.codes(in: [UInt8](repeating: 0, count: 5000), width: 5000).isEmpty)
        #expect(CodeReader.codes(in: [UInt8](repeating: 0, count: 100), width: 10, rows: 5..<11).isEmpty)
    }

    @Test("Noise of any shape is no code, and ends nothing")
    func noise() {
        var generator = SeededGenerator(seed: 99)
        for _ in 0..<40 {
            let (width, height) = (
                Int.random(in: 1...200, using: &generator), Int.random(in: 1...120, using: &generator)
            )
            let step = UInt8.random(in: 1...255, using: &generator)
            let grey = (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &generator) / step * step }
            #expect(CodeReader.codes(in: grey, width: width, turned: true).allSatisfy { !$0.text.isEmpty })
        }
    }

    @Test(
        "A code's text is taken apart as makers put it together",
        arguments: [
            ("G4-62117580", CodeSymbology.code128, ["62117580"]), ("G2.5/2015/62117580", .dataMatrix, ["62117580"]),
            ("0062117580", .itf, ["0062117580"]), ("1562117580", .code128, ["1562117580", "62117580"]),
            ("156211758", .code39, ["156211758", "6211758"]), ("ELS62117580", .dataMatrix, ["62117580"]),
            ("00882400012471", .itf, []), ("2015", .code128, []),
        ])
    func candidates(text: String, symbology: CodeSymbology, serials: [String]) {
        #expect(CodeSerial.candidates(in: text, of: symbology) == serials)
    }
}
