/// The picture of a window that is printed beside the index it was read as.
enum WindowCrop {
    /// The window with a margin, straightened to that width; nil for a quad that is none.
    static func straightened(_ quad: Quad, of full: PixelSize, in photo: CleanPhoto, width: Int) -> CleanPhoto? {
        guard width >= 16, width <= 4096, full.width > 0 else { return nil }
        let scale = Double(photo.width) / Double(full.width)
        let framed = quad.mapCorners { Point(x: $0.x * scale, y: $0.y * scale) }.stretched(1.12, 1.5)
        guard framed.meanWidth > 1 else { return nil }
        let ratio = min(max(framed.meanHeight / framed.meanWidth, 0.05), 2)
        let height = max(8, Int((Double(width) * ratio).rounded()))
        return Warp.planes(of: photo, quad: framed, width: width, height: height)?.picture
    }
}
