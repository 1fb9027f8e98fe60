/// From where on a photo, or the window in it, is too dark, too bright, too blurred or too small.
///
/// The limits are data with a version; a model's calibration may bring its own (`quality`). Those that stand here were
/// laid, on 30 November 2026, beside what the 57 readable photos of `shared/photos/gas` and 226 readable drawn ones
/// (`field` and `hard`) show: a photo is refused unread only where none of them comes near.
package struct QualityLimits: Decodable, Hashable, Sendable {
    /// Where a photo is refused before anything is looked for, and where a photo without a window is advised upon.
    package struct Photo: Decodable, Hashable, Sendable {
        /// The least long side in pixels.
        package var side: Int
        /// The least brightness of the brightest 5 %.
        package var highlight: Double
        /// The largest share that is washed out.
        package var washedOut: Double
        /// The least steepness of edges; without any edge a photo is below every limit above 0.
        package var sharpness: Double
        /// The least distance between the darkest and the brightest 5 % of a photo without any edge: a small meter on an
        /// even wall has edges, and no such distance.
        package var contrast: Double
    }

    /// Where a window is advised upon.
    package struct Window: Decodable, Hashable, Sendable {
        /// The least height in pixels of the decoded photo.
        package var height: Double
        /// The least brightness of its brightest 5 %.
        package var highlight: Double
        /// The largest share that is washed out.
        package var washedOut: Double
        /// The least share of contrast in fine detail.
        package var sharpness: Double
        /// How far it may run out of the photo, as a share of its width.
        package var beyond: Double
    }

    /// Names the limits.
    package var version: String
    /// Beyond these a photo is refused unread.
    package var refuse: Photo
    /// Beyond these a photo in which no window was found is said to be so.
    package var advise: Photo
    /// Beyond these a window is said to be so.
    package var window: Window

    /// The limits of a model that has none of its own.
    package static let usual = QualityLimits(
        version: "2026-12-01",
        // A readable photo's brightest part was at least 0.29 (drawn) and 0.35 (real), its washed-out share at most 0.72
        // and 0.56. Eight digits across 128 pixels are 16 pixels wide each, half of what the reader was taught on.
        refuse: Photo(side: 128, highlight: 0.14, washedOut: 0.85, sharpness: 0, contrast: 0.02),
        // Beyond these lie 2 in 100 of the readable photos, so that a photo that failed has its reason.
        advise: Photo(side: 480, highlight: 0.35, washedOut: 0.45, sharpness: 0.27, contrast: 0.12),
        // The reader was taught on windows from 11 pixels up; the corners are known to a twentieth of the width.
        window: Window(height: 11, highlight: 0.22, washedOut: 0.4, sharpness: 0.22, beyond: 0.05))
}

extension PhotoQuality {
    /// What is wrong with the photo by these limits, the weightiest first.
    package func reasons(_ limits: QualityLimits.Photo) -> [ReasonCode] {
        var reasons: [ReasonCode] = []
        if max(size.width, size.height) < limits.side { reasons.append(.tooSmall) }
        if highlight < limits.highlight { reasons.append(.tooDark) }
        if washedOut > limits.washedOut { reasons.append(.tooBright) }
        // A photo of nothing but one colour is no sharper for being well lit.
        let isFlat = sharpness == nil && highlight - shadow < limits.contrast
        if (sharpness ?? 0) < limits.sharpness || isFlat { reasons.append(.blurred) }
        // What lies in the dark or in the glare has no edges for that reason.
        if reasons.contains(.tooDark) || reasons.contains(.tooBright) { reasons.removeAll { $0 == .blurred } }
        return reasons
    }
}

extension WindowQuality {
    /// What is wrong with the window by these limits, the weightiest first; a small photo cannot be helped by going closer.
    package func reasons(_ limits: QualityLimits, in photo: PixelSize) -> [ReasonCode] {
        var reasons: [ReasonCode] = []
        if isCutOff(limits) { reasons.append(.windowCutOff) }
        if height < limits.window.height {
            reasons.append(max(photo.width, photo.height) < limits.advise.side ? .tooSmall : .tooFar)
        }
        if highlight < limits.window.highlight { reasons.append(.tooDark) }
        if washedOut > limits.window.washedOut { reasons.append(.tooBright) }
        if sharpness < limits.window.sharpness { reasons.append(.blurred) }
        return reasons
    }

    /// Whether it runs further out of the photo than its corners are known.
    package func isCutOff(_ limits: QualityLimits) -> Bool { beyond > limits.window.beyond }
}
