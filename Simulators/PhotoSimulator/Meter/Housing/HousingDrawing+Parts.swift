/// Parts that several housings share.
extension HousingDrawing {
    /// The nuts and collars by which the meter hangs on its pipes.
    func drawConnections(on canvas: Canvas) {
        let broad = min(150, body.width * 0.11)
        for place in connections {
            let stub = Box(place.x - broad * 0.4, place.y - broad * 1.8, place.x + broad * 0.4, place.y + 20)
            guard canvas.sees(stub.grown(by: broad)) else { continue }
            drawTube(stub, metal.towardsDark(0.15), on: canvas)
            let nut = Box(place.x - broad * 0.62, place.y - broad * 0.95, place.x + broad * 0.62, place.y - broad * 0.2)
            drawTube(nut, whims[0] < 0.4 ? Colour(0.66, 0.55, 0.32) : metal, on: canvas)
            for edge in [0.28, 0.72] {
                canvas.fill(
                    Box(x: nut.left + nut.width * edge, y: nut.top, width: 3, height: nut.height), Colour(grey: 0),
                    alpha: 0.3)
            }
            drawTube(
                Box(place.x - broad * 0.75, place.y - broad * 0.2, place.x + broad * 0.75, place.y + 12), colour,
                on: canvas)
        }
    }

    /// A round bar seen from the side, upright unless it lies.
    func drawTube(_ box: Box, _ colour: Colour, lying: Bool = false, on canvas: Canvas) {
        canvas.shaded(
            box,
            [
                (0, colour.towardsDark(0.55), 1), (0.22, colour.towardsLight(0.1), 1),
                (0.36, colour.towardsLight(0.4), 1),
                (0.7, colour.towardsDark(0.15), 1), (1, colour.towardsDark(0.6), 1),
            ], horizontal: !lying)
    }

    /// The lower half of a pressed housing: a pan that narrows.
    func drawPan(from top: Double, taper: Double, on canvas: Canvas) {
        let (left, right, bottom) = (body.left + 14, body.right - 14, body.bottom)
        let inset = body.width * taper
        let round = min(160, (bottom - top) * 0.35)
        guard canvas.sees(Box(left, top, right, bottom)) else { return }
        let outline = [
            Point(left, top), Point(right, top), Point(right - inset * 0.75, bottom - round),
            Point(right - inset - round * 0.35, bottom - round * 0.25), Point(right - inset - round, bottom),
            Point(left + inset + round, bottom), Point(left + inset + round * 0.35, bottom - round * 0.25),
            Point(left + inset * 0.75, bottom - round),
        ]
        canvas.polygon(outline, colour.towardsDark(0.06))
        canvas.scoped {
            canvas.clip(to: outline)
            let black = Colour(grey: 0)
            let edge = min(120, body.width * 0.08)
            canvas.shaded(
                Box(left, top, left + edge + inset, bottom), [(0, black, 0.4), (1, black, 0)], horizontal: true)
            canvas.shaded(
                Box(right - edge - inset, top, right, bottom), [(0, black, 0), (1, black, 0.45)], horizontal: true)
            canvas.shaded(Box(left, bottom - round, right, bottom), [(0, black, 0), (1, black, 0.4)])
            canvas.shaded(Box(left, top, right, top + 50), [(0, black, 0.4), (1, black, 0)])
        }
        guard whims[1] < 0.45 else { return }
        // Two arrows chasing each other, pressed into the sheet.
        let centre = Point(body.centre.x, (top + bottom) / 2 + 10)
        let radius = min(body.width * 0.15, (bottom - top) * 0.26)
        for turn in [0.3, 3.44] {
            canvas.arc(centre, radius, from: turn, to: turn + 2.3, colour.towardsDark(0.25), stroke: 14)
            canvas.arc(
                Point(centre.x, centre.y + 5), radius, from: turn, to: turn + 2.3, colour.towardsLight(0.3), stroke: 6)
            let (sine, cosine) = Turn.sineAndCosine(turn + 2.3)
            let tip = Point(centre.x + cosine * radius, centre.y + sine * radius)
            canvas.circle(tip, 14, colour.towardsDark(0.2))
        }
    }

    /// The seam where two halves meet, standing out at both sides.
    func drawSeam(at y: Double, height: Double, _ colour: Colour, on canvas: Canvas) {
        let box = Box(body.left - height * 0.6, y, body.right + height * 0.6, y + height)
        guard canvas.sees(box.grown(by: 30)) else { return }
        canvas.shaded(
            Box(box.left + 30, box.bottom, box.right - 30, box.bottom + height * 0.8),
            [(0, Colour(grey: 0), 0.5), (1, Colour(grey: 0), 0)])
        canvas.rounded(box, radius: height * 0.45, colour)
        canvas.fill(Box(box.left + 8, y + height * 0.12, box.right - 8, y + height * 0.34), colour.towardsLight(0.45))
        canvas.fill(Box(box.left + 8, y + height * 0.78, box.right - 8, y + height), colour.towardsDark(0.45))
    }

    /// A small tag or a sealed screw below the index box.
    func drawSeal(below box: Box, on canvas: Canvas) {
        guard sealed else { return }
        let x = box.left + box.width * (0.34 + 0.32 * whims[2])
        if whims[3] < 0.55 {
            let tag = Box(x: x - 62, y: box.bottom - 8, width: 124, height: 40)
            canvas.rounded(tag, radius: 3, Colour(0.52, 0.47, 0.46))
            canvas.rounded(tag.grown(by: -6), radius: 2, Colour(0.3, 0.26, 0.26), stroke: 4)
            canvas.fill(Box(tag.left, tag.bottom - 3, tag.right, tag.bottom + 3), Colour(grey: 0), alpha: 0.4)
        } else {
            let lug = Box(x: x - 30, y: box.bottom - 12, width: 60, height: 58)
            canvas.block(lug, radius: 6, cover.towardsDark(0.12), depth: 12)
            canvas.screw(Point(x, lug.centre.y + 4), 15, Colour(0.45, 0.42, 0.38), slot: whims[4] < 0.5 ? 0.8 : nil)
        }
    }

    func drawCornerScrews(of box: Box, inset: Double, radius: Double, _ colour: Colour, on canvas: Canvas) {
        for (place, corner) in box.grown(by: -inset).corners.enumerated() {
            canvas.circle(corner, radius * 1.5, Colour(grey: 0), alpha: 0.45)
            canvas.screw(corner, radius, colour, slot: whims[(place + 3) % 8] * Turn.half)
        }
    }
}
