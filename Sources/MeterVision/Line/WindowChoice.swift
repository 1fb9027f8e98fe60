/// A window in a photo, as far as it was looked at.
package struct SeenWindow: Hashable, Sendable {
    /// Its corners, in pixels of the decoded photo.
    package var quad: Quad
    /// How sure the finder is.
    package var heat: Double
    /// How legible it is (a logit).
    package var legible: Double
    /// How far a corner moved when it was last refined, in window heights.
    package var drift = 0.0
    /// How much it looks like a display and not like wheels (a logit); nil if the model does not tell.
    package var display: Double?

    /// Whether it may be a display, which shows its digits otherwise than wheels do: what the wheels' nets would say of it
    /// is guessed, so a person reads it.
    package var isDisplay: Bool { display.map { $0 > 0 } ?? false }
}

/// The window that is read, and another one that might have been meant.
package struct WindowChoice: Hashable, Sendable {
    /// The window to read.
    package var window: SeenWindow
    /// Another window that is nearly as sure to be one, legible or not; nil where there is none.
    package var rival: SeenWindow?

    /// Looks at the candidates from close by and chooses; nil when none is sure enough to be a window.
    static func choose(
        _ candidates: [WindowCandidate], in photo: CleanPhoto, with refiner: NetRunner, by calibration: Calibration
    ) throws(ReaderModelError) -> WindowChoice? {
        var seen: [SeenWindow] = []
        for candidate in candidates where candidate.heat >= calibration.leastHeat {
            var window = SeenWindow(quad: candidate.quad, heat: candidate.heat, legible: 0)
            for _ in 0..<calibration.refinePasses {
                guard let refined = try WindowRefiner.refine(window.quad, in: photo, with: refiner) else { break }
                window.drift = refined.quad.largestMove(from: window.quad) / max(window.quad.meanHeight, 1)
                window.quad = refined.quad
                window.legible = refined.legible
                // One of two framings in which it looks like a display is enough.
                window.display = refined.display.map { max($0, window.display ?? $0) }
            }
            seen.append(window)
        }
        guard let first = seen.first else { return nil }
        guard seen.count > 1 else { return WindowChoice(window: first) }
        // Two peaks on one window run together once refined.
        if first.quad.bounds.intersectionOverUnion(seen[1].quad.bounds) > 0.3 { return WindowChoice(window: first) }
        let second = seen[1]
        // Of two counters the one that can be read is read, and the other one may have been meant all the same.
        let (chosen, other) = first.legible < 0 && second.legible > 0 ? (second, first) : (first, second)
        let isRival = other.heat > 0.7 * chosen.heat && other.heat > 0.5
        return WindowChoice(window: chosen, rival: isRival ? other : nil)
    }
}
