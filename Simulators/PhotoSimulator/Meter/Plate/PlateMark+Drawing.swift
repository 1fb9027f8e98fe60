extension PlateMark {
    /// Prints one mark in a plate's ink.
    func draw(on canvas: Canvas, plain: FontFace, name: FontFace, numerals: FontFace, _ paint: Paint, _ alpha: Double) {
        switch self {
        case .text(let text, let at, let style, let room):
            let face =
                switch style.face {
                case .plain: plain
                case .name: name
                case .serial: numerals
                }
            // Fill and outline of a bold letter would add up if they were drawn with opacity; its ink pales instead.
            let ink = paint.plate.mixed(with: paint.ink, alpha * style.alpha)
            canvas.print(text, face, at: at, style, room: room, ink)
        case .rule(let from, let to, let width): canvas.polygon([from, to], paint.ink, alpha: alpha, stroke: width)
        case .frame(let box, let radius, let width):
            canvas.rounded(box, radius: radius, paint.ink, alpha: alpha, stroke: width)
        case .disc(let centre, let radius, let width):
            canvas.circle(centre, radius, paint.ink, alpha: alpha, stroke: width)
        case .badge(let text, let box):
            canvas.fill(box, paint.ink, alpha: alpha)
            canvas.print(
                text, name, at: box.centre, Style(height: box.height * 0.5, anchor: 0.5), room: box.width * 0.85,
                paint.plate)
        case .sign(let kind, let box): drawSign(kind, box, on: canvas, paint.ink, alpha)
        case .arrow(let box):
            let (y, head) = (box.centre.y, box.height / 2)
            canvas.fill(Box(box.left, y - head * 0.25, box.right - head, y + head * 0.25), paint.ink, alpha: alpha)
            canvas.polygon(
                [
                    Point(box.right - head * 1.4, box.top), Point(box.right, y),
                    Point(box.right - head * 1.4, box.bottom),
                ], paint.ink,
                alpha: alpha)
        }
    }

    private func drawSign(_ kind: Int, _ box: Box, on canvas: Canvas, _ ink: Colour, _ alpha: Double) {
        let centre = box.centre
        switch kind {
        case 0:
            canvas.polygon(
                [
                    Point(box.left, centre.y), Point(centre.x, box.top), Point(box.right, centre.y),
                    Point(centre.x, box.bottom),
                ],
                ink, alpha: alpha)
            canvas.fill(
                Box(around: [centre]).grown(x: box.width * 0.2, y: box.height * 0.1), Colour(grey: 0.9), alpha: 0.8)
        case 1:
            let radius = min(box.width, box.height) / 2
            for turn in [0.4, 3.54] {
                canvas.arc(centre, radius * 0.85, from: turn, to: turn + 2.6, ink, stroke: radius * 0.18, alpha: alpha)
            }
            canvas.fill(Box(around: [centre]).grown(x: radius * 0.6, y: radius * 0.09), ink, alpha: alpha)
        default:
            for bar in 0..<3 {
                canvas.arc(
                    Point(box.left, box.bottom), box.width * (0.4 + 0.28 * Double(bar)), from: Turn.half * 1.5,
                    to: Turn.full, ink,
                    stroke: box.width * 0.11, alpha: alpha)
            }
        }
    }
}
