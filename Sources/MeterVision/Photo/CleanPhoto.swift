/// A decoded, upright photo: pixels and nothing else of what the file held.
///
/// It may be smaller than the file's picture.
public struct CleanPhoto: Hashable, Sendable {
    /// Columns.
    public let width: Int
    /// Rows.
    public let height: Int
    /// Red, green and blue, a byte each, row by row from the top left.
    package let pixels: [UInt8]

    /// The photo with these pixels, three bytes each; nil if their number does not fit the size.
    package init?(width: Int, height: Int, pixels: [UInt8]) {
        guard width > 0, height > 0, width <= 65_500, height <= 65_500, pixels.count == width * height * 3 else {
            return nil
        }
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// The photo as a JPEG without metadata.
    ///
    /// Quality goes from 1 to 100; nil only when there is no memory for it.
    public func jpeg(quality: Int) -> [UInt8]? {
        JPEGEncoder.encode(self, quality: quality)
    }

    /// What a quad of the full-size photo shows, with a margin, straightened to that width.
    package func crop(_ quad: Quad, of full: PixelSize, width: Int) -> CleanPhoto? {
        WindowCrop.straightened(quad, of: full, in: self, width: width)
    }
}
