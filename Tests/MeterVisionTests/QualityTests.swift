import Foundation
import MeterVision
import Testing

@Suite("Quality of photos and windows")
struct QualityTests {
    /// Stripes of two brightnesses, each so many pixels wide, with edges that take so many pixels.
    private static func stripes(
        _ width: Int = 640, _ height: Int = 480, dark: Double = 60, light: Double = 190, edge: Int = 1
    ) throws -> CleanPhoto {
        var pixels: [UInt8] = []
        for _ in 0..<height {
            for x in 0..<width {
                // A triangle wave cut off above and below: flat tops, and ramps of `edge` pixels.
                let way = abs(Double(x % 64) - 32) - 16
                let share = min(max(way / Double(edge) + 0.5, 0), 1)
                pixels += [UInt8](repeating: UInt8(dark + (light - dark) * share), count: 3)
            }
        }
        return try #require(CleanPhoto(width: width, height: height, pixels: pixels))
    }

    private static func refusals(_ photo: CleanPhoto) -> [ReasonCode] {
        PhotoQuality(of: photo).reasons(QualityLimits.usual.refuse)
    }

    private static func advice(_ photo: CleanPhoto) -> [ReasonCode] {
        PhotoQuality(of: photo).reasons(QualityLimits.usual.advise)
    }

    @Test("A photo with nothing wrong has no reason")
    func good() throws {
        #expect(try Self.refusals(Self.stripes()).isEmpty)
        #expect(try Self.advice(Self.stripes()).isEmpty)
    }

    @Test("A photo is refused only where nothing can be seen; before that it is advised upon")
    func exposure() throws {
        #expect(try Self.advice(Self.stripes(dark: 10, light: 70)) == [.tooDark])
        #expect(try Self.refusals(Self.stripes(dark: 10, light: 70)).isEmpty)
        #expect(try Self.refusals(Self.stripes(dark: 2, light: 25)) == [.tooDark])
        // A third of it all white, and half of the rest.
        let rows = 160 * 640 * 3
        let half = try Self.stripes(dark: 150, light: 255).pixels
        let glaring = try #require(
            CleanPhoto(
                width: 640, height: 480, pixels: [UInt8](repeating: 255, count: rows) + half.dropFirst(rows)))
        #expect(Self.advice(glaring) == [.tooBright])
        #expect(Self.refusals(glaring).isEmpty)
        #expect(try Self.refusals(Self.stripes(dark: 250, light: 255)) == [.tooBright])
        #expect(try Self.refusals(Self.stripes(dark: 120, light: 122)) == [.blurred])  // a wall, or a finger
    }

    @Test("The wider an edge, the less sharp the photo is said to be, and a blurred one is advised upon")
    func focus() throws {
        let sharpness = try [1, 2, 4, 12].map { try #require(PhotoQuality(of: Self.stripes(edge: $0)).sharpness) }
        #expect(sharpness == sharpness.sorted(by: >))
        #expect(sharpness[0] > 0.5)
        #expect(abs((sharpness.last ?? 0) - 0.25) < 0.02)
        #expect(try Self.advice(Self.stripes(edge: 12)) == [.blurred])
        #expect(try Self.refusals(Self.stripes(edge: 12)).isEmpty)
    }

    @Test("Sharpness is that of the picture, not of its size: twice the pixels with edges twice as wide are as sharp")
    func scale() throws {
        let small = try #require(PhotoQuality(of: Self.stripes(640, 480, edge: 4)).sharpness)
        let large = try #require(PhotoQuality(of: Self.stripes(1280, 960, edge: 8)).sharpness)
        #expect(abs(small - large) < 0.08)
    }

    @Test("One sharp thing is enough: a blurred background is no fault")
    func background() throws {
        let (sharp, soft) = (try Self.stripes(edge: 1), try Self.stripes(edge: 12))
        var pixels = soft.pixels
        for row in 160..<320 {
            let range = row * 640 * 3 + 160 * 3..<row * 640 * 3 + 480 * 3
            pixels.replaceSubrange(range, with: sharp.pixels[range])
        }
        let photo = try #require(CleanPhoto(width: 640, height: 480, pixels: pixels))
        #expect(Self.advice(photo).isEmpty)
    }

    @Test("A photo of too few pixels is too small, whatever it shows", arguments: [(64, 64), (127, 90), (70, 127)])
    func small(width: Int, height: Int) throws {
        #expect(try Self.refusals(Self.stripes(width, height)).first == .tooSmall)
    }

    @Test("A window of few pixels is too far away in a large photo, and in a small one the photo is too small")
    func distance() throws {
        let photo = try Self.stripes(1280, 960)
        let low = Quad(
            topLeft: Point(x: 300, y: 300), topRight: Point(x: 400, y: 300), bottomRight: Point(x: 400, y: 310),
            bottomLeft: Point(x: 300, y: 310))
        let quality = try #require(WindowQuality(of: low, in: photo))
        let limits = QualityLimits.usual
        #expect(quality.reasons(limits, in: PixelSize(width: 1280, height: 960)).first == .tooFar)
        #expect(quality.reasons(limits, in: PixelSize(width: 400, height: 300)).first == .tooSmall)
        let cut = try #require(WindowQuality(of: low.mapCorners { Point(x: $0.x - 340, y: $0.y * 3) }, in: photo))
        #expect(cut.reasons(limits, in: PixelSize(width: 1280, height: 960)).contains(.windowCutOff))
    }

    @Test("A refused photo is not searched, and its reason says what to do better")
    func gate() throws {
        let reader = MeterReader(model: try ReaderModel(bytes: TinyModel(seed: 1).bytes))
        let dark = try #require(try Self.stripes(dark: 2, light: 25).jpeg(quality: 95))
        let (reading, steps) = reader.readInSteps(jpeg: dark, hints: MeterHints(wheels: 5))
        #expect(reading.decision == .refuse && reading.reasons == [.tooDark] && reading.index == nil)
        #expect(steps.quality != nil && steps.found == nil && steps.choice == nil)
        let light = try #require(try Self.stripes().jpeg(quality: 95))
        #expect(reader.readInSteps(jpeg: light, hints: .none).steps.found != nil)
    }

    @Test("A small sharp thing on an even wall is searched for; the wall alone, or with a faint thing, is blurred")
    func smallOnWall() throws {
        func wall(with thing: CleanPhoto?) throws -> [ReasonCode] {
            var pixels = [UInt8](repeating: 150, count: 1600 * 1200 * 3)
            for row in 0..<(thing?.height ?? 0) {
                let from = row * 160 * 3
                let to = ((540 + row) * 1600 + 700) * 3
                pixels.replaceSubrange(to..<to + 160 * 3, with: thing?.pixels[from..<from + 160 * 3] ?? [])
            }
            let photo = try #require(CleanPhoto(width: 1600, height: 1200, pixels: pixels))
            return PhotoQuality(of: photo).reasons(QualityLimits.usual.refuse)
        }
        #expect(try wall(with: Self.stripes(160, 120)).isEmpty)
        #expect(try wall(with: nil) == [.blurred])
        #expect(try wall(with: Self.stripes(160, 120, dark: 140, light: 160)) == [.blurred])
    }

    @Test("A model's calibration may bring limits of its own, and a part of limits is refused")
    func ownLimits() throws {
        var model = TinyModel(seed: 1)
        let photo: [String: Any] = [
            "side": 100, "highlight": 0.9, "washedOut": 1, "sharpness": 0, "contrast": 0,
        ]
        var own: [String: Any] = [
            "version": "mine", "refuse": photo, "advise": photo,
            "window": ["height": 1, "highlight": 0, "washedOut": 1, "sharpness": 0, "beyond": 1],
        ]
        model.header["calibration"] = ["quality": own]
        let loaded = try ReaderModel(bytes: model.bytes)
        #expect(loaded.calibration.quality.version == "mine")
        let jpeg = try #require(try Self.stripes().jpeg(quality: 95))
        #expect(MeterReader(model: loaded).read(jpeg: jpeg, hints: .none).reasons == [.tooDark])
        own["window"] = nil
        model.header["calibration"] = ["quality": own]
        #expect(throws: ReaderModelError.self) { try ReaderModel(bytes: model.bytes) }
        #expect(try ReaderModel(bytes: TinyModel(seed: 1).bytes).calibration.quality == .usual)
    }

    @Test("No sample photo of the clone is refused by the gate")
    func samples() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Images/photos")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jpg") }
        #expect(!names.isEmpty)
        for name in names {
            let photo = try JPEGDecoder.decode(Array(Data(contentsOf: folder.appendingPathComponent(name)))).photo
            #expect(Self.refusals(photo).isEmpty, "\(name)")
        }
    }
}
