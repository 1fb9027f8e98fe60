/// Where the wheels lie across the window: what the columns say, evened out by the pitch that all wheels share.
package enum DigitPlaces {
    /// The left and right edge of each digit's cell, 0 at the window's left edge and 1 at its right one.
    ///
    /// `middles` are the digits' middles as the columns have them, in the same units, in order. A CTC net tells a digit
    /// somewhere on it, not at its middle: `shift` moves all cells by so much of their pitch.
    package static func cells(middles: [Double], shift: Double = 0) -> [(left: Double, right: Double)] {
        let count = Double(middles.count)
        guard let only = middles.first else { return [] }
        guard middles.count > 1 else { return [(only + (shift - 0.5) * 0.16, only + (shift + 0.5) * 0.16)] }
        // Least squares through (place, middle); the columns of a CTC net drift within a digit, the wheels do not.
        let meanPlace = (count - 1) / 2
        let meanMiddle = middles.reduce(0, +) / count
        var (above, below) = (0.0, 0.0)
        for (place, middle) in middles.enumerated() {
            above += (Double(place) - meanPlace) * (middle - meanMiddle)
            below += (Double(place) - meanPlace) * (Double(place) - meanPlace)
        }
        let pitch = max(above / below, 0.01)
        return middles.enumerated().map { place, middle in
            let even = meanMiddle + (Double(place) - meanPlace) * pitch
            // Red wheels may stand apart from the black ones: where the columns clearly say so, they are half believed.
            let centre = even + min(max(middle - even, -pitch / 2), pitch / 2) / 2
            return (centre + (shift - 0.5) * pitch, centre + (shift + 0.5) * pitch)
        }
    }
}
