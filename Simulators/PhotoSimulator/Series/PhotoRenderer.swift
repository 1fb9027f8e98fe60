import CJPEG

/// Draws scenes.
///
/// One renderer a thread: its fonts are not shared.
package final class PhotoRenderer {
    private let pens: Pens

    /// Loads the fonts of a checked set.
    ///
    /// - Throws: ``FontError`` where FreeType refuses one.
    package init(fonts: FontSet) throws(FontError) { pens = Pens(try FontLibrary(fonts)) }

    /// The file that reaches the utility.
    package func jpeg(of scene: Scene) -> [UInt8] { scene.channel.send(picture(of: scene)) }

    /// What a scene shows.
    package func truth(of scene: Scene, file: String) -> Truth {
        Truth(of: scene, cover: Cover(of: scene, pens: pens), file: file)
    }

    /// The picture of a scene, before its first compression.
    package func picture(of scene: Scene) -> Picture {
        let coarseness = PhotoRenderer.coarseness(of: scene)
        let filmWidth = Int((Double(scene.shot.width) / coarseness).rounded(.up))
        let filmHeight = Int((Double(scene.shot.height) / coarseness).rounded(.up))
        let (canvas, map) = face(of: scene, coarseness: coarseness)
        let exposure = Exposure(
            canvas: canvas, map: map, light: scene.light, gain: scene.camera.gain, haze: Float(scene.camera.haze))
        let reach = Lens.shake(of: scene.camera, coarseness: coarseness).reduce(0) { max($0, abs($1.dy)) }
        let film = Film(width: filmWidth, height: filmHeight, coarseness: coarseness, exposure: exposure, reach: reach)
        var noise = scene.noise
        let developer = Developer(camera: scene.camera, width: scene.shot.width, height: scene.shot.height)
        let photo = Picture(
            width: scene.shot.width, height: scene.shot.height, pixels: developer.develop(film, &noise))
        return scene.presentation.present(photo)
    }

    /// The face seen straight, without light and camera: the scene's layers, or one of them alone over grey.
    ///
    /// `margin` is what is shown round the window and `scale` the pixels to one unit of the face.
    package func flat(of scene: Scene, layer: String? = nil, margin: Double = 0, scale: Double = 1) -> Picture {
        let view = scene.meter.window.grown(by: margin)
        let canvas = Canvas(width: Int(view.width * scale), height: Int(view.height * scale))
        canvas.look(at: view, scale: scale)
        canvas.fill(view, Colour(grey: 0.5))
        for each in scene.layers where layer == nil || String(describing: type(of: each)) == layer {
            each.draw(on: canvas, with: pens)
        }
        return canvas.picture()
    }

    /// The names of a scene's layers, the farthest first.
    package static func layers(of scene: Scene) -> [String] { scene.layers.map { String(describing: type(of: $0)) } }

    /// The flat face at the resolution that the picture needs, and the map from the film's pixels to its own.
    private func face(of scene: Scene, coarseness: Double) -> (Canvas, Homography) {
        let toFace = scene.shotMap.inverse
        let frame = Box(0, 0, Double(scene.shot.width), Double(scene.shot.height)).corners.map { toFace($0) }
        // A strong perspective would pull the horizon into view; the face ends well before it.
        let reach = scene.meter.window.width * 8 + 2000
        let view = Box(around: frame).grown(by: 4).intersection(
            Box(-reach, -reach, scene.meter.window.width + reach, 100 + reach))
        let size = scene.shot.pose.size
        let density = min(
            size.width / scene.meter.window.width * 1.05 / coarseness, 2600 / max(1, view.width),
            2600 / max(1, view.height))
        let canvas = Canvas(width: Int(view.width * density) + 2, height: Int(view.height * density) + 2)
        canvas.look(at: view, scale: density)
        canvas.saturation = scene.camera.saturation
        let first = scene.layers.lastIndex { $0.covers(canvas.view.grown(by: 2 / density)) } ?? 0
        for layer in scene.layers[first...] { layer.draw(on: canvas, with: pens) }
        // From the film's pixel to the picture's, to the face, to the canvas.
        let f = toFace.m
        let c = coarseness
        let map = Homography([
            (f[0] - view.left * f[6]) * density * c, (f[1] - view.left * f[7]) * density * c,
            (f[2] - view.left * f[8]) * density,
            (f[3] - view.top * f[6]) * density * c, (f[4] - view.top * f[7]) * density * c,
            (f[5] - view.top * f[8]) * density,
            f[6] * c, f[7] * c, f[8],
        ])
        return (canvas, map)
    }

    /// How many pixels of the picture share one of the film, each way: as many as the blur hides anyway.
    ///
    /// A Gaussian of deviation s lets less than 2 % of what is finer than the film's own limit, 1 / (2.2 s), pass.
    static func coarseness(of scene: Scene) -> Double {
        let soft = (scene.camera.blur * scene.camera.blur + scene.camera.focus * scene.camera.focus / 4).squareRoot()
        // In eighths; enlarging a little costs more than it saves.
        let coarse = (soft * 1.1 * 8).rounded(.down) / 8
        return coarse < 1.2 ? 1 : min(4, coarse)
    }
}
