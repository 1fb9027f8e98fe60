/// Gives the rows of a film as a lens and a hand blur them and the phone sharpens them; asked for in order.
struct Lens {
    private var film: Film
    private let shake: [(dx: Int, dy: Int)]
    private let kernel: BlurKernel
    /// Rows that are blurred across already, one after another, by their number modulo the ring's length.
    private var ring: [SIMD4<Float>]
    private let ringLength: Int
    private var next = 0
    private var scratch: [SIMD4<Float>]

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
        shake = Lens.shake(of: camera, coarseness: film.coarseness)
        let row = [SIMD4<Float>](repeating: .zero, count: film.width)
        ringLength = 2 * kernel.radius + 1
        ring = [SIMD4<Float>](repeating: .zero, count: ringLength * film.width)
        scratch = row
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

    /// Writes row `y`, after those before it.
    mutating func row(_ y: Int, into row: inout [SIMD4<Float>]) {
        while next <= min(film.height - 1, y + kernel.radius) { load() }
        blurDown(y, into: &row)
    }

    /// Blurs the next row across.
    private mutating func load() {
        var row = scratch
        scratch = []
        shaken(next, into: &row)
        scratch = row
        Lens.blurAcross(scratch, kernel, into: &ring, at: next % ringLength * film.width)
        next += 1
    }

    private mutating func shaken(_ y: Int, into row: inout [SIMD4<Float>]) {
        let (width, height) = (film.width, film.height)
        guard !shake.isEmpty else {
            film.expose(upTo: y)
            let from = film[y]
            row.withUnsafeMutableBufferPointer { row in
                from.withUnsafeBufferPointer { from in for x in 0..<width { row[x] = from[x] } }
            }
            return
        }
        film.expose(upTo: y + (shake.map(\.dy).max() ?? 0))
        row.withUnsafeMutableBufferPointer { row in
            for x in 0..<width { row[x] = .zero }
            for (dx, dy) in shake {
                film[max(0, min(height - 1, y + dy))].withUnsafeBufferPointer { from in
                    let first = min(width, max(0, -dx))
                    let last = max(first, min(width, width - dx))
                    for x in 0..<first { row[x] += from[0] }
                    for x in first..<last { row[x] += from[x &+ dx] }
                    for x in last..<width { row[x] += from[width - 1] }
                }
            }
            let share = 1 / Float(shake.count)
            for x in 0..<width { row[x] *= share }
        }
    }

    private static func blurAcross(
        _ source: [SIMD4<Float>], _ kernel: BlurKernel, into ring: inout [SIMD4<Float>], at start: Int
    ) {
        let width = source.count
        let radius = kernel.radius
        source.withUnsafeBufferPointer { from in
            kernel.weights.withUnsafeBufferPointer { weights in
                ring.withUnsafeMutableBufferPointer { ring in
                    func edge(_ x: Int) {
                        var sum = SIMD4<Float>.zero
                        for tap in 0..<weights.count {
                            sum += from[max(0, min(width - 1, x + tap - radius))] * weights[tap]
                        }
                        ring[start &+ x] = sum
                    }
                    let inner = min(radius, width)..<max(min(radius, width), width - radius)
                    for x in 0..<inner.lowerBound { edge(x) }
                    for x in inner {
                        // A kernel is the same to both sides.
                        var sum = from[x] * weights[radius]
                        for reach in 0..<radius {
                            sum += (from[x &- radius &+ reach] + from[x &+ radius &- reach]) * weights[reach]
                        }
                        ring[start &+ x] = sum
                    }
                    for x in inner.upperBound..<width { edge(x) }
                }
            }
        }
    }

    private func blurDown(_ y: Int, into row: inout [SIMD4<Float>]) {
        let (width, height, radius) = (film.width, film.height, kernel.radius)
        /// Where the row `y` + `offset` begins in the ring.
        func start(_ offset: Int) -> Int { max(0, min(height - 1, y + offset)) % ringLength * width }
        let pairs = (0..<radius).map { (upper: start($0 - radius), lower: start(radius - $0)) }
        let middle = start(0)
        row.withUnsafeMutableBufferPointer { row in
            ring.withUnsafeBufferPointer { ring in
                kernel.weights.withUnsafeBufferPointer { weights in
                    pairs.withUnsafeBufferPointer { pairs in
                        for x in 0..<width {
                            var sum = ring[middle &+ x] * weights[radius]
                            for reach in 0..<radius {
                                let (upper, lower) = pairs[reach]
                                sum += (ring[upper &+ x] + ring[lower &+ x]) * weights[reach]
                            }
                            row[x] = sum
                        }
                    }
                }
            }
        }
    }
}
