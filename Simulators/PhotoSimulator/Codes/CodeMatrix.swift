import CZXing

/// Why a text is no code.
package enum CodeError: Error, Hashable {
    /// The symbology cannot hold the text: empty, too long, or with characters that it lacks.
    case unfit(symbology: CodeSlot.Symbology, text: String)
}

/// A code's modules, dark and light, without a quiet zone; a bar code is one row.
package struct CodeMatrix: Hashable, Sendable {
    package let columns: Int
    package let rows: Int
    /// Row by row from the top left: true is dark.
    private let dark: [Bool]

    /// The longest text that any plate needs; ZXing itself stops much later.
    package static let longest = 48

    /// Writes a text as a code.
    ///
    /// - Throws: ``CodeError`` where the text does not fit the symbology.
    package init(_ symbology: CodeSlot.Symbology, _ text: String) throws(CodeError) {
        let bytes = text.utf8
        // ZXing sees a C string, and would write Code 39 and Data Matrix of other bytes than ASCII by guesswork.
        guard let format = symbology.format, (1...CodeMatrix.longest).contains(bytes.count),
            bytes.allSatisfy({ (0x20...0x7E).contains($0) }), symbology != .code39 || text.allSatisfy(\.isInCode39)
        else { throw .unfit(symbology: symbology, text: text) }
        var modules: UnsafeMutablePointer<UInt8>?
        var width = 0
        var height = 0
        guard endeks_code_write(format, text, &modules, &width, &height) == 0, let modules else {
            throw .unfit(symbology: symbology, text: text)
        }
        defer { endeks_code_free(modules) }
        columns = width
        rows = height
        dark = UnsafeBufferPointer(start: modules, count: width * height).map { $0 != 0 }
    }

    package subscript(column: Int, row: Int) -> Bool { dark[row * columns + column] }

    /// Width of a module of a code whose corners lie at places of a picture, clockwise from its top left.
    ///
    /// Of cells it is the shorter side.
    func module(in corners: [Point]) -> Double {
        let across = (corners[0].distance(to: corners[1]) + corners[3].distance(to: corners[2])) / 2 / Double(columns)
        guard rows > 1 else { return across }
        let down = (corners[0].distance(to: corners[3]) + corners[1].distance(to: corners[2])) / 2 / Double(rows)
        return min(across, down)
    }

    /// Where a row is dark without a break, from the left.
    package func runs(ofRow row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for column in 0...columns {
            let isDark = column < columns && self[column, row]
            if isDark, start == nil { start = column }
            if !isDark, let first = start {
                runs.append(first..<column)
                start = nil
            }
        }
        return runs
    }
}

extension CodeSlot.Symbology {
    fileprivate var format: endeks_code_symbology? {
        switch self {
        case .none: nil
        case .itf: ENDEKS_CODE_ITF
        case .code128: ENDEKS_CODE_128
        case .code39: ENDEKS_CODE_39
        case .dataMatrix: ENDEKS_CODE_DATA_MATRIX
        }
    }

    /// Light modules that a reader needs beside the code: ten for bars by ISO/IEC 15417, 16388 and 16390, one for cells
    /// by ISO/IEC 16022.
    package var quietModules: Double { self == .dataMatrix ? 2 : 10 }
}

extension Character {
    /// Whether Code 39 has the character without an escape, which readers do not all undo.
    fileprivate var isInCode39: Bool {
        ("0"..."9").contains(self) || ("A"..."Z").contains(self) || "-. $/+%".contains(self)
    }
}
