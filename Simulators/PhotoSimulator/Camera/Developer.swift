/// Makes the phone's picture of a film, row by row: hand, lens, sharpening, enlargement, noise, tone.
struct Developer {
    let camera: Camera
    let width: Int
    let height: Int

    /// 32-bit pixels, red in the lowest byte, then green and blue.
    func develop(_ film: Film, _ random: inout SeededRandom) -> [UInt32] {
        var lens = Lens(film: film, camera: camera)
        let tone = Tone(camera: camera)
        let tile = NoiseTile.tile(grain: camera.grain)
        let coarse = Float(film.coarseness)
        // The two rows of the film between which one of the picture lies, and the picture's own.
        let rows = LightRows(count: 2, width: film.width)
        let mixed = LightRows(count: 1, width: film.width)
        let wide = LightRows(count: 1, width: width)
        let columns = Developer.columns(width, of: film.width, coarse)
        return [UInt32](unsafeUninitializedCapacity: width * height) { pixels, count in
            count = width * height
            var loaded = -1
            var shift = 0
            for y in 0..<height {
                if y % NoiseTile.side == 0 { shift = Int(random.next() % UInt64(NoiseTile.side * NoiseTile.side)) }
                let place = max(0, min(Float(film.height - 1), (Float(y) + 0.5) / coarse - 0.5))
                let row = film.coarseness == 1 ? y : min(Int(place), max(0, film.height - 2))
                let last = film.coarseness == 1 ? y : min(row + 1, film.height - 1)
                while loaded < last {
                    loaded += 1
                    lens.row(loaded, into: rows[loaded])
                }
                let printed = UnsafeMutableBufferPointer(rebasing: pixels[y * width..<(y + 1) * width])
                if film.coarseness == 1 {
                    tone.print(rows[row], tile, shift, into: printed)
                } else {
                    mix(rows[row], rows[last], place - Float(row), film.width, into: mixed[0])
                    enlarge(mixed[0], columns, film.width > 1 ? 1 : 0, into: wide[0])
                    tone.print(wide[0], tile, shift, into: printed)
                }
                shift = (shift + NoiseTile.side) % (NoiseTile.side * NoiseTile.side)
            }
        }
    }

    private func mix(
        _ upper: UnsafePointer<SIMD4<Float>>, _ lower: UnsafePointer<SIMD4<Float>>, _ b: Float, _ width: Int,
        into row: UnsafeMutablePointer<SIMD4<Float>>
    ) {
        for x in 0..<width { row[x] = upper[x] + (lower[x] - upper[x]) * b }
    }

    /// For each pixel of a row the film's pixel left of it, and how far it is from there to the next.
    private static func columns(_ width: Int, of filmWidth: Int, _ coarse: Float) -> [(left: Int, share: Float)] {
        (0..<width).map { x in
            let place = max(0, min(Float(filmWidth - 1), (Float(x) + 0.5) / coarse - 0.5))
            let left = min(Int(place), max(0, filmWidth - 2))
            return (left, place - Float(left))
        }
    }

    private func enlarge(
        _ row: UnsafePointer<SIMD4<Float>>, _ columns: [(left: Int, share: Float)], _ step: Int,
        into wide: UnsafeMutablePointer<SIMD4<Float>>
    ) {
        columns.withUnsafeBufferPointer { columns in
            for x in 0..<columns.count {
                let (left, share) = columns[x]
                let colour = row[left]
                wide[x] = colour + (row[left &+ step] - colour) * share
            }
        }
    }
}
