import Foundation
import Testing

/// Files that somebody might send to end a worker, made here: none is kept in the repository.
struct HostileJPEG: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let reasons: [String]
    let bytes: @Sendable () throws -> [UInt8]

    static let all: [HostileJPEG] = [
        HostileJPEG(testDescription: "no byte at all", reasons: ["empty-file"]) { [] },
        HostileJPEG(testDescription: "a header of 65,535 by 65,535 pixels", reasons: ["too-large", "not-a-jpeg"]) {
            header(width: 65_535, height: 65_535)
        },
        HostileJPEG(testDescription: "400 megapixels of one grey", reasons: ["too-large"]) {
            grey(width: 20_000, height: 20_000)
        },
        HostileJPEG(testDescription: "99 megapixels of one grey", reasons: ["blurred", "too-large"]) {
            grey(width: 9_950, height: 9_950)
        },
        HostileJPEG(testDescription: "a photo cut in half", reasons: ["truncated"]) {
            let photo = try Worker.photo("gas-10.jpg")
            return Array(photo.prefix(photo.count / 2))
        },
        HostileJPEG(
            testDescription: "100 EXIF directories, each pointing to the next and the last to the first",
            reasons: ["blurred", "no-window", "too-small"]
        ) { withEXIF(directories: 100) },
        HostileJPEG(testDescription: "a page of HTML", reasons: ["not-a-jpeg"]) {
            Array("<html><script>alert(1)</script></html>".utf8)
        },
        HostileJPEG(
            testDescription: "a JPEG's first bytes and then noise", reasons: ["not-a-jpeg", "truncated", "too-large"]
        ) {
            var state: UInt64 = 1
            return [0xFF, 0xD8, 0xFF]
                + (0..<100_000).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return UInt8(truncatingIfNeeded: state >> 33)
                }
        },
    ]

    /// The headers of a baseline picture of one component, up to its data.
    private static func header(width: Int, height: Int) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        // One table of quantisers, all 1.
        bytes += [0xFF, 0xDB, 0, 67, 0] + [UInt8](repeating: 1, count: 64)
        bytes += [0xFF, 0xC0, 0, 11, 8] + word(height) + word(width) + [1, 1, 0x11, 0]
        // Tables of one code each: a difference of nothing, and the block's end.
        bytes += [0xFF, 0xC4, 0, 20, 0x00, 1] + [UInt8](repeating: 0, count: 15) + [0]
        bytes += [0xFF, 0xC4, 0, 20, 0x10, 1] + [UInt8](repeating: 0, count: 15) + [0]
        bytes += [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]
        return bytes
    }

    /// A whole picture of one grey: two bits for each block of 8 by 8 pixels.
    private static func grey(width: Int, height: Int) -> [UInt8] {
        let blocks = ((width + 7) / 8) * ((height + 7) / 8)
        return header(width: width, height: height) + [UInt8](repeating: 0, count: (2 * blocks + 7) / 8) + [0xFF, 0xD9]
    }

    /// A small grey picture with a chain of EXIF directories that never ends.
    private static func withEXIF(directories: Int) -> [UInt8] {
        var tiff: [UInt8] = Array("MM".utf8) + [0, 42, 0, 0, 0, 8]
        for directory in 0..<directories {
            // One entry, the pointer to a further directory, and then the place of the next one.
            let next = 8 + 18 * ((directory + 1) % directories)
            tiff += [0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1] + long(next) + long(next)
        }
        let segment = Array("Exif".utf8) + [0, 0] + tiff
        let plain = grey(width: 320, height: 240)
        return Array(plain.prefix(2)) + [0xFF, 0xE1] + word(segment.count + 2) + segment + plain.dropFirst(2)
    }

    private static func word(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }

    private static func long(_ value: Int) -> [UInt8] { word(value >> 16) + word(value & 0xFFFF) }
}

/// The segments before a JPEG's picture.
enum JPEGSegments {
    static func markers(of bytes: [UInt8]) -> [UInt8] {
        var (markers, place): ([UInt8], Int) = ([], 2)
        while place + 4 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0xDA {
            markers.append(bytes[place + 1])
            place += 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
        }
        return markers
    }
}
