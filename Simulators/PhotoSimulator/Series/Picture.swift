import CJPEG

/// A finished picture.
package struct Picture: Sendable {
    package let width: Int
    package let height: Int
    /// Row by row; red in the lowest byte, then green and blue.
    package let pixels: [UInt32]

    init(width: Int, height: Int, pixels: [UInt32]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// What a JPEG file shows; nil where it is none.
    package init?(jpeg bytes: [UInt8]) {
        guard let picture = JPEGFile.picture(of: bytes) else { return nil }
        self = picture
    }

    /// The picture as a JPEG file's bytes.
    package func jpeg(quality: Int) -> [UInt8] {
        pixels.withUnsafeBytes { JPEGFile.encode($0, width: width, height: height, channels: 4, quality: quality) }
    }

    /// Red, green and blue of a pixel, 0 to 255.
    package subscript(x: Int, y: Int) -> (red: Int, green: Int, blue: Int) {
        let pixel = pixels[y * width + x]
        return (Int(pixel & 255), Int(pixel >> 8 & 255), Int(pixel >> 16 & 255))
    }
}

extension Channel {
    /// Compresses a picture as often as its way does: the last file's bytes.
    func send(_ picture: Picture) -> [UInt8] {
        var bytes = picture.pixels.withUnsafeBytes {
            JPEGFile.encode($0, width: picture.width, height: picture.height, channels: 4, quality: qualities[0])
        }
        for quality in qualities.dropFirst() {
            let pixels = JPEGFile.decode(bytes, width: picture.width, height: picture.height)
            bytes = pixels.withUnsafeBytes {
                JPEGFile.encode($0, width: picture.width, height: picture.height, channels: 3, quality: quality)
            }
        }
        return bytes
    }
}

/// The seam to libjpeg.
enum JPEGFile {
    static func encode(_ pixels: UnsafeRawBufferPointer, width: Int, height: Int, channels: Int, quality: Int)
        -> [UInt8]
    {
        var out: UnsafeMutablePointer<UInt8>?
        var count = 0
        let code = endeks_jpeg_encode(
            pixels.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(width), Int32(height), Int32(channels),
            Int32(quality), &out, &count)
        precondition(code == 0, "libjpeg refused a picture of \(width) by \(height)")
        defer { endeks_jpeg_free(out) }
        return Array(UnsafeBufferPointer(start: out, count: count))
    }

    /// A file as a picture; nil where it is none.
    static func picture(of bytes: [UInt8]) -> Picture? {
        var limits = limits
        var width: UInt32 = 0
        var height: UInt32 = 0
        guard endeks_jpeg_read_header(bytes, bytes.count, &limits, &width, &height) == ENDEKS_JPEG_OK else {
            return nil
        }
        let rgb = decode(bytes, width: Int(width), height: Int(height))
        let pixels = (0..<Int(width) * Int(height)).map { at in
            let red = UInt32(rgb[at * 3])
            let green = UInt32(rgb[at * 3 + 1])
            return red | green << 8 | UInt32(rgb[at * 3 + 2]) << 16
        }
        return Picture(width: Int(width), height: Int(height), pixels: pixels)
    }

    private static let limits = endeks_jpeg_limits(
        side: 65_500, pixels: 1 << 32, scans: 10, blocks: 1 << 32, working_bytes: 1 << 30)

    /// Red, green, blue of a file that this room has written itself.
    static func decode(_ bytes: [UInt8], width: Int, height: Int) -> [UInt8] {
        var limits = limits
        let count = width * height * 3
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            let status = endeks_jpeg_decode(bytes, bytes.count, &limits, 8, buffer.baseAddress, count)
            precondition(status == ENDEKS_JPEG_OK, "libjpeg reads what it has written")
            written = count
        }
    }
}
