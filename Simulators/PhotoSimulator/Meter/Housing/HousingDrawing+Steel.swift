/// Housings of pressed steel: two halves, a seam, a box for the index.
extension HousingDrawing {
    /// Where the halves meet.
    private var seam: Double { head.bottom + 26 + 60 * whims[5] }

    private func drawUpperHalf(radius: Double, on canvas: Canvas) {
        drawConnections(on: canvas)
        canvas.block(Box(body.left, body.top, body.right, seam + radius), radius: radius, colour, depth: 90)
    }

    /// The box or frame that holds the plate, in one piece with the housing or set on it.
    private func drawIndexBox(radius: Double, depth: Double, on canvas: Canvas) {
        canvas.shadow(of: head, radius: radius, reach: 34, alpha: 0.22)
        canvas.block(head, radius: radius, cover, depth: depth)
    }

    func drawPressedSteel(on canvas: Canvas) {
        drawUpperHalf(radius: 70 + 60 * whims[6], on: canvas)
        drawPan(from: seam, taper: 0.02 + 0.07 * whims[7], on: canvas)
        drawSeam(at: seam, height: 24, colour.towardsDark(0.08), on: canvas)
        drawIndexBox(radius: 22, depth: 26, on: canvas)
        canvas.rounded(plate.grown(by: 6), radius: 12, cover.towardsDark(0.45))
        drawSeal(below: head, on: canvas)
    }

    func drawBelted(on canvas: Canvas) {
        drawUpperHalf(radius: 60, on: canvas)
        drawPan(from: seam, taper: 0.02, on: canvas)
        let height = 60 + 50 * whims[6]
        drawSeam(at: seam, height: height, colour, on: canvas)
        for ridge in [0.3, 0.55] {
            canvas.fill(
                Box(x: body.left, y: seam + height * ridge, width: body.width, height: height * 0.07), Colour(grey: 0),
                alpha: 0.3)
        }
        // The index sits behind a cut-out, not in a box of its own.
        canvas.rounded(head, radius: 12, colour.towardsDark(0.1), stroke: 8)
        canvas.rounded(plate.grown(by: 5), radius: 8, colour.towardsDark(0.5))
        canvas.fill(Box(plate.left, plate.bottom + 6, plate.right, plate.bottom + 12), colour.towardsLight(0.4))
        drawSeal(below: Box(plate.left, plate.top, plate.right, seam + height * 0.4), on: canvas)
    }

    func drawTallRounded(on canvas: Canvas) {
        drawConnections(on: canvas)
        canvas.block(body, radius: 110 + 70 * whims[6], colour, depth: 110)
        if whims[7] < 0.5 { drawSeam(at: head.bottom + 60, height: 22, colour.towardsDark(0.05), on: canvas) }
        canvas.shadow(of: head, radius: 26, reach: 22, alpha: 0.16)
        canvas.block(head, radius: 26, cover, depth: 18, relief: 0.8)
        drawSeal(below: head, on: canvas)
    }

    func drawMetalBezel(on canvas: Canvas) {
        drawConnections(on: canvas)
        let shoulder = min(160, (seam - body.top) * 0.4)
        let arch = [
            Point(body.left, seam), Point(body.left + 4, body.top + shoulder),
            Point(body.left + shoulder * 0.4, body.top + shoulder * 0.45),
            Point(body.left + body.width * 0.28, body.top + 12), Point(body.centre.x, body.top),
            Point(body.left + body.width * 0.72, body.top + 12),
            Point(body.right - shoulder * 0.4, body.top + shoulder * 0.45), Point(body.right - 4, body.top + shoulder),
            Point(body.right, seam),
        ]
        canvas.curve(arch, colour)
        canvas.curve(Array(arch.dropFirst().dropLast()), colour.towardsLight(0.35), alpha: 0.7, stroke: 16)
        drawPan(from: seam, taper: 0.015, on: canvas)
        drawSeam(at: seam, height: 30, colour.towardsDark(0.12), on: canvas)
        let ring = plate.grown(by: min(34, plate.left - head.left))
        canvas.rounded(ring.grown(by: 18), radius: 44, colour.towardsDark(0.16))
        canvas.rounded(ring.grown(by: 14), radius: 40, colour.towardsLight(0.12), stroke: 8)
        canvas.block(ring, radius: 30, metal.towardsLight(0.35), depth: 14)
        canvas.rounded(plate.grown(by: 9), radius: 14, Colour(grey: 0.16))
        drawSeal(below: ring, on: canvas)
    }

    func drawIndustrial(on canvas: Canvas) {
        drawConnections(on: canvas)
        canvas.block(body, radius: 40, colour, depth: 130)
        let middle = head.bottom + 80
        drawSeam(at: middle, height: 54, colour.towardsDark(0.05), on: canvas)
        drawSeam(at: middle + 58, height: 54, colour.towardsDark(0.1), on: canvas)
        var x = body.left + 20
        while x < body.right {
            canvas.screw(Point(x, middle + 56), 24, metal.towardsDark(0.2), slot: nil)
            x += 170
        }
        canvas.shadow(of: head, radius: 14, reach: 40, alpha: 0.22)
        canvas.block(head, radius: 14, cover, depth: 24)
        drawCornerScrews(of: head, inset: max(14, (plate.left - head.left) * 0.5), radius: 11, metal, on: canvas)
    }

    func drawCompact(on canvas: Canvas) {
        drawConnections(on: canvas)
        canvas.block(body, radius: 46, colour, depth: 44)
        canvas.rounded(head, radius: 20, colour.towardsDark(0.3), stroke: 5)
        drawSeam(at: head.bottom + 40, height: 14, colour.towardsDark(0.1), on: canvas)
        drawSeal(below: head, on: canvas)
    }

    /// The body behind an index cover that is drawn on its own.
    func drawBackBody(on canvas: Canvas) {
        drawUpperHalf(radius: 60, on: canvas)
        drawPan(from: seam, taper: 0.05, on: canvas)
        drawSeam(at: seam, height: 26, colour.towardsDark(0.1), on: canvas)
    }
}
