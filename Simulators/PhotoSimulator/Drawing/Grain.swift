import CCairo

/// A tile of irregular cover, 256 by 256, that repeats without a seam: what plaster, rust, dust and scuffed paint are made of.
final class Grain {
    /// How a grain looks.
    enum Kind: Int, CaseIterable {
        /// Soft clouds of many sizes.
        case clouds
        /// Fine even grit.
        case grit
        /// Clouds cut hard: patches with bays, as rust and peeling paint have.
        case patches
        /// Long faint strokes from left to right: brushed metal, wood.
        case brushed
    }

    let surface: OpaquePointer
    static let side = 256

    init(_ kind: Kind) {
        surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(Grain.side), Int32(Grain.side))
        let values = Grain.values(kind)
        let stride = Int(cairo_image_surface_get_stride(surface))
        cairo_surface_flush(surface)
        if let data = cairo_image_surface_get_data(surface) {
            for y in 0..<Grain.side {
                for x in 0..<Grain.side {
                    data[y * stride + x] = UInt8(max(0, min(255, values[y * Grain.side + x] * 255)))
                }
            }
        }
        cairo_surface_mark_dirty(surface)
    }

    deinit { cairo_surface_destroy(surface) }

    /// Its cover, a byte a cell, row by row.
    func withBytes(_ body: (UnsafePointer<UInt8>) -> Void) {
        guard let data = cairo_image_surface_get_data(surface) else { return }
        body(data)
    }

    private static func values(_ kind: Kind) -> [Float] {
        var random = SeededRandom(seed: 0x6772_6169, stream: UInt64(kind.rawValue))
        var sum = [Float](repeating: 0, count: side * side)
        // Octaves of value noise; a brushed grain is coarse across and fine down.
        let octaves: [(cell: Int, weight: Float)] =
            switch kind {
            case .clouds, .patches: [(64, 0.45), (32, 0.25), (16, 0.15), (8, 0.1), (4, 0.05)]
            case .grit: [(4, 0.25), (2, 0.35), (1, 0.4)]
            case .brushed: [(2, 0.5), (1, 0.5)]
            }
        for (cell, weight) in octaves {
            let across = kind == .brushed ? 64 : cell
            add(&sum, cell: cell, across: across, weight: weight, &random)
        }
        return sum.map { value in
            switch kind {
            case .clouds: max(0, min(1, (value - 0.3) * 2.2))
            case .grit: max(0, min(1, (value - 0.45) * 3))
            case .patches: max(0, min(1, (value - 0.52) * 12))
            case .brushed: max(0, min(1, (value - 0.3) * 1.8))
            }
        }
    }

    private static func add(
        _ sum: inout [Float], cell: Int, across: Int, weight: Float, _ random: inout SeededRandom
    ) {
        let rows = side / cell
        let columns = side / across
        let lattice = (0..<rows * columns).map { _ in Float(random.unit()) }
        for y in 0..<side {
            let (row, b) = (y / cell, smooth(Float(y % cell) / Float(cell)))
            for x in 0..<side {
                let (column, a) = (x / across, smooth(Float(x % across) / Float(across)))
                func at(_ r: Int, _ c: Int) -> Float { lattice[(r % rows) * columns + c % columns] }
                let top = at(row, column) + (at(row, column + 1) - at(row, column)) * a
                let low = at(row + 1, column) + (at(row + 1, column + 1) - at(row + 1, column)) * a
                sum[y * side + x] += (top + (low - top) * b) * weight
            }
        }
    }

    private static func smooth(_ x: Float) -> Float { x * x * (3 - 2 * x) }
}
