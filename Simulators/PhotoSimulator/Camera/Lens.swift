/// Gives the rows of a film as a lens and a hand blur them and the phone sharpens them; asked for in order.
struct Lens {
    private var film: Film
    private let shake: [(dx: Int, dy: Int)]
    private let soft: BlurKernel
    /// The same, softer: sharpening is what is taken away from it.
    private let softer: BlurKernel?
    private let strength: Float
    /// Rows that are blurred across already, by their number modulo the ring's length.
    private var ring: [[SIMD4<Float>]]
    private var softerRing: [[SIMD4<Float>]]
    private var next = 0
    private var scratch: [SIMD4<Float>]

    init(film: Film, camera: Camera) {
        self.film = film
        let unit = Double(film.coarseness)
        // Enlarging blurs a little by itself.
        let own = film.coarseness > 1 ? 0.45 : 0
        let deviation = max(0, (camera.blur / unit) * (camera.blur / unit) - own * own).squareRoot()
        let disc = camera.focus / unit
        soft = BlurKernel(deviation: deviation, disc: disc)
        strength = Float(camera.sharpening)
        let reach = camera.sharpeningRadius / unit
        softer =
            camera.sharpening > 0.05
            ? BlurKernel(deviation: (deviation * deviation + reach * reach).squareRoot(), disc: disc) : nil
        shake = Lens.shake(of: camera, coarseness: film.coarseness)
        let row = [SIMD4<Float>](repeating: .zero, count: film.width)
        // Both rings are loaded as far ahead as the wider of the two kernels reaches.
        let ahead = max(soft.radius, softer?.radius ?? 0) + 1
        ring = [[SIMD4<Float>]](repeating: row, count: soft.radius + ahead)
        softerRing = softer.map { [[SIMD4<Float>]](repeating: row, count: $0.radius + ahead) } ?? []
        scratch = row
    }

    /// The hand's places in pixels of the film.
    static func shake(of camera: Camera, coarseness: Int) -> [(dx: Int, dy: Int)] {
        let unit = Double(coarseness)
        return thinned(camera.shake.map { (Int(($0.x / unit).rounded()), Int(($0.y / unit).rounded())) })
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
        let reach = max(soft.radius, softer?.radius ?? 0)
        while next <= min(film.height - 1, y + reach) { load() }
        Lens.blurDown(ring, soft, y, film.height, strength: softer == nil ? 1 : 1 + strength, into: &row, adding: false)
        if let softer {
            Lens.blurDown(softerRing, softer, y, film.height, strength: -strength, into: &row, adding: true)
        }
    }

    /// Blurs the next row across, for both rings.
    private mutating func load() {
        var row = scratch
        scratch = []
        shaken(next, into: &row)
        scratch = row
        Lens.blurAcross(scratch, soft, into: &ring[next % ring.count])
        if let softer { Lens.blurAcross(scratch, softer, into: &softerRing[next % softerRing.count]) }
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

    private static func blurAcross(_ source: [SIMD4<Float>], _ kernel: BlurKernel, into row: inout [SIMD4<Float>]) {
        guard !kernel.isSharp else {
            source.withUnsafeBufferPointer { from in
                row.withUnsafeMutableBufferPointer { row in for x in 0..<row.count { row[x] = from[x] } }
            }
            return
        }
        let width = source.count
        let radius = kernel.radius
        source.withUnsafeBufferPointer { from in
            kernel.weights.withUnsafeBufferPointer { weights in
                row.withUnsafeMutableBufferPointer { row in
                    for x in 0..<width {
                        var sum = SIMD4<Float>.zero
                        if x >= radius, x + radius < width {
                            let start = x - radius
                            for tap in 0..<weights.count { sum += from[start &+ tap] * weights[tap] }
                        } else {
                            for tap in 0..<weights.count {
                                sum += from[max(0, min(width - 1, x + tap - radius))] * weights[tap]
                            }
                        }
                        row[x] = sum
                    }
                }
            }
        }
    }

    private static func blurDown(
        _ ring: [[SIMD4<Float>]], _ kernel: BlurKernel, _ y: Int, _ height: Int, strength: Float,
        into row: inout [SIMD4<Float>], adding: Bool
    ) {
        let width = row.count
        row.withUnsafeMutableBufferPointer { row in
            if !adding { for x in 0..<width { row[x] = .zero } }
            for (tap, weight) in kernel.weights.enumerated() {
                let line = max(0, min(height - 1, y + tap - kernel.radius))
                let share = weight * strength
                ring[line % ring.count].withUnsafeBufferPointer { from in
                    for x in 0..<width { row[x] += from[x] * share }
                }
            }
        }
    }
}
