/// Looks for codes round a window.
package enum PlateCodes {
    /// How far above and below the window a plate goes on, in window widths.
    private static let reach = 0.6
    /// How far beside it.
    private static let beside = 0.15
    /// Columns at most: the bars of a plate that fills a photo are told with fewer.
    private static let widest = 1400
    private static let bars: [CodeSymbology] = [.code128, .itf, .code39]

    /// The codes round the window; none is looked for any more once the time is over.
    package static func codes(
        around window: Quad, in photo: CleanPhoto, within limit: ComputingLimit
    ) -> [PlateCode] {
        let (across, down) = (window.meanWidth, window.meanHeight)
        guard across > 24, down > 6 else { return [] }
        let lines = reach * across / down
        guard let quad = PlateAxes(of: window).quad(across: -beside...1 + beside, down: -lines...1 + lines) else {
            return []
        }
        let width = min(Int(quad.meanWidth), widest)
        guard let picture = PlatePicture(of: quad, in: photo, width: width) else { return [] }
        let found = barCodes(in: picture)
        guard found.isEmpty, let half = picture.halved else { return found }
        if limit.isOver { return [] }
        let again = barCodes(in: half)
        return again.isEmpty ? matrixCodes(in: half, within: limit) : again
    }

    /// Bars that enough rows agree on: ITF and Code 39 have no check digit, and a row across print may look like one.
    package static func barCodes(in picture: PlatePicture) -> [PlateCode] {
        CodeReader.codes(in: picture.grey, width: picture.width, of: bars).filter {
            $0.symbology == .code128 || $0.lines >= 5
        }
    }

    /// Matrix codes; ZXing 1.4 sees only those that its picture's middle row crosses, so it is shown one band after another.
    package static func matrixCodes(
        in picture: PlatePicture, within limit: ComputingLimit
    ) -> [PlateCode] {
        // A code is 0.1 to 0.3 of a window wide; a band holds the largest wherever the middle row crosses it.
        let (step, tall) = (picture.width / 14, picture.width * 6 / 13)
        guard step > 4 else { return [] }
        for middle in stride(from: step, to: picture.height, by: step) {
            let rows = max(0, middle - tall / 2)..<min(picture.height, middle + tall / 2)
            // Near an edge the band is cut so that its middle row stays.
            let half = min(middle - rows.lowerBound, rows.upperBound - middle)
            guard half >= 8 else { continue }
            if limit.isOver { return [] }
            let found = CodeReader.codes(
                in: picture.grey, width: picture.width, rows: middle - half..<middle + half, of: [.dataMatrix])
            if !found.isEmpty { return found }
        }
        return []
    }
}
