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
        "Whatever way a photo is held, the crop is upright, keeps its scale, and shows half a height beside the window",
        arguments: [0, 12, 45, 90, 180, -130] as [Double])
    func turned(degrees: Double) throws {
        let (photo, window) = try Self.photo(turnedBy: degrees)
        let crop = try #require(
            TrainingCrop(window, of: PixelSize(width: photo.width, height: photo.height), in: photo))
        // 1.3 by 2.0 windows.
        #expect((389...391).contains(crop.picture.width) && (119...121).contains(crop.picture.height))
        let found = crop.window
        #expect(abs(found.topLeft.x - 45) < 1 && abs(found.topLeft.y - 30) < 1, "\(found)")
        #expect(abs(found.bottomRight.x - 345) < 1 && abs(found.bottomRight.y - 90) < 1, "\(found)")
        #expect(Self.colour(of: crop.picture, 100, 60) == [255, 0, 0])
        #expect(Self.colour(of: crop.picture, 290, 60) == [0, 0, 255])
        #expect(Self.colour(of: crop.picture, 195, 10) == [128, 128, 128])
        let isGreen = stride(from: 0, to: crop.picture.pixels.count, by: 3).contains { at in
            crop.picture.pixels[at + 1] > 140
        }
        #expect(!isGreen)
    }

    @Test("The corners are those of the full photo; a picture that was scaled down is cut where they lie in it")
    func scaled() throws {
        let (photo, window) = try Self.photo(turnedBy: 20)
        let doubled = window.mapCorners { Point(x: $0.x * 2, y: $0.y * 2) }
        let crop = try #require(TrainingCrop(doubled, of: PixelSize(width: 1600, height: 1400), in: photo))
        #expect(crop == TrainingCrop(window, of: PixelSize(width: 800, height: 700), in: photo))
    }

    @Test("A wide window is scaled down to 640 columns of crop, its corners with it")
    func wide() throws {
        let photo = try #require(
            CleanPhoto(width: 1600, height: 900, pixels: [UInt8](repeating: 90, count: 1600 * 900 * 3)))
        let window = Quad(
            topLeft: Point(x: 200, y: 400), topRight: Point(x: 1400, y: 400), bottomRight: Point(x: 1400, y: 520),
            bottomLeft: Point(x: 200, y: 520))
        let crop = try #require(TrainingCrop(window, of: PixelSize(width: 1600, height: 900), in: photo))
        #expect(crop.picture.width == 640)
        // 1200 of 1560 columns.
        #expect(abs(crop.window.meanWidth - 640 * 1200 / 1560) < 0.5)
    }

    @Test("A small window's crop is continued at its edges to what a reader opens, and shows no more of the photo")
    func small() throws {
        var pixels = [UInt8](repeating: 60, count: 400 * 300 * 3)
        // A bright line 15 rows below the window, which is 12 high: outside of its margin.
        for at in (165 * 400 * 3)..<(168 * 400 * 3) { pixels[at] = 250 }
        let photo = try #require(CleanPhoto(width: 400, height: 300, pixels: pixels))
        let window = Quad(
            topLeft: Point(x: 150, y: 138), topRight: Point(x: 220, y: 138), bottomRight: Point(x: 220, y: 150),
            bottomLeft: Point(x: 150, y: 150))
        let crop = try #require(TrainingCrop(window, of: PixelSize(width: 400, height: 300), in: photo))
        #expect(crop.picture.height >= 64 && crop.picture.width >= 64)
        #expect(crop.picture.pixels.allSatisfy { $0 == 60 })
        #expect(abs(crop.window.meanWidth - 70) < 0.5 && abs(crop.window.meanHeight - 12) < 0.5)
        let jpeg = try #require(crop.picture.jpeg(quality: 95))
        #expect(try JPEGDecoder.decode(jpeg).size.height == crop.picture.height)
    }

    @Test("Four points that are no window give no crop")
    func none() throws {
        let photo = try #require(
            CleanPhoto(width: 200, height: 200, pixels: [UInt8](repeating: 0, count: 200 * 200 * 3)))
        let point = Point(x: 100, y: 100)
        let flat = Quad(topLeft: point, topRight: point, bottomRight: point, bottomLeft: point)
        #expect(TrainingCrop(flat, of: PixelSize(width: 200, height: 200), in: photo) == nil)
        let tiny = Quad.unit.mapCorners { Point(x: 100 + $0.x * 20, y: 100 + $0.y * 5) }
        #expect(TrainingCrop(tiny, of: PixelSize(width: 200, height: 200), in: photo) == nil)
    }
}
