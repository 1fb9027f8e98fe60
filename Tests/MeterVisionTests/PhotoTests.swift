import MeterVision
import Testing

@Suite("Photos")
struct PhotoTests {
    /// A picture in which no two corners look alike: smooth, so that JPEG leaves it as it is.
    static func picture(width: Int, height: Int) throws -> CleanPhoto {
        var pixels: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                pixels += [UInt8(x * 255 / width), UInt8(y * 255 / height), UInt8(64 + 127 * x * y / (width * height))]
            }
        }
        return try #require(CleanPhoto(width: width, height: height, pixels: pixels))
    }

    /// An EXIF segment with the orientation, as a camera writes it after the start of the image.
    static func exif(_ orientation: UInt16, bigEndian: Bool) -> [UInt8] {
        func short(_ value: UInt16) -> [UInt8] {
            bigEndian ? [UInt8(value >> 8), UInt8(value & 255)] : [UInt8(value & 255), UInt8(value >> 8)]
        }
        func long(_ value: UInt16) -> [UInt8] { bigEndian ? [0, 0] + short(value) : short(value) + [0, 0] }
        var tiff: [UInt8] = bigEndian ? [0x4D, 0x4D] : [0x49, 0x49]
        tiff += short(42) + long(8) + short(2)
        tiff += short(0x010F) + short(2) + long(4) + Array("Cam\0".utf8)  // the maker, which must not be kept
        tiff += short(0x0112) + short(3) + long(1) + short(orientation) + short(0)
        tiff += long(0)
        let content = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
    }

    /// The JPEG with a segment after its first two bytes.
    static func inserting(_ segment: [UInt8], into jpeg: [UInt8]) -> [UInt8] {
        Array(jpeg[0..<2]) + segment + jpeg[2...]
    }

    private func largestDifference(_ one: CleanPhoto, _ other: CleanPhoto) -> Int {
        guard one.width == other.width, one.height == other.height else { return 255 }
        return zip(one.pixels, other.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
    }

    /// The orientation that undoes another one; only the two quarter turns are not their own.
    private func inverse(_ orientation: Orientation) -> Orientation {
        switch orientation {
        case .quarterTurn: .threeQuarterTurn
        case .threeQuarterTurn: .quarterTurn
        default: orientation
        }
    }

    @Test("All eight orientations of EXIF give the same upright photo", arguments: Orientation.allCases)
    func orientations(orientation: Orientation) throws {
        let upright = try Self.picture(width: 160, height: 96)
        let stored = try #require(upright.turned(by: inverse(orientation)))
        let jpeg = try #require(stored.jpeg(quality: 98))
        for bigEndian in [true, false] {
            let tagged = Self.inserting(Self.exif(orientation.rawValue, bigEndian: bigEndian), into: jpeg)
            let decoded = try JPEGDecoder.decode(tagged)
            #expect(decoded.size == PixelSize(width: 160, height: 96))
            #expect(largestDifference(decoded.photo, upright) < 12)
        }
    }

    @Test(
        "Each orientation puts the stored first pixel where EXIF 2.3 says",
        arguments: [
            (Orientation.upright, 0, 0), (.mirrored, 2, 0), (.halfTurn, 2, 1), (.mirroredHalfTurn, 0, 1),
            (.mirroredQuarterTurn, 0, 0), (.quarterTurn, 1, 0), (.mirroredThreeQuarterTurn, 1, 2),
            (.threeQuarterTurn, 0, 2),
        ])
    func corners(orientation: Orientation, x: Int, y: Int) throws {
        // Stored as 3 × 2 with a white first pixel (row 0, column 0).
        let stored = try #require(
            CleanPhoto(width: 3, height: 2, pixels: [255, 255, 255] + [UInt8](repeating: 0, count: 15)))
        let turned = try #require(stored.turned(by: orientation))
        #expect(turned.pixels[(y * turned.width + x) * 3] == 255)
    }

    @Test("An EXIF segment that does not hold together counts as none")
    func brokenExif() throws {
        let jpeg = try #require(try Self.picture(width: 96, height: 96).jpeg(quality: 90))
        let sound = Self.exif(6, bigEndian: false)
        #expect(Orientation.ofJPEG(Self.inserting(sound, into: jpeg)) == .quarterTurn)
        #expect(Orientation.ofJPEG(jpeg) == .upright)
        #expect(Orientation.ofJPEG(Self.inserting(Self.exif(9, bigEndian: true), into: jpeg)) == .upright)
        #expect(Orientation.ofJPEG(Self.inserting(Self.exif(0, bigEndian: true), into: jpeg)) == .upright)
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            var segment = sound
            for _ in 0..<3 {
                segment[.random(in: 4..<segment.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            _ = Orientation.ofJPEG(Self.inserting(segment, into: jpeg))
            _ = Orientation.ofJPEG(
                Array(Self.inserting(segment, into: jpeg).prefix(.random(in: 0...60, using: &generator))))
        }
    }

    @Test("Nothing but the picture is kept of a photo")
    func metadataIsDropped() throws {
        let jpeg = try #require(try Self.picture(width: 96, height: 96).jpeg(quality: 90))
        let tagged = Self.inserting(Self.exif(1, bigEndian: true), into: jpeg)
        let cleaned = try #require(try JPEGDecoder.decode(tagged).photo.jpeg(quality: 90))
        #expect(!String(decoding: cleaned, as: UTF8.self).contains("Exif"))
        #expect(!String(decoding: cleaned, as: UTF8.self).contains("Cam"))
    }

    @Test("A header of 65,535 × 65,535 is refused before anything is decoded")
    func hugeHeader() throws {
        var jpeg = try #require(try Self.picture(width: 96, height: 96).jpeg(quality: 90))
        let frame = try #require((0..<jpeg.count - 1).first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        for at in frame + 5..<frame + 9 { jpeg[at] = 0xFF }
        #expect(throws: PhotoError.tooLarge) { try JPEGDecoder.decode(jpeg) }
        // 12,000 × 12,000: each side is allowed, all the pixels together are not.
        for at in [frame + 5, frame + 7] { (jpeg[at], jpeg[at + 1]) = (0x2E, 0xE0) }
        #expect(throws: PhotoError.tooLarge) { try JPEGDecoder.decode(jpeg) }
    }

    @Test("No byte, no JPEG, a tiny picture and a cut one each have their error")
    func kinds() throws {
        let jpeg = try #require(try Self.picture(width: 96, height: 96).jpeg(quality: 90))
        #expect(throws: PhotoError.empty) { try JPEGDecoder.decode([]) }
        #expect(throws: PhotoError.notAJPEG) { try JPEGDecoder.decode(Array("%PDF-1.7 nothing to see".utf8)) }
        #expect(throws: PhotoError.notAJPEG) { try JPEGDecoder.decode([0xFF, 0xD8]) }
        #expect(throws: PhotoError.tooSmall) {
            try JPEGDecoder.decode(#require(try Self.picture(width: 200, height: 30).jpeg(quality: 90)))
        }
        for share in [0.5, 0.8, 0.95] {
            #expect(throws: PhotoError.truncated) {
                try JPEGDecoder.decode(Array(jpeg.prefix(Int(Double(jpeg.count) * share))))
            }
        }
    }

    @Test("No change of a JPEG's bytes brings the decoder down", arguments: 0..<8)
    func mutated(seed: Int) throws {
        let jpeg = try #require(try Self.picture(width: 112, height: 80).jpeg(quality: 80))
        var generator = SeededGenerator(seed: UInt64(seed))
        var refused = 0
        for _ in 0..<150 {
            var bytes = jpeg
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                bytes[.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            do { _ = try JPEGDecoder.decode(bytes) } catch { refused += 1 }
        }
        // Some changes leave a picture, others do not; both must have been met.
        #expect((1..<150).contains(refused))
    }

    @Test(
        "A large photo is decoded smaller, and its full size is known",
        arguments: [
            (640, 8), (1600, 8), (1601, 7), (3200, 4), (4000, 3), (12_800, 1), (20_000, 1),
        ])
    func scale(longSide: Int, eighths: Int) {
        #expect(JPEGDecoder.eighths(longSide: longSide) == eighths)
    }

    @Test("Averaging keeps the mean, and a straight window is cut out as it is")
    func pictures() throws {
        let photo = try Self.picture(width: 161, height: 97)
        let small = AreaResize.planes(of: photo, width: 47, height: 31)
        let full = AreaResize.planes(of: photo, width: 161, height: 97)
        func mean(_ planes: Planes) -> Float { planes.values.reduce(0, +) / Float(planes.values.count) }
        #expect(abs(mean(small) - mean(full)) < 1e-3)
        let quad = Quad(
            topLeft: Point(x: 20, y: 30), topRight: Point(x: 84, y: 30), bottomRight: Point(x: 84, y: 62),
            bottomLeft: Point(x: 20, y: 62))
        let cut = try #require(Warp.planes(of: photo, quad: quad, width: 64, height: 32))
        for (x, y) in [(0, 0), (63, 31), (17, 5)] {
            let expected = Float(photo.pixels[((30 + y) * 161 + 20 + x) * 3]) / 255
            #expect(abs(cut.values[y * 64 + x] - expected) < 1e-5)
        }
        let standard = cut.standardised
        #expect(abs(mean(standard)) < 1e-4)
        let squares = standard.values.reduce(Float(0)) { $0 + $1 * $1 } / Float(standard.values.count)
        #expect(abs(squares - 1) < 1e-3)
    }
}
