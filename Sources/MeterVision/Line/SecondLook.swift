/// Looks again, from nearer, at windows that are small in their photo: there the finder sees too few pixels for their corners.
enum SecondLook {
    /// A window whose longer side is a smaller share of the photo's is looked at again.
    private static let near = 0.34
    /// How much more than the window the second look takes in, each way.
    private static let room = 2.1

    /// The windows that were found, small ones as the second look has them; one that it does not find stays as it was.
    static func nearer(_ found: FoundWindows, in photo: CleanPhoto, with net: NetRunner)
        throws(ReaderModelError) -> FoundWindows
    {
        var found = found
        let side = Double(max(photo.width, photo.height))
        for (place, candidate) in found.candidates.enumerated() {
            let bounds = candidate.quad.bounds
            let span = max(bounds.right - bounds.left, bounds.bottom - bounds.top)
            guard span < side * near else { continue }
            let (centre, reach) = (candidate.quad.centre, max(span * room, 64) / 2)
            let box = Bounds(
                left: centre.x - reach, top: centre.y - reach, right: centre.x + reach, bottom: centre.y + reach)
            guard let part = photo.part(box),
                let best = try WindowFinder.windows(in: part.photo, with: net).candidates.first
            else { continue }
            let quad = part.placed(best.quad)
            // Another thing that is near is none of this look's business.
            let isSame = quad.centre.distance(to: centre) < span * 0.5 && quad.meanWidth < span * 2
            if isSame, best.heat > candidate.heat * 0.5 {
                found.candidates[place] = WindowCandidate(heat: max(best.heat, candidate.heat), quad: quad)
            }
        }
        return found
    }
}
