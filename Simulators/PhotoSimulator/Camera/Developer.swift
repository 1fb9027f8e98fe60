/// Makes the phone's picture of a film, row by row: hand, lens, sharpening, enlargement, noise, tone.
struct Developer {
    let camera: Camera
    let width: Int
    let height: Int

    /// 32-bit pixels, red in the lowest byte, then green and blue.
    func develop(_ film: Film, _ random: inout SeededRandom) -> [UInt32] {
        var result = [UInt32](repeating: 0, count: width * height)
        var lens = Lens(film: film, camera: camera)
        let tone = Tone(camera: camera)
        let tile = NoiseTile.tile(grain: camera.grain)
        let coarse = Float(film.coarseness)
        var upper = [SIMD4<Float>](repeating: .zero, count: film.width)
        var lower = upper
        var mixed = upper
        var wide = [SIMD4<Float>](repeating: .zero, count: width)
        let columns = Developer.columns(width, of: film.width, coarse)
        var loaded = -1
        var shift = Int(random.next() % UInt64(NoiseTile.side * NoiseTile.side))
        for y in 0..<height {
            // The two rows of the film between which this one lies.
            let place = max(0, min(Float(film.height - 1), (Float(y) + 0.5) / coarse - 0.5))
            let row = min(Int(place), max(0, film.height - 2))
            while loaded < min(row + 1, film.height - 1) {
                swap(&upper, &lower)
                loaded += 1
                lens.row(loaded, into: &lower)
                if loaded == 0 { upper = lower }
            }
            if film.coarseness == 1 {
                // Rows are the film's own: the last one loaded is the next.
                let own = row == y ? upper : lower
                tone.print(own, tile, shift, into: &result, at: y * width)
            } else {
                let b = place - Float(row)
                Developer.mix(upper, lower, b, into: &mixed)
                Developer.enlarge(mixed, columns, into: &wide)
                tone.print(wide, tile, shift, into: &result, at: y * width)
            }
            shift = (shift + NoiseTile.side) % (NoiseTile.side * NoiseTile.side)
            if y % NoiseTile.side == NoiseTile.side - 1 {
                shift = Int(random.next() % UInt64(NoiseTile.side * NoiseTile.side))
            }
        }
        return result
    }

    private static func mix(
        _ upper: [SIMD4<Float>], _ lower: [SIMD4<Float>], _ b: Float, into row: inout [SIMD4<Float>]
    ) {
        upper.withUnsafeBufferPointer { upper in
            lower.withUnsafeBufferPointer { lower in
                row.withUnsafeMutableBufferPointer { row in
                    for x in 0..<row.count { row[x] = upper[x] + (lower[x] - upper[x]) * b }
                }
            }
        }
    }

    /// For each pixel of a row the film's pixel left of it, and how far it is from there to the next.
    private static func columns(_ width: Int, of filmWidth: Int, _ coarse: Float) -> [(left: Int, share: Float)] {
        (0..<width).map { x in
            let place = max(0, min(Float(filmWidth - 1), (Float(x) + 0.5) / coarse - 0.5))
            let left = min(Int(place), max(0, filmWidth - 2))
            return (left, place - Float(left))
        }
    }

    private static func enlarge(
        _ row: [SIMD4<Float>], _ columns: [(left: Int, share: Float)], into wide: inout [SIMD4<Float>]
    ) {
        let step = row.count > 1 ? 1 : 0
        row.withUnsafeBufferPointer { row in
            columns.withUnsafeBufferPointer { columns in
                wide.withUnsafeMutableBufferPointer { wide in
                    for x in 0..<wide.count {
                        let (left, share) = columns[x]
                        let colour = row[left]
                        wide[x] = colour + (row[left &+ step] - colour) * share
                    }
                }
            }
        }
    }
}
