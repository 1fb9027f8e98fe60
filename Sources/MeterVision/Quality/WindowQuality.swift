/// What the light, the focus and the distance make of a window, apart from what it shows.
package struct WindowQuality: Hashable, Sendable {
    /// Mean brightness, 0 to 1.
    package var brightness: Double
    /// The brightness that 95 % of the window stay below.
    package var highlight: Double
    /// The share of the window that is washed out.
    package var washedOut: Double
    /// How much of the contrast lies in fine detail: near 0 when blurred, whatever the light.
    package var sharpness: Double
    /// The standard deviation of brightness.
    package var contrast: Double
    /// The window's height in pixels of the decoded photo.
    package var height: Double
    /// How far the window runs out of the photo, as a share of its width.
    package var beyond: Double

    /// The quality of a window in a decoded photo; nil for a quad that is none.
    package init?(of quad: Quad, in photo: CleanPhoto) {
        guard let picture = Warp.planes(of: photo, quad: quad, width: 192, height: 48)?.luma else { return nil }
        height = quad.meanHeight
        let values = picture.values
        let mean = Double(values.reduce(0, +)) / Double(values.count)
        brightness = mean
        let sorted = values.sorted()
        highlight = Double(sorted[sorted.count * 95 / 100])
        washedOut = Double(values.count { $0 > 0.97 }) / Double(values.count)
        var (variance, detail) = (0.0, 0.0)
        for row in 1..<picture.height - 1 {
            for column in 1..<picture.width - 1 {
                let at = row * picture.width + column
                let here = Double(values[at])
                variance += (here - mean) * (here - mean)
                let laplacian =
                    4 * here - Double(values[at - 1]) - Double(values[at + 1]) - Double(values[at - picture.width])
                    - Double(values[at + picture.width])
                detail += laplacian * laplacian
            }
        }
        let inner = Double((picture.height - 2) * (picture.width - 2))
        contrast = (variance / inner).squareRoot()
        sharpness = (detail / max(variance, 1e-9)).squareRoot()
        let bounds = quad.bounds
        let outside = max(
            -bounds.left, -bounds.top, bounds.right - Double(photo.width), bounds.bottom - Double(photo.height), 0)
        beyond = outside / max(quad.meanWidth, 1)
    }
}
