import CCairo

/// Pictures into the canvas, and out of it.
extension Canvas {
    /// Reads the surface: 32-bit pixels, blue first, then green, red, and opacity or nothing; `stride` pixels a row.
    func withPixels<T>(_ body: (_ pixels: UnsafeBufferPointer<UInt32>, _ stride: Int) -> T) -> T {
        cairo_surface_flush(surface)
        let stride = Int(cairo_image_surface_get_stride(surface)) / 4
        guard let data = cairo_image_surface_get_data(surface) else {
            return body(UnsafeBufferPointer(start: nil, count: 0), 0)
        }
        return data.withMemoryRebound(to: UInt32.self, capacity: stride * height) {
            body(UnsafeBufferPointer(start: $0, count: stride * height), stride)
        }
    }

    /// Draws a picture as large as a box allows, in its middle.
    func picture(_ picture: Picture, within box: Box) {
        let scale = min(box.width / Double(picture.width), box.height / Double(picture.height))
        // cairo's pixels have blue in the lowest byte.
        var pixels = picture.pixels.map { $0 & 0xFF00 | ($0 & 255) << 16 | $0 >> 16 & 255 }
        pixels.withUnsafeMutableBytes { bytes in
            let source = cairo_image_surface_create_for_data(
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24, Int32(picture.width),
                Int32(picture.height), Int32(picture.width * 4))
            cairo_save(context)
            cairo_translate(
                context, box.centre.x - Double(picture.width) * scale / 2,
                box.centre.y - Double(picture.height) * scale / 2)
            cairo_scale(context, scale, scale)
            cairo_set_source_surface(context, source, 0, 0)
            cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
            cairo_paint(context)
            cairo_restore(context)
            cairo_surface_finish(source)
            cairo_surface_destroy(source)
        }
    }

    /// What was drawn, as a picture.
    func picture() -> Picture {
        let pixels = withPixels { from, stride in
            (0..<height).flatMap { y in
                (0..<width).map { x in
                    let pixel = from[y * stride + x]
                    let swapped = (pixel & 255) << 16 | pixel >> 16 & 255
                    return swapped | pixel & 0xFF00
                }
            }
        }
        return Picture(width: width, height: height, pixels: pixels)
    }

    /// Writes the surface as a PNG file; false where that fails.
    func writePNG(to path: String) -> Bool {
        cairo_surface_flush(surface)
        return cairo_surface_write_to_png(surface, path) == CAIRO_STATUS_SUCCESS
    }
}
