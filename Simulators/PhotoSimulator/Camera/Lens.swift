/// Gives the rows of a film as a lens and a hand blur them and the phone sharpens them; asked for in order.
struct Lens {
    private var film: Film
    private let shake: [(dx: Int, dy: Int)]
    private let kernel: BlurKernel
    /// The kernel's weights up to its middle, for all colours.
    private let weights: [SIMD4<Float>]
    /// Rows that are blurred across already.
    private let ring: LightRows
    private var next = 0
    /// A row of the film with as much of its last colour beyond each end as the kernel reaches.
    private let scratch: LightRows

    init(film: Film, camera: Camera) {
        self.film = film
        let unit = film.coarseness
        // Enlarging blurs a little by itself.
        let own = film.coarseness > 1 ? 0.45 : 0
        let deviation = max(0, (camera.blur / unit) * (camera.blur / unit) - own * own).squareRoot()
        let disc = camera.focus / unit
        let soft = BlurKernel(deviation: deviation, disc: disc)
        if camera.sharpening > 0.05 {
            // Sharpening adds what a softer picture lacks: along each axis by itself, as phones do it.
            let reach = camera.sharpeningRadius / unit
            let softer = BlurKernel(deviation: (deviation * deviation + reach * reach).squareRoot(), disc: disc)
            kernel = soft.sharpened(by: Float(camera.sharpening), against: softer)
        } else {
            kernel = soft
        }
        weights = kernel.weights[...kernel.radius].map { SIMD4(repeating: $0) }
        shake = Lens.shake(of: camera, coarseness: film.coarseness)
        ring = LightRows(count: 2 * kernel.radius + 1, width: film.width)
        scratch = LightRows(count: 1, width: film.width + 2 * kernel.radius)
    }

    /// The hand's places in pixels of the film.
    static func shake(of camera: Camera, coarseness unit: Double) -> [(dx: Int, dy: Int)] {
        thinned(camera.shake.map { (Int(($0.x / unit).rounded()), Int(($0.y / unit).rounded())) })
    }

    /// Leaves out what repeats the place before.
    private static func thinned(_ places: [(dx: Int, dy: Int)]) -> [(dx: Int, dy: Int)] {
        var kept: [(dx: Int, dy: Int)] = []
        for place in places where kept.last.map({ $0.dx != place.dx || $0.dy != place.dy }) ?? true {
            kept.append(place)
        }
        return kept.count < 2 ? [] : kept
    }

    /// Writes row `y`, after those before it, to a place as wide as the film.
    mutating func row(_ y: Int, into row: UnsafeMutablePointer<SIMD4<Float>>) {
        guard !kernel.isSharp else {
            shaken(y, into: row)
            return
        }
        while next <= min(film.height - 1, y + kernel.radius) { load() }
        blurDown(y, into: row)
    }

    /// Blurs the next row across.
    private mutating func load() {
        let (width, radius) = (film.width, kernel.radius)
        let padded = scratch[0]
        let row = padded + radius
        shaken(next, into: row)
        for x in 0..<radius {
            padded[x] = row[0]
            row[width + x] = row[width - 1]
        }
        blurAcross(padded, into: ring[next])
        next += 1
    }

    private mutating func shaken(_ y: Int, into row: UnsafeMutablePointer<SIMD4<Float>>) {
        let (width, height) = (film.width, film.height)
        guard !shake.isEmpty else {
            film.expose(y, into: row)
            return
        }
        film.expose(upTo: y + (shake.map(\.dy).max() ?? 0))
        for x in 0..<width { row[x] = .zero }
        for (dx, dy) in shake {
            let from = film[max(0, min(height - 1, y + dy))]
            let first = min(width, max(0, -dx))
            let last = max(first, min(width, width - dx))
            for x in 0..<first { row[x] += from[0] }
            for x in first..<last { row[x] += from[x &+ dx] }
            for x in last..<width { row[x] += from[width - 1] }
        }
        let share = 1 / Float(shake.count)
        for x in 0..<width { row[x] *= share }
    }

    private func blurAcross(_ padded: UnsafePointer<SIMD4<Float>>, into row: UnsafeMutablePointer<SIMD4<Float>>) {
        let (width, radius) = (film.width, kernel.radius)
        weights.withUnsafeBufferPointer { weights in
            let middle = weights[radius]
            var x = 0
            // Four pixels for each look at a weight.
            while x &+ 4 <= width {
                let left = padded + x
                let right = left + 2 * radius
                var (a, b, c, d) = (
                    left[radius] * middle, left[radius &+ 1] * middle, left[radius &+ 2] * middle,
                    left[radius &+ 3] * middle
                )
                for reach in 0..<radius {
                    let weight = weights[reach]
                    let (from, to) = (left + reach, right - reach)
                    // A kernel is the same to both sides.
                    a += (from[0] + to[0]) * weight
                    b += (from[1] + to[1]) * weight
                    c += (from[2] + to[2]) * weight
                    d += (from[3] + to[3]) * weight
                }
                (row[x], row[x &+ 1], row[x &+ 2], row[x &+ 3]) = (a, b, c, d)
                x &+= 4
            }
            while x < width {
                var sum = padded[x &+ radius] * middle
                for reach in 0..<radius {
                    sum += (padded[x &+ reach] + padded[x &+ 2 &* radius &- reach]) * weights[reach]
                }
                row[x] = sum
                x &+= 1
            }
        }
    }

    private func blurDown(_ y: Int, into row: UnsafeMutablePointer<SIMD4<Float>>) {
        let (width, height, radius) = (film.width, film.height, kernel.radius)
        func line(_ offset: Int) -> UnsafePointer<SIMD4<Float>> {
            UnsafePointer(ring[max(0, min(height - 1, y + offset))])
        }
        let middle = line(0)
        for x in 0..<width { row[x] = middle[x] * weights[radius] }
        weights.withUnsafeBufferPointer { weights in
            // Two pairs of rows at a time: fewer ways to and from memory.
            var reach = 0
            while reach < radius {
                let (upper, lower, weight) = (line(reach - radius), line(radius - reach), weights[reach])
                if reach + 1 < radius {
                    let (above, below, next) = (line(reach + 1 - radius), line(radius - reach - 1), weights[reach + 1])
                    for x in 0..<width { row[x] += (upper[x] + lower[x]) * weight + (above[x] + below[x]) * next }
                } else {
                    for x in 0..<width { row[x] += (upper[x] + lower[x]) * weight }
                }
                reach += 2
            }
        }
    }
}
