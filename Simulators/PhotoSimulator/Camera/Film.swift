/// The light on the sensor, linear, 0…1 and beyond: one SIMD4 (red, green, blue, unused) a pixel.
///
/// A soft picture is kept coarser than it will be: `grain` of the final pixels go into one of these, each way.
struct Film {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var coarseness = 1
    /// At least as many as the film has: what a larger picture before this one left is not given back.
    var pixels: [SIMD4<Float>] = []

    /// Winds on to a picture of another size; what was there is not wiped, for exposure writes every pixel.
    mutating func wind(toWidth width: Int, height: Int, coarseness: Int) {
        self.width = width
        self.height = height
        self.coarseness = coarseness
        let count = width * height
        if pixels.count < count { pixels = [SIMD4<Float>](repeating: .zero, count: count) }
    }
}
