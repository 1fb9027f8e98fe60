import Foundation
import MeterVision
import Testing

@Suite("Crops to train on")
struct TrainingCropTests {
    /// A grey photo with a window of 300 by 60 pixels about its middle, turned: its own left half red, its right one
    /// blue; green lies beside it, from one window's height above and below on.
    private static func photo(turnedBy degrees: Double) throws -> (photo: CleanPhoto, window: Quad) {
        let (width, height) = (800, 700)
        let (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        var pixels = [UInt8](repeating: 128, count: width * height * 3)
        for y in 0..<height {
            for x in 0..<width {
                let (dx, dy) = (Double(x) + 0.5 - 400, Double(y) + 0.5 - 350)
                let (along, across) = (dx * cosine + dy * sine, dy * cosine - dx * sine)
                let colour: [UInt8]? =
                    if abs(along) < 150, abs(across) < 30 { along < 0 ? [255, 0, 0] : [0, 0, 255] } else {
                        abs(across) > 90 ? [0, 255, 0] : nil
                    }
                if let colour { pixels.replaceSubrange((y * width + x) * 3..<(y * width + x) * 3 + 3, with: colour) }
            }
        }
        func corner(_ along: Double, _ across: Double) -> Point {
            Point(x: 400 + along * cosine - across * sine, y: 350 + along * sine + across * cosine)
        }
        return (
            try #require(CleanPhoto(width: width, height: height, pixels: pixels)),
            Quad(
                topLeft: corner(-150, -30), topRight: corner(150, -30), bottomRight: corner(150, 30),
                bottomLeft: corner(-150, 30))
        )
    }

    private static func colour(of picture: CleanPhoto, _ x: Double, _ y: Double) -> [UInt8] {
        let at = (Int(y) * picture.width + Int(x)) * 3
        return Array(picture.pixels[at..<at + 3])
    }

    @Test(
        "Whatever way a photo is held, the crop is upright, keeps its scale, and shows a third of a height beside it at most",
        arguments: [0, 12, 45, 90, 180, -130] as [Double])
    func turned(degrees: Double) throws {
        let (photo, window) = try Self.photo(turnedBy: degrees)
        var random = SeededGenerator(seed: UInt64(bitPattern: Int64(degrees)))
        let crop = try #require(
            TrainingCrop(
                window, of: PixelSize(width: photo.width, height: photo.height), in: photo, using: &random))
        let found = crop.window
        #expect(abs(found.meanWidth - 300) < 1.5 && abs(found.meanHeight - 60) < 1.5, "\(found)")
        #expect(abs(found.topLeft.y - found.topRight.y) < 0.5 && found.topLeft.x < found.topRight.x, "\(found)")
        let (x, y) = (found.topLeft.x, found.topLeft.y)
        #expect(Self.colour(of: crop.picture, x + 60, y + 30) == [255, 0, 0])
        #expect(Self.colour(of: crop.picture, x + 240, y + 30) == [0, 0, 255])
        // The window takes up 1 / 2.2 to 1 / 1.7 of the width and lies inside.
        #expect((505...665).contains(crop.picture.width), "\(crop.picture.width)")
        #expect(found.bounds.left > 0 && found.bounds.right < Double(crop.picture.width))
        #expect(found.bounds.top > 0 && found.bounds.bottom < Double(crop.picture.height))
        let isGreen = stride(from: 0, to: crop.picture.pixels.count, by: 3).contains { at in
            crop.picture.pixels[at + 1] > 140
        }
        #expect(!isGreen, "what lies a height away from the window is in the picture")
    }

    @Test("Where margin and frame end is by chance: the corners of two crops of a window differ")
    func chance() throws {
        let (photo, window) = try Self.photo(turnedBy: 5)
        let size = PixelSize(width: photo.width, height: photo.height)
        var random = SeededGenerator(seed: 7)
        let first = try #require(TrainingCrop(window, of: size, in: photo, using: &random))
        let second = try #require(TrainingCrop(window, of: size, in: photo, using: &random))
        #expect(first.window != second.window && first.picture != second.picture)
        random = SeededGenerator(seed: 7)
        #expect(TrainingCrop(window, of: size, in: photo, using: &random) == first)
    }

    @Test("The corners are those of the full photo; a picture that was scaled down is cut where they lie in it")
    func scaled() throws {
        let (photo, window) = try Self.photo(turnedBy: 20)
        let doubled = window.mapCorners { Point(x: $0.x * 2, y: $0.y * 2) }
        var (one, two) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
        let crop = try #require(
            TrainingCrop(doubled, of: PixelSize(width: 1600, height: 1400), in: photo, using: &one))
        #expect(crop == TrainingCrop(window, of: PixelSize(width: 800, height: 700), in: photo, using: &two))
    }

    @Test("A wide window is scaled down to 480 columns, and its corners with it")
    func wide() throws {
        let photo = try #require(
            CleanPhoto(width: 1600, height: 900, pixels: [UInt8](repeating: 90, count: 1600 * 900 * 3)))
        let window = Quad(
            topLeft: Point(x: 200, y: 400), topRight: Point(x: 1400, y: 400), bottomRight: Point(x: 1400, y: 520),
            bottomLeft: Point(x: 200, y: 520))
        var random = SeededGenerator(seed: 1)
        let crop = try #require(
            TrainingCrop(window, of: PixelSize(width: 1600, height: 900), in: photo, using: &random))
        #expect(abs(crop.window.meanWidth - 480) < 1 && abs(crop.window.meanHeight - 48) < 1)
        // A plain photo stays plain, frame and all.
        #expect(crop.picture.pixels.allSatisfy { $0 == 90 })
    }

    @Test("A small window's crop is as large as a reader opens, and shows no more of the photo for that")
    func small() throws {
        var pixels = [UInt8](repeating: 60, count: 400 * 300 * 3)
        // A bright line 15 rows below the window, which is 12 high: outside of its margin.
        for at in (165 * 400 * 3)..<(168 * 400 * 3) { pixels[at] = 250 }
        let photo = try #require(CleanPhoto(width: 400, height: 300, pixels: pixels))
        let window = Quad(
            topLeft: Point(x: 180, y: 142), topRight: Point(x: 206, y: 142), bottomRight: Point(x: 206, y: 150),
            bottomLeft: Point(x: 180, y: 150))
        var random = SeededGenerator(seed: 2)
        let crop = try #require(
            TrainingCrop(window, of: PixelSize(width: 400, height: 300), in: photo, using: &random))
        #expect(crop.picture.height >= 64 && crop.picture.width >= 64)
        #expect(crop.picture.pixels.allSatisfy { $0 == 60 })
        #expect(abs(crop.window.meanWidth - 26) < 1 && abs(crop.window.meanHeight - 8) < 1)
        let jpeg = try #require(crop.picture.jpeg(quality: 95))
        #expect(try JPEGDecoder.decode(jpeg).size.height == crop.picture.height)
    }

    @Test("Four points that are no window give no crop")
    func none() throws {
        let photo = try #require(
            CleanPhoto(width: 200, height: 200, pixels: [UInt8](repeating: 0, count: 200 * 200 * 3)))
        let point = Point(x: 100, y: 100)
        let flat = Quad(topLeft: point, topRight: point, bottomRight: point, bottomLeft: point)
        var random = SeededGenerator(seed: 1)
        #expect(TrainingCrop(flat, of: PixelSize(width: 200, height: 200), in: photo, using: &random) == nil)
        let tiny = Quad.unit.mapCorners { Point(x: 100 + $0.x * 20, y: 100 + $0.y * 5) }
        #expect(TrainingCrop(tiny, of: PixelSize(width: 200, height: 200), in: photo, using: &random) == nil)
    }
}
