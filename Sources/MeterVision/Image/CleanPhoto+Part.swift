/// A part of a photo, and where it lies in it.
struct PhotoPart {
    /// The part's pixels.
    let photo: CleanPhoto
    /// Where its top left corner lies.
    let left, top: Int

    /// The quad of the whole photo that a quad of the part is.
    func placed(_ quad: Quad) -> Quad {
        quad.mapCorners { Point(x: $0.x + Double(left), y: $0.y + Double(top)) }
    }
}

extension CleanPhoto {
    /// The pixels within a box, as far as it lies in the photo; nil where less than 16 by 16 of them do.
    func part(_ box: Bounds) -> PhotoPart? {
        let edges = [box.left, box.top, box.right, box.bottom]
        guard edges.allSatisfy({ $0.magnitude < 1e6 }) else { return nil }
        let left = max(0, Int(box.left.rounded(.down)))
        let top = max(0, Int(box.top.rounded(.down)))
        let right = min(width, Int(box.right.rounded(.up)))
        let bottom = min(height, Int(box.bottom.rounded(.up)))
        guard right - left >= 16, bottom - top >= 16 else { return nil }
        var pixels: [UInt8] = []
        pixels.reserveCapacity((right - left) * (bottom - top) * 3)
        for row in top..<bottom {
            pixels += self.pixels[(row * width + left) * 3..<(row * width + right) * 3]
        }
        return CleanPhoto(width: right - left, height: bottom - top, pixels: pixels).map {
            PhotoPart(photo: $0, left: left, top: top)
        }
    }
}
