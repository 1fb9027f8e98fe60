/// The mask round the wheels, with what stands on it: the border to the red wheels, the comma, the tail.
struct CounterMaskLayer: FaceLayer {
    /// ``CounterMask`` is a part of the counter's look, for the plate keeps clear of it.
    static let parameters: [Parameter] = []
    private let look: CounterLook
    private let mask: CounterMask

    init?(_ meter: Meter, _ dice: inout Dice) {
        guard case .wheels(let look, _) = meter.register, let mask = look.mask else { return nil }
        self.look = look
        self.mask = mask
    }

    /// Where the red part begins.
    private var border: Double {
        look.redWheels > 0 ? look.left(of: look.blackWheels) - look.split / 2 : look.width
    }
    /// What the mask leaves open, over all wheels.
    private var opening: Box {
        let side = max(0, look.margin + look.pitch * look.gap / 2 - 4)
        return Box(side, mask.upperLip, look.width - look.end - side, 100 - mask.lowerLip)
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        drawGround(on: canvas)
        drawShade(on: canvas)
        drawCutEdge(on: canvas)
        drawBorder(on: canvas)
        if look.marks.comma { drawComma(on: canvas) }
    }

    private func drawGround(on canvas: Canvas) {
        let (top, bottom) = (-mask.above, 100 + mask.below)
        let end = look.width + mask.tail
        let opening = opening
        // Where the tail is notched as deep as it is; the mask proper ends there.
        let tip = opening.right + 4 + mask.tail * 0.06
        let right = mask.tailForm == .notch ? tip : end
        // The tail first: the rest lies over it.
        let tail: [Point] =
            switch mask.tailForm {
            case .notch:
                [
                    Point(tip - 5, top), Point(end, top), Point(tip, (top + bottom) / 2), Point(end, bottom),
                    Point(tip - 5, bottom),
                ]
            case .square, .chevron:
                [Point(tip - 5, top), Point(end, top), Point(end, bottom), Point(tip - 5, bottom)]
            }
        canvas.polygon(tail, mask.redColour)
        if mask.tailForm == .notch, mask.redPart == .white { canvas.polygon(tail, Colour(grey: 0.2), stroke: 3) }
        if mask.tailForm == .chevron, end - tip > 24 {
            let middle = (top + bottom) / 2
            canvas.polygon(
                [
                    Point(min(end - 6, tip + 44), middle - 24), Point(tip + 2, middle),
                    Point(min(end - 6, tip + 44), middle + 24),
                ], Colour(grey: mask.redPart == .white ? 0.15 : 0.85), stroke: 6)
        }
        for (from, to, colour) in [(-mask.left, border, mask.colour), (border, right, mask.redColour)] where to > from {
            var bars = [Box(from, top, to, opening.top), Box(from, opening.bottom, to, bottom)]
            if from < opening.left { bars.append(Box(from, top, opening.left, bottom)) }
            if to > opening.right { bars.append(Box(opening.right, top, to, bottom)) }
            canvas.fill(bars + posts(from: from, to: to), colour)
        }
        if mask.redPart == .white, border < right {
            canvas.fill(
                [Box(border, top - 2, end, top + 2), Box(border, bottom - 2, end, bottom + 2)], Colour(grey: 0.2))
        }
    }

    /// What stands between the wheels' own openings, in a part of the mask.
    private func posts(from: Double, to: Double) -> [Box] {
        guard mask.posts else { return [] }
        let half = look.pitch * max(0.06, look.gap / 2)
        return (0...look.wheels).compactMap { wheel -> Box? in
            let (x, wide): (Double, Double) =
                switch wheel {
                case look.wheels: (look.left(of: wheel - 1) + look.pitch, half)
                case look.blackWheels where look.redWheels > 0: (border, half + look.split / 2)
                default: (look.left(of: wheel), half)
                }
            let box = Box(max(from, x - wide), mask.upperLip, min(to, x + wide), 100 - mask.lowerLip)
            return box.right > box.left ? box : nil
        }
    }

    /// The mask's shadow on the drums, and the light on the mask itself.
    private func drawShade(on canvas: Canvas) {
        let black = Colour(grey: 0)
        let deep = opening.height * (0.1 + 0.16 * look.recess)
        canvas.shaded(
            Box(opening.left, opening.top, opening.right, opening.top + deep),
            [(0, black, 0.25 + 0.5 * look.recess), (1, black, 0)])
        if mask.gloss > 0.02 {
            let tall = mask.above + mask.upperLip
            canvas.shaded(
                Box(-mask.left, -mask.above, opening.right, -mask.above + tall),
                [(0, Colour(grey: 1), mask.gloss), (1, Colour(grey: 1), mask.gloss * 0.15)])
        }
    }

    /// The light on the cut edges that face it: below the wheels, and at their left.
    private func drawCutEdge(on canvas: Canvas) {
        guard mask.shine > 0.03 else { return }
        let opening = opening
        let light = Colour(grey: 0.92)
        canvas.fill(
            [
                Box(opening.left - 3, opening.bottom - 1, opening.right + 3, opening.bottom + 3),
                Box(opening.left - 4, opening.top + opening.height * 0.3, opening.left - 1, opening.bottom + 3),
                Box(opening.right + 1, opening.top + opening.height * 0.3, opening.right + 3, opening.bottom + 3),
            ], light, alpha: mask.shine)
    }

    private func drawBorder(on canvas: Canvas) {
        guard look.redWheels > 0 else { return }
        let light = Colour(grey: 0.9)
        switch mask.border {
        case .none: break
        case .tick: canvas.fill(Box(border - 4, -mask.above - 6, border + 4, mask.upperLip), light)
        case .bar:
            canvas.fill(Box(border - 4, -mask.above - 4, border + 4, 100 + mask.below + 4), Colour(grey: 0.72))
            canvas.fill(Box(border - 4, -mask.above - 4, border - 1, 100 + mask.below + 4), light)
        }
    }

    private func drawComma(on canvas: Canvas) {
        guard look.redWheels > 0 else { return }
        let ink = Colour(grey: 0.07)
        let low: Double
        if mask.commaField {
            let top = 100 - mask.lowerLip + 4
            let bottom = max(100 + mask.below, top + 26) + 3
            canvas.fill(Box(border - 14, top, border + 14, bottom), Colour(grey: 0.9))
            low = (top + bottom) / 2 - 5
        } else {
            low = 100 + mask.below + 9
        }
        canvas.circle(Point(border, low), 7, ink)
        canvas.polygon([Point(border + 7, low), Point(border - 6, low + 19), Point(border - 2, low)], ink)
    }
}

extension CounterLook {
    /// What the window takes up on the plate, with frame, mask and tail.
    var surround: Box {
        var box = window.grown(by: frame)
        if let mask {
            box = Box(
                min(box.left, -mask.left), min(box.top, -mask.above), max(box.right, width + mask.tail),
                max(box.bottom, 100 + mask.below))
        } else if marks.fishTail {
            box = Box(box.left, box.top, width + frame + 50, box.bottom)
        }
        return box
    }
}
