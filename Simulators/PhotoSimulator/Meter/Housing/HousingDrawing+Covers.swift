/// Housings that are known by the cover before their index.
extension HousingDrawing {
    func drawPlasticFrame(on canvas: Canvas) {
        drawBackBody(on: canvas)
        let radius = 40 + 40 * whims[6]
        canvas.shadow(of: head, radius: radius, reach: 40, alpha: 0.2)
        canvas.block(head, radius: radius, cover, depth: 26)
        // The bevel towards the plate.
        let bevel = plate.grown(by: min(16, (plate.left - head.left) * 0.6))
        canvas.rounded(bevel, radius: 34, cover.towardsDark(0.22))
        canvas.rounded(bevel.grown(by: -3), radius: 32, cover.towardsLight(0.4), alpha: 0.6, stroke: 4)
        canvas.rounded(plate.grown(by: 3), radius: 24, Colour(grey: 0.25))
        // Steps on top, where a module can be clipped on.
        if whims[3] < 0.5 {
            let x = head.left + head.width * (0.4 + 0.3 * whims[4])
            for step in 0..<3 {
                let wide = 110.0 - 30 * Double(step)
                let y = head.top - 8 - 18 * Double(step)
                canvas.block(Box(x: x - wide, y: y - 16, width: wide * 2, height: 18), radius: 3, cover, depth: 6)
            }
        }
        drawSeal(below: head, on: canvas)
    }

    func drawIndexCover(on canvas: Canvas) {
        drawBackBody(on: canvas)
        let cut = min(60, head.width * 0.06)
        func octagon(_ box: Box, _ cut: Double) -> [Point] {
            [
                Point(box.left + cut * 0.5, box.top), Point(box.right - cut * 0.5, box.top),
                Point(box.right, box.top + cut),
                Point(box.right - cut * 0.15, box.bottom - cut * 0.6), Point(box.right - cut * 0.7, box.bottom),
                Point(box.left + cut * 0.7, box.bottom), Point(box.left + cut * 0.15, box.bottom - cut * 0.6),
                Point(box.left, box.top + cut),
            ]
        }
        canvas.shadow(of: head, radius: 20, reach: 44, alpha: 0.2)
        canvas.polygon(octagon(head, cut), cover.towardsDark(0.2))
        canvas.polygon(octagon(head.grown(by: -5), cut), cover)
        let pane = plate.grown(by: min(18, (plate.left - head.left) * 0.5))
        canvas.polygon(
            [Point(head.left + cut, head.top + 9), Point(head.right - cut, head.top + 9)], Colour(grey: 1), alpha: 0.6,
            stroke: 8)
        canvas.fill(
            Box(head.left + cut, head.bottom - 14, head.right - cut, head.bottom - 2), Colour(grey: 0), alpha: 0.3)
        if isClear {
            canvas.rounded(pane, radius: 16, cover.towardsLight(0.35), alpha: 0.8, stroke: 6)
            canvas.rounded(pane.grown(by: -6), radius: 12, cover.towardsDark(0.35), alpha: 0.5, stroke: 3)
        }
        // The shaft in the side into which a pulser goes.
        if whims[7] < 0.35, plate.right + 20 < head.right {
            let shaft = Box(
                head.right - 10, head.top + head.height * 0.22, head.right + 74, head.bottom - head.height * 0.2)
            canvas.rounded(shaft, radius: 6, Colour(grey: 0.06))
            canvas.rounded(shaft, radius: 6, cover.towardsLight(0.2), alpha: 0.6, stroke: 5)
        }
        drawSeal(below: head, on: canvas)
    }

    func drawScrewedCover(on canvas: Canvas) {
        drawBackBody(on: canvas)
        let post = Box(x: head.centre.x - 24, y: head.bottom - 10, width: 48, height: body.bottom - head.bottom)
        drawTube(post, metal.towardsDark(0.35), on: canvas)
        canvas.shadow(of: head, radius: 24, reach: 40, alpha: 0.24)
        canvas.block(head, radius: 24, cover, depth: 20)
        canvas.rounded(head.grown(by: -10), radius: 18, Colour(grey: 1), alpha: 0.25, stroke: 5)
        let room = plate.left - head.left
        drawCornerScrews(
            of: head, inset: max(16, room * 0.45), radius: max(9, min(17, room * 0.3)), Colour(grey: 0.2), on: canvas)
        canvas.rounded(plate.grown(by: 4), radius: 10, cover.towardsDark(0.45))
    }

    func drawBag(on canvas: Canvas) {
        drawConnections(on: canvas)
        let top = head.bottom - 30
        drawPan(from: top, taper: 0.05 + 0.05 * whims[7], on: canvas)
        drawSeam(at: head.bottom - 4, height: 26, colour.towardsDark(0.15), on: canvas)
        // The gasket, dark, then the cover of clear resin.
        let gasket = Colour(0.3, 0.31, 0.27)
        let outer = head.grown(x: 16, y: 10)
        for side in [outer.left - 10, outer.right + 10] {
            canvas.rounded(Box(around: [Point(side, head.centre.y)]).grown(x: 26, y: 46), radius: 20, gasket)
            canvas.screw(Point(side, head.centre.y), 15, metal, slot: whims[3] * Turn.half)
        }
        canvas.block(outer, radius: 44, gasket, depth: 16)
        canvas.rounded(head, radius: 36, cover)
        canvas.rounded(head.grown(by: -4), radius: 34, Colour(grey: 1), alpha: 0.5, stroke: 5)
        canvas.rounded(plate.grown(by: 5), radius: 18, Colour(grey: 0), alpha: 0.3, stroke: 6)
        drawSeal(below: outer, on: canvas)
    }

    func drawCastBox(on canvas: Canvas) {
        drawConnections(on: canvas)
        canvas.block(body, radius: 18, colour.mixed(with: metal, 0.4), depth: 26)
        var y = head.bottom + 40
        while y < body.bottom - 20 {
            canvas.fill(Box(body.left + 26, y, body.right - 26, y + 10), Colour(grey: 0), alpha: 0.25)
            canvas.fill(Box(body.left + 26, y + 10, body.right - 26, y + 15), Colour(grey: 1), alpha: 0.25)
            y += 62
        }
        canvas.shadow(of: head, radius: 10, reach: 18, alpha: 0.24)
        canvas.block(head, radius: 10, cover.mixed(with: metal, 0.3), depth: 14)
        let room = plate.left - head.left
        drawCornerScrews(of: head, inset: max(12, room * 0.45), radius: max(8, min(18, room * 0.32)), metal, on: canvas)
        canvas.rounded(plate.grown(by: 4), radius: 4, Colour(grey: 0.2))
    }
}
