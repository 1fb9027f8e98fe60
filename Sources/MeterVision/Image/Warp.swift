/// Straightens a quad of a photo into an upright picture.
package enum Warp {
    /// From this step on the source is first averaged down, so that no pixel is skipped.
    private static let largestStep = 1.5

    /// The quad (in pixels of this photo) as red, green and blue planes of 0 to 1; nil for a quad that is none.
    ///
    /// Between pixels it is linear; beyond the photo its edge goes on.
    package static func planes(of photo: CleanPhoto, quad: Quad, width: Int, height: Int) -> Planes? {
        guard quad.isSound, let map = Homography(unitSquareTo: quad) else { return nil }
        let across = max(quad.topLeft.distance(to: quad.topRight), quad.bottomLeft.distance(to: quad.bottomRight))
        let down = max(quad.topLeft.distance(to: quad.bottomLeft), quad.topRight.distance(to: quad.bottomRight))
        // The finer of the two directions counts: what is averaged away here cannot be read any more.
        let step = min(across / Double(width), down / Double(height))
        return Patch(photo, around: quad.bounds, step: step > largestStep ? step : 1)
            .planes(through: map, width: width, height: height)
    }
}
