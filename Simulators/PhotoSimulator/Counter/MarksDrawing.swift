/// Draws the marks between and beside the wheels.
struct MarksDrawing {
    let look: CounterLook

    func draw(on canvas: Canvas) {
        let white = Colour(grey: 0.93)
        let ink = Colour(grey: 0.07)
        let border = look.left(of: look.blackWheels) - look.split / 2
        if look.redWheels > 0 {
            if look.marks.separator, look.mask == nil {
                canvas.fill(Box(border - 3, -look.frame - 10, border + 3, 110 + look.frame), white)
            }
            if look.colouring == .redFrame {
                canvas.fill(Box(border - 4, -8, border + 4, 108), Colour(0.8, 0.08, 0.1))
            }
            if look.marks.pointer {
                canvas.polygon([Point(border - 9, -14), Point(border + 9, -14), Point(border, 12)], white)
            }
            if look.marks.comma, look.mask == nil {
                let low = 100 + max(9, look.frame)
                canvas.circle(Point(border, low), 7, ink)
                canvas.polygon([Point(border + 7, low), Point(border - 6, 128), Point(border - 2, 100)], ink)
            }
        }
        if look.marks.fishTail, look.mask == nil {
            let x = look.width + look.frame
            canvas.fill(Box(x - 1, -look.frame, x + 45, 100 + look.frame), ink)
            canvas.polygon([Point(x + 48, 8), Point(x + 8, 50), Point(x + 48, 92)], Colour(grey: 0.93))
        }
    }
}
