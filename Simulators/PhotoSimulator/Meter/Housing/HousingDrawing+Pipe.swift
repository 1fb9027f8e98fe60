/// Meters that are a piece of the pipe: rotary pistons and turbines.
extension HousingDrawing {
    /// A flange seen from its edge: upright between two pipes that lie, or lying.
    private func drawFlange(_ box: Box, lying: Bool, on canvas: Canvas) {
        guard canvas.sees(box.grown(by: 20)) else { return }
        drawTube(box, colour.towardsDark(0.05), lying: !lying, on: canvas)
        let length = lying ? box.width : box.height
        var at = length * 0.1
        while at < length {
            let bolt =
                lying
                ? Box(x: box.left + at - 22, y: box.top - 18, width: 44, height: box.height + 36)
                : Box(x: box.left - 18, y: box.top + at - 22, width: box.width + 36, height: 44)
            drawTube(bolt, metal.towardsDark(0.25), lying: !lying, on: canvas)
            at += length * 0.267
        }
    }

    func drawRotary(on canvas: Canvas) {
        let neck = Box(
            body.centre.x - body.width * 0.22, body.top - 260, body.centre.x + body.width * 0.22, body.bottom + 260)
        drawTube(neck, colour.towardsDark(0.1), on: canvas)
        drawFlange(Box(neck.left - 90, body.top - 90, neck.right + 90, body.top - 20), lying: true, on: canvas)
        drawFlange(Box(neck.left - 90, body.bottom + 20, neck.right + 90, body.bottom + 90), lying: true, on: canvas)
        canvas.block(body, radius: min(body.width, body.height) * 0.3, colour, depth: 120)
        // The covers of the gears at both ends.
        for (side, inner) in [(body.left, body.left + body.width * 0.13), (body.right, body.right - body.width * 0.13)]
        {
            let end = Box(min(side, inner), body.top + 30, max(side, inner), body.bottom - 30)
            canvas.block(end, radius: 40, colour.towardsDark(0.12), depth: 34)
            canvas.fill(Box(inner - 4, body.top + 30, inner + 4, body.bottom - 30), Colour(grey: 0), alpha: 0.35)
        }
        guard let disc else {
            canvas.shadow(of: head, radius: 20, reach: 40, alpha: 0.2)
            canvas.block(head, radius: 20, cover.mixed(with: metal, 0.25), depth: 24)
            let room = plate.left - head.left
            drawCornerScrews(
                of: head, inset: max(12, room * 0.45), radius: max(8, min(16, room * 0.3)), metal, on: canvas)
            canvas.rounded(plate.grown(by: 5), radius: 8, Colour(grey: 0.15))
            return
        }
        let mount = Box(around: [disc.centre]).grown(by: disc.radius + 60)
        canvas.block(mount, radius: 60, cover, depth: 40)
        drawCornerScrews(of: mount, inset: 44, radius: 18, metal, on: canvas)
        drawRoundBezel(disc, on: canvas)
    }

    func drawTurbine(on canvas: Canvas) {
        let axis = (head.bottom + body.bottom) / 2
        let thick = max(120, (body.bottom - head.bottom) * 0.7)
        let pipe = Box(body.left - 2000, axis - thick * 0.42, body.right + 2000, axis + thick * 0.42)
        drawTube(pipe, colour.towardsDark(0.15), lying: true, on: canvas)
        drawTube(
            Box(body.left + 60, axis - thick * 0.5, body.right - 60, axis + thick * 0.5), colour, lying: true,
            on: canvas)
        for x in [body.left, body.right - 64] {
            drawFlange(Box(x, axis - thick * 0.72, x + 64, axis + thick * 0.72), lying: false, on: canvas)
        }
        let neck = Box(
            head.centre.x - head.width * 0.2, head.bottom - 60, head.centre.x + head.width * 0.2, axis - thick * 0.4)
        drawTube(neck, cover.towardsDark(0.1), on: canvas)
        guard let disc else {
            canvas.block(head, radius: 34, cover, depth: 34)
            canvas.rounded(plate.grown(by: 8), radius: 16, Colour(grey: 0.14))
            return
        }
        drawRoundBezel(disc, on: canvas)
    }

    /// The ring that holds a round glass, with light on its upper left.
    private func drawRoundBezel(_ disc: (centre: Point, radius: Double), on canvas: Canvas) {
        let broad = max(20, (head.width / 2 - disc.radius))
        canvas.circle(
            Point(disc.centre.x, disc.centre.y + broad * 0.3), disc.radius + broad * 1.06, Colour(grey: 0), alpha: 0.3)
        canvas.circle(disc.centre, disc.radius + broad, cover.towardsDark(0.12))
        for (share, tone) in [(0.85, 0.3), (0.62, 0.5), (0.4, 0.2)] {
            canvas.arc(
                disc.centre, disc.radius + broad * share, from: Turn.half * 0.95, to: Turn.half * 1.75,
                cover.towardsLight(tone),
                stroke: broad * 0.22)
        }
        canvas.arc(
            disc.centre, disc.radius + broad * 0.7, from: -0.2, to: Turn.half * 0.8, cover.towardsDark(0.4),
            stroke: broad * 0.3, alpha: 0.6)
        canvas.circle(disc.centre, disc.radius + 5, Colour(grey: 0.1))
        if sealed {
            let (sine, cosine) = Turn.sineAndCosine(whims[3] * Turn.full)
            let reach = disc.radius + broad * 0.5
            canvas.screw(
                Point(disc.centre.x + cosine * reach, disc.centre.y + sine * reach), min(20, broad * 0.35), metal,
                slot: 0.6)
        }
    }
}
