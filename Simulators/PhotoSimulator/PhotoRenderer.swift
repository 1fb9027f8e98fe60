import CJPEG

/// Draws scenes.
///
/// One renderer a thread: its fonts are not shared.
package final class PhotoRenderer {
    private let fonts: FontLibrary

    /// Loads the fonts.
    ///
    /// - Throws: ``FontError`` naming the packages to install.
    package init() throws(FontError) { fonts = try FontLibrary() }

    /// How many fonts a look may choose from.
    package var fontCount: Int { fonts.all.count }

    /// The picture of a scene, before JPEG.
    package func raster(of scene: Scene) -> Raster {
        let look = scene.look
        let toPicture = Homography(width: look.width, height: 100, to: scene.corners)
        let toFace = toPicture.inverse
        let frame = [
            Point(0, 0), Point(Double(scene.width), 0), Point(Double(scene.width), Double(scene.height)),
            Point(0, Double(scene.height)),
        ].map { toFace($0) }
        // A strong perspective would pull the horizon into view; the face ends well before it.
        let reach = look.width * 7
        let left = max(-reach, (frame.map(\.x).min() ?? 0) - 4)
        let right = min(reach, (frame.map(\.x).max() ?? 0) + 4)
        let top = max(-reach, (frame.map(\.y).min() ?? 0) - 4)
        let bottom = min(reach, (frame.map(\.y).max() ?? 0) + 4)
        let windowPixels = scene.corners[0].distance(to: scene.corners[1])
        let density = min(windowPixels / look.width * 1.05, 1600 / max(1, right - left), 1600 / max(1, bottom - top))
        let canvas = Canvas(
            width: Int((right - left) * density) + 2, height: Int((bottom - top) * density) + 2)
        canvas.transform(scale: density, dx: -left * density, dy: -top * density)
        scene.plate.draw(on: canvas, fonts: fonts, reach: reach)
        CounterLayer(look: look, state: scene.state).draw(on: canvas, fonts: fonts)
        scene.obstacles.draw(on: canvas)
        let f = toFace.m
        let toTexture = Homography([
            (f[0] - left * f[6]) * density, (f[1] - left * f[7]) * density, (f[2] - left * f[8]) * density,
            (f[3] - top * f[6]) * density, (f[4] - top * f[7]) * density, (f[5] - top * f[8]) * density,
            f[6], f[7], f[8],
        ])
        var raster = Raster(width: scene.width, height: scene.height, sampling: canvas.raster(), by: toTexture)
        var noise = scene.noise
        scene.camera.expose(&raster, &noise)
        return raster
    }

    /// The photo as a JPEG file's bytes.
    package func jpeg(of scene: Scene) -> [UInt8] {
        let raster = raster(of: scene)
        return JPEGWriter.bytes(
            rgb: raster.rgb(), width: raster.width, height: raster.height, quality: scene.camera.quality)
    }
}

/// The seam to libjpeg's encoder.
enum JPEGWriter {
    static func bytes(rgb: [UInt8], width: Int, height: Int, quality: Int) -> [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        var count = 0
        let code = endeks_jpeg_encode(rgb, Int32(width), Int32(height), Int32(quality), &out, &count)
        precondition(code == 0, "libjpeg refused a picture of \(width) by \(height)")
        defer { endeks_jpeg_free(out) }
        return Array(UnsafeBufferPointer(start: out, count: count))
    }
}
