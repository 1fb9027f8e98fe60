/// Cases with electronics: prepaid meters and volume correctors.
extension HousingDrawing {
    func drawPrepaid(on canvas: Canvas) {
        if form == .prepaidTall {
            drawConnections(on: canvas)
            canvas.block(body, radius: 60, cover, depth: 60)
            canvas.rounded(body.grown(by: -22), radius: 46, cover.towardsDark(0.3), stroke: 4)
        } else {
            drawBackBody(on: canvas)
            let face = Box(
                head.left - 20, head.top - 30, head.right + 20, min(body.bottom - 60, head.bottom + head.width * 0.25))
            canvas.shadow(of: face, radius: 70, reach: 44, alpha: 0.2)
            canvas.block(face, radius: 70, cover, depth: 44)
            canvas.rounded(
                Box(face.left + 14, head.bottom + 14, face.right - 14, face.bottom - 14), radius: 50,
                whims[4] < 0.5 ? Colour(0.18, 0.3, 0.5) : cover.towardsDark(0.2))
        }
        canvas.rounded(plate.grown(by: 5), radius: 26, cover.towardsDark(0.35), stroke: 5)
        drawSeal(below: head, on: canvas)
    }

    func drawCorrector(on canvas: Canvas) {
        let isCast = form == .correctorCast
        drawGlands(on: canvas)
        for x in [body.left + body.width * 0.18, body.right - body.width * 0.18] {
            for (y, height) in [(body.top - 40, 60.0), (body.bottom - 20, 60.0)] {
                canvas.block(
                    Box(x: x - 34, y: y, width: 68, height: height), radius: 14, colour.towardsDark(0.1), depth: 14)
            }
        }
        canvas.block(body, radius: isCast ? 30 : 22, colour, depth: isCast ? 44 : 24)
        let lid = Box(body.left + 22, body.top + 22, body.right - 22, body.bottom - 22)
        canvas.rounded(lid.grown(by: 3), radius: 22, Colour(grey: 0), alpha: 0.35, stroke: 7)
        if isCast {
            drawCornerScrews(of: lid, inset: 26, radius: 17, metal, on: canvas)
            canvas.rounded(plate.grown(by: 6), radius: 12, Colour(grey: 0), alpha: 0.3, stroke: 6)
        } else {
            // A door of clear plastic with its hinges at the left and latches at the right.
            canvas.rounded(lid, radius: 20, colour.towardsLight(0.3))
            canvas.rounded(lid.grown(by: -8), radius: 16, Colour(grey: 1), alpha: 0.6, stroke: 6)
            for y in [lid.top + lid.height * 0.25, lid.bottom - lid.height * 0.25] {
                canvas.block(
                    Box(x: lid.left - 14, y: y - 30, width: 26, height: 60), radius: 5, colour.towardsDark(0.2),
                    depth: 8)
                canvas.block(
                    Box(x: lid.right - 10, y: y - 22, width: 34, height: 44), radius: 5, colour.towardsDark(0.3),
                    depth: 8)
            }
        }
    }

    /// Cable glands below the case, some with a cable.
    private func drawGlands(on canvas: Canvas) {
        let count = 2 + Int(whims[5] * 3)
        let step = body.width / Double(count + 1)
        for place in 1...count {
            let x = body.left + step * Double(place)
            let gland = Box(x - 36, body.bottom - 10, x + 36, body.bottom + 52)
            if whims[place] < 0.7 {
                let sway = (whims[place] - 0.35) * 260
                canvas.curve(
                    [
                        Point(x, body.bottom), Point(x + sway * 0.1, body.bottom + 220),
                        Point(x + sway, body.bottom + 700),
                        Point(x + sway * 1.6, body.bottom + 2600),
                    ], Colour(grey: 0.12), stroke: 30)
            }
            drawTube(gland, Colour(grey: whims[6] < 0.5 ? 0.2 : 0.6), on: canvas)
            drawTube(
                Box(x - 26, gland.bottom, x + 26, gland.bottom + 40), Colour(grey: whims[6] < 0.5 ? 0.15 : 0.5),
                on: canvas)
        }
    }
}
