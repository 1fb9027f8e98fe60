import Foundation
import PhotoSimulator
import Testing

@Suite("Layers of a face")
struct LayerTests {
    /// Every layer's picture as it was looked at once, small, as JPEG.
    private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden/layers")

    /// The first scene of a series that has the layer, and draws something with it near the window.
    private func picture(of layer: String, by renderer: PhotoRenderer) async throws -> Picture? {
        let profile = try ProfileReader.profile(
            yaml: """
                name: all
                extends: hard
                meter: {kind: {diaphragm: 0.5, prepaid: 0.4, corrector: 0.1}, keypad: 0.6, small-display: 0.6}
                second: {counter: 0.4}
                before: {seal-wire: 0.5, sticker: 0.5, cable: 0.5, pipe: 0.4}
                """, file: "all.yaml")
        // What is far from the window is seen from farther away.
        for (margin, scale) in [(260.0, 0.25), (1500, 0.06)] {
            for number in 0..<200 as Range<UInt64> {
                // Other tests wait for the same two threads.
                await Task.yield()
                let scene = Scene(seed: 77, number: number, framing: .whole, longSide: 400, profile: profile)
                guard PhotoRenderer.layers(of: scene).contains(layer) else { continue }
                let picture = renderer.flat(of: scene, layer: layer, margin: margin, scale: scale)
                let grey = picture.pixels[0]
                if picture.pixels.count(where: { $0 != grey }) > picture.pixels.count / 50 { return picture }
            }
        }
        return nil
    }

    @Test(
        "Each layer draws what it drew when it was looked at: a mean difference of 2 of 255 at most",
        arguments: LayerList.names)
    func golden(layer: String) async throws {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        let picture = try #require(try await picture(of: layer, by: renderer), "no scene of 400 has \(layer)")
        let file = LayerTests.golden.appending(path: "\(layer).jpg")
        if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
            try FileManager.default.createDirectory(at: LayerTests.golden, withIntermediateDirectories: true)
            try Data(picture.jpeg(quality: 92)).write(to: file)
        }
        let bytes = [UInt8](try Data(contentsOf: file))
        let expected = try #require(Picture(jpeg: bytes))
        #expect(expected.width == picture.width && expected.height == picture.height)
        var sum = 0
        var far = 0
        for y in 0..<min(picture.height, expected.height) {
            for x in 0..<min(picture.width, expected.width) {
                let (one, other) = (picture[x, y], expected[x, y])
                let difference = abs(one.red - other.red) + abs(one.green - other.green) + abs(one.blue - other.blue)
                sum += difference
                far += difference > 120 ? 1 : 0
            }
        }
        let pixels = picture.width * picture.height
        #expect(Double(sum) / Double(3 * pixels) <= 2)
        // JPEG itself strays at hard edges, at a few pixels.
        #expect(far <= pixels / 100)
    }

    @Test("Every layer is named once, and every parameter of a layer is in the profiles")
    func names() throws {
        #expect(Set(LayerList.names).count == LayerList.names.count)
        let field = try Profiles.shipped()
        for parameter in Parameter.all { _ = field[parameter] }
    }
}
