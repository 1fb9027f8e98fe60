/// What stands before each wheel: drawn once more, alone, and looked at.
struct Cover {
    /// One cause's opacity over each digit's core: the mean, from the left.
    struct Part {
        let cause: Truth.Cause
        /// Mean opacity over a digit's core.
        let opacity: [Double]
        /// Share of a digit's core that is covered for good (more than half opaque).
        let hidden: [Double]
    }

    let parts: [Part]
    /// What shadows leave of the brightness of each digit's core, of 1, from the left.
    let lit: [Double]

    /// Pixels that the window is high when covers are measured.
    private static let height = 40.0

    init(of scene: Scene, pens: Pens) {
        let cells = scene.meter.register.cells
        let scale = Cover.height / 100
        let view = scene.meter.window
        let canvas = Canvas(width: Int(view.width * scale) + 1, height: Int(Cover.height), transparent: true)
        canvas.look(at: view, scale: scale)
        var isClean = true
        var parts: [Part] = []
        var lit = [Double](repeating: 1, count: cells.count)
        for layer in scene.layers where layer.hides != nil || layer.shades {
            if !isClean { canvas.clear() }
            isClean = false
            layer.draw(on: canvas, with: pens)
            var opacity: [Double] = []
            var hidden: [Double] = []
            canvas.withPixels { pixels, stride in
                for cell in cells {
                    var sum = 0
                    var covered = 0
                    var count = 0
                    for y in Int(cell.top * scale)..<Int(cell.bottom * scale) {
                        for x in Int(cell.left * scale)..<min(stride, Int(cell.right * scale)) {
                            let alpha = Int(pixels[y * stride + x] >> 24)
                            sum += alpha
                            covered += alpha > 127 ? 1 : 0
                            count += 1
                        }
                    }
                    opacity.append(Double(sum) / 255 / Double(max(1, count)))
                    hidden.append(Double(covered) / Double(max(1, count)))
                }
            }
            if layer.shades {
                for place in cells.indices { lit[place] *= 1 - opacity[place] }
            } else if let cause = layer.hides, opacity.contains(where: { $0 > 0.02 }) {
                parts.append(Part(cause: cause, opacity: opacity, hidden: hidden))
            }
        }
        self.parts = parts
        self.lit = lit
    }
}

extension Meter.Register {
    /// The core of each digit's cell: where its ink is.
    var cells: [Box] {
        switch self {
        case .wheels(let look, _):
            (0..<look.wheels).map { wheel in
                let cell = look.cell(wheel)
                let side = cell.width * (look.gap / 2 + 0.12)
                let tall = min(48, look.digitHeight / 2)
                return Box(cell.left + side, 50 - tall, cell.right - side, 50 + tall)
            }
        case .display(let look, let reading):
            reading.digits.indices.map { place in
                let cell = look.cell(place)
                return Box(
                    cell.left + cell.width * 0.1, cell.top + 2, cell.right - cell.width * 0.1, cell.bottom - 2)
            }
        }
    }

    /// How many of the digits count for the index: the black ones.
    var indexDigits: Int {
        switch self {
        case .wheels(let look, _): look.blackWheels
        case .display(let look, let reading): min(reading.digits.count, look.digits - look.decimals)
        }
    }
}
