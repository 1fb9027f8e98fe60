import CZXing

/// A kind of code that meters carry; the raw values are those of photos' truth.
public enum CodeSymbology: String, CaseIterable, Hashable, Sendable {
    case itf
    case code128 = "code-128"
    case code39 = "code-39"
    case dataMatrix = "data-matrix"

    fileprivate init?(_ symbology: endeks_code_symbology) {
        guard let same = Self.allCases.first(where: { $0.seam == symbology }) else { return nil }
        self = same
    }

    fileprivate var seam: endeks_code_symbology {
        switch self {
        case .itf: ENDEKS_CODE_ITF
        case .code128: ENDEKS_CODE_128
        case .code39: ENDEKS_CODE_39
        case .dataMatrix: ENDEKS_CODE_DATA_MATRIX
        }
    }
}

/// A code that was read.
package struct PlateCode: Hashable, Sendable {
    /// What kind of code it is.
    package var symbology: CodeSymbology
    /// What it says.
    package var text: String
    /// Its corners in pixels of the picture, clockwise from its own top left; of bars the ends of the rows read.
    package var corners: Quad
    /// In how many rows of pixels it was read; 0 for a matrix.
    package var lines: Int

    /// A code.
    package init(symbology: CodeSymbology, text: String, corners: Quad, lines: Int) {
        (self.symbology, self.text, self.corners, self.lines) = (symbology, text, corners, lines)
    }
}

/// The seam to ZXing-C++: reads the codes in a grey picture.
package enum CodeReader {
    /// No plate has more codes.
    private static let most = ENDEKS_CODE_MOST

    /// The codes in some rows of a grey picture of that width, a byte a pixel; none where it has no sane size.
    ///
    /// With `turned` also those that stand on an end. The library has no time limit: the picture's size bounds it.
    package static func codes(
        in grey: [UInt8], width: Int, rows: Range<Int>? = nil, of symbologies: [CodeSymbology] = CodeSymbology.allCases,
        turned: Bool = false
    ) -> [PlateCode] {
        guard width > 0, grey.count % width == 0 else { return [] }
        let rows = rows ?? 0..<grey.count / width
        guard rows.lowerBound >= 0, rows.upperBound <= grey.count / width else { return [] }
        let wanted = symbologies.reduce(UInt32(0)) { $0 | 1 << $1.seam.rawValue }
        return withUnsafeTemporaryAllocation(of: endeks_code_found.self, capacity: most) { found in
            let count = grey.withUnsafeBufferPointer { pixels in
                endeks_code_read(
                    pixels.baseAddress.map { $0 + rows.lowerBound * width }, width, rows.count, width, wanted,
                    turned ? 1 : 0, found.baseAddress, most)
            }
            return (0..<max(0, Int(count))).compactMap { PlateCode(found[$0]) }
        }
    }
}

extension PlateCode {
    fileprivate init?(_ found: endeks_code_found) {
        guard let symbology = CodeSymbology(found.symbology) else { return nil }
        let text = withUnsafeBytes(of: found.text) { String(decoding: $0.prefix(Int(found.length)), as: UTF8.self) }
        func corner(_ x: Int32, _ y: Int32) -> Point { Point(x: Double(x), y: Double(y)) }
        self.init(
            symbology: symbology, text: text,
            corners: Quad(
                topLeft: corner(found.x.0, found.y.0), topRight: corner(found.x.1, found.y.1),
                bottomRight: corner(found.x.2, found.y.2), bottomLeft: corner(found.x.3, found.y.3)),
            lines: Int(found.lines))
    }
}
