/// A fence or grate before the meter: mesh, chain link, bars, or crimped wire.
struct FenceLayer: FaceLayer {
    enum Kind: String, CaseIterable { case none, mesh, link, bars, wavy }

    static let kindParameter = Parameter.choice("before.fence", Kind.self, "The fence before the meter")
    static let cellParameter = Parameter.number(
        "before.fence-cell", 100...600, "Its cell, in hundredths of the window's height")
    static let wireParameter = Parameter.number(
        "before.fence-wire", 4...90, "Its wire, in hundredths of the window's height")
    static let parameters = [kindParameter, cellParameter, wireParameter, Aim.parameter]

    private let kind: Kind
    private let cell: Double
    private let wire: Double
    /// Where a wire runs across and down.
    private let origin: Point
    private let tilt: Double
    private let colour: Colour
    private let shine: Double
    private let isRusty: Bool

    var hides: Truth.Cause? { .fence }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let kind: Kind = dice.choice(FenceLayer.kindParameter)
        let cell = dice.number(FenceLayer.cellParameter)
        let drawnWire = dice.number(FenceLayer.wireParameter)
        let aim: Aim = dice.choice(Aim.parameter)
        var random = dice.details()
        guard kind != .none else { return nil }
        self.kind = kind
        switch aim {
        case .beside:
            // Wide cells and thin wire, its rows clear of the window.
            self.cell = max(cell, 170)
            wire = min(drawnWire, 16)
            origin = Point(random.within(-cell...0), -random.within(25...60))
        case .edge:
            self.cell = max(cell, 140)
            wire = min(drawnWire, 45)
            origin = Point(meter.window.width - random.within(0...meter.window.width), random.within(-40...15))
        case .wheels:
            self.cell = cell
            wire = min(cell * 0.3, max(drawnWire, kind == .bars ? 45 : 28))
            origin = Point(meter.blackEnd * random.within(0.1...0.9), random.within(30...70))
        }
        tilt = random.normal(0.03) + (kind == .link ? Turn.quarter / 2 : 0)
        isRusty = random.chance(0.45)
        colour = random.one(by: [
            (0.4, Colour(grey: random.within(0.45...0.65))), (0.25, Colour(0.36, 0.28, 0.22)),
            (0.2, Colour(0.12, 0.3, 0.2)),
            (0.15, Colour(grey: 0.12)),
        ]).varied(by: 0.05, &random)
        shine = random.within(0.1...0.6)
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        canvas.placed(at: origin, turned: tilt) {
            let view = canvas.view
            let columns = Int((view.left / cell).rounded(.down))...Int((view.right / cell).rounded(.up))
            for column in columns { upright(Double(column) * cell, column, on: canvas) }
            guard kind != .bars else {
                for y in [-1200.0, 1300] {
                    canvas.rod(Box(view.left, y, view.right, y + wire * 1.4), colour, shine: shine)
                }
                return
            }
            let rows = Int((view.top / cell).rounded(.down))...Int((view.bottom / cell).rounded(.up))
            for row in rows { level(Double(row) * cell, row, on: canvas) }
            // Where two wires cross, every second time the upright one lies before.
            for row in rows {
                for column in columns where (row + column) % 2 == 0 { crossing(column, row, on: canvas) }
            }
        }
        if isRusty, kind != .link {
            canvas.placed(at: origin, turned: tilt) {
                for column in Int(canvas.view.left / cell) - 1...Int(canvas.view.right / cell) + 1 {
                    let x = Double(column) * cell
                    let box = Box(x - wire * 0.4, canvas.view.top, x + wire * 0.4, canvas.view.bottom)
                    canvas.grain(
                        pens.grain(.clouds), over: box, scale: 2, at: Point(x, 0), Colour(0.42, 0.22, 0.1), alpha: 0.6)
                }
            }
        }
    }

    /// How far a crimped wire swings out.
    private var swing: Double { kind == .wavy ? min(wire * 0.4, cell * 0.06) : 0 }

    private func upright(_ x: Double, _ column: Int, on canvas: Canvas) {
        let view = canvas.view
        guard kind == .wavy else {
            canvas.rod(Box(x - wire / 2, view.top, x + wire / 2, view.bottom), colour, shine: shine, upright: true)
            return
        }
        let rows = Int((view.top / cell).rounded(.down)) - 1...Int((view.bottom / cell).rounded(.up)) + 1
        canvas.strand(
            rows.map { Point(x + ((($0 + column) & 1) == 0 ? swing : -swing) * 0.8, Double($0) * cell) }, width: wire,
            colour,
            shine: shine)
    }

    private func level(_ y: Double, _ row: Int, on canvas: Canvas) {
        let view = canvas.view
        guard kind == .wavy else {
            canvas.rod(Box(view.left, y - wire / 2, view.right, y + wire / 2), colour, shine: shine)
            return
        }
        let columns = Int((view.left / cell).rounded(.down)) - 1...Int((view.right / cell).rounded(.up)) + 1
        canvas.strand(
            columns.map { Point(Double($0) * cell, y + ((($0 + row) & 1) == 0 ? swing : -swing)) }, width: wire, colour,
            shine: shine)
    }

    private func crossing(_ column: Int, _ row: Int, on canvas: Canvas) {
        let x = Double(column) * cell + swing * 0.8
        let y = Double(row) * cell
        let box = Box(x - wire / 2, y - wire * 1.2, x + wire / 2, y + wire * 1.2)
        guard canvas.sees(box) else { return }
        canvas.rod(box, colour, shine: shine, upright: true)
    }
}
