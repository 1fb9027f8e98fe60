/// How a camera was held, as EXIF 2.3 counts it (tag 0x0112); `upright` is what is left when nothing readable says so.
package enum Orientation: UInt16, CaseIterable, Sendable {
    case upright = 1
    case mirrored = 2
    case halfTurn = 3
    case mirroredHalfTurn = 4
    case mirroredQuarterTurn = 5
    case quarterTurn = 6
    case mirroredThreeQuarterTurn = 7
    case threeQuarterTurn = 8

    /// Whether columns become rows.
    package var swapsSides: Bool { rawValue >= 5 }

    /// The orientation that a JPEG's EXIF segment names.
    ///
    /// Only the segments before the picture are walked, and only the first directory's orientation is looked at; every
    /// offset is checked, and whatever does not fit counts as no EXIF at all.
    package static func ofJPEG(_ bytes: [UInt8]) -> Orientation {
        guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return .upright }
        var position = 2
        while position + 4 <= bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            if marker == 0xFF {  // a fill byte
                position += 1
                continue
            }
            guard marker != 0xDA, marker != 0xD9, !(0xD0...0xD8).contains(marker), marker != 0x01 else { break }
            let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
            guard length >= 2, position + 2 + length <= bytes.count else { break }
            if marker == 0xE1, let found = ofSegment(bytes[(position + 4)..<(position + 2 + length)]) { return found }
            position += 2 + length
        }
        return .upright
    }

    /// The orientation in an APP1 segment's content: "Exif", two zero bytes, then a TIFF header and its first directory.
    private static func ofSegment(_ segment: ArraySlice<UInt8>) -> Orientation? {
        guard segment.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) else { return nil }
        let tiff = Array(segment.dropFirst(6).prefix(65_536))
        guard tiff.count >= 8 else { return nil }
        let bigEndian: Bool
        switch (tiff[0], tiff[1]) {
        case (0x4D, 0x4D): bigEndian = true
        case (0x49, 0x49): bigEndian = false
        default: return nil
        }
        func short(_ at: Int) -> UInt16? {
            guard at >= 0, at + 2 <= tiff.count else { return nil }
            let (first, second) = (UInt16(tiff[at]), UInt16(tiff[at + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        func long(_ at: Int) -> Int? {
            guard let first = short(at), let second = short(at + 2) else { return nil }
            return bigEndian ? Int(first) << 16 | Int(second) : Int(second) << 16 | Int(first)
        }
        guard short(2) == 42, let directory = long(4), let entries = short(directory) else { return nil }
        for entry in 0..<Int(entries) {
            let at = directory + 2 + entry * 12
            guard let tag = short(at) else { return nil }
            guard tag == 0x0112 else { continue }
            guard short(at + 2) == 3, long(at + 4) == 1, let value = short(at + 8) else { return nil }
            return Orientation(rawValue: value)
        }
        return nil
    }
}

extension CleanPhoto {
    /// The photo as it looks once held upright.
    package func turned(by orientation: Orientation) -> CleanPhoto? {
        guard orientation != .upright else { return self }
        let (columns, rows) = orientation.swapsSides ? (height, width) : (width, height)
        var target = [UInt8](repeating: 0, count: pixels.count)
        // Where the upright picture's first pixel lies in the stored one, and the steps to its right and lower neighbour.
        let (right, below) = (3, 3 * width)
        let (lastColumn, lastRow) = (right * (width - 1), below * (height - 1))
        let (start, across, down) =
            switch orientation {
            case .upright: (0, right, below)
            case .mirrored: (lastColumn, -right, below)
            case .halfTurn: (lastColumn + lastRow, -right, -below)
            case .mirroredHalfTurn: (lastRow, right, -below)
            case .mirroredQuarterTurn: (0, below, right)
            case .quarterTurn: (lastRow, -below, right)
            case .mirroredThreeQuarterTurn: (lastColumn + lastRow, -below, -right)
            case .threeQuarterTurn: (lastColumn, below, -right)
            }
        var written = 0
        for row in 0..<rows {
            var source = start + row * down
            for _ in 0..<columns {
                target[written] = pixels[source]
                target[written + 1] = pixels[source + 1]
                target[written + 2] = pixels[source + 2]
                written += 3
                source += across
            }
        }
        return CleanPhoto(width: columns, height: rows, pixels: target)
    }
}
