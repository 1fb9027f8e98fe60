/// Where the window lies in the picture: from near to far, turned, leaning, cut off.
package struct Pose: Sendable {
    /// The window's corners in the picture, clockwise from its own top left, in pixels.
    package let corners: [Point]

    static let share = Parameter.number(
        "pose.window-share", 0.05...1.6, "The window's width as a share of the picture's")
    static let turn = Parameter.number("pose.turn", -3.15...3.15, "Angle of the window in the picture, in radians")
    static let quarter = Parameter.flag("pose.quarter-turn", "The phone was held on its side")
    static let upsideDown = Parameter.flag("pose.upside-down", "The picture stands on its head")
    static let lean = Parameter.number(
        "pose.lean", 0...0.5,
        "Deviation of the perspective: by how much of its size one side of the picture is smaller than its middle")
    static let acrossParameter = Parameter.number(
        "pose.across", -1...1, "Window's middle from the picture's, as a share of the free width")
    static let downParameter = Parameter.number(
        "pose.down", -0.6...0.6, "Window's middle from the picture's, as a share of its height")
    static let cutOff = Parameter.flag("pose.cut-off", "The window runs out of the picture")
    static let parameters = [share, turn, quarter, upsideDown, lean, acrossParameter, downParameter, cutOff]

    init(window: Box, framing: Scene.Framing, width: Double, height: Double, _ dice: inout Dice) {
        let drawnShare = dice.number(Pose.share)
        let drawnTurn = dice.number(Pose.turn)
        let quarter = dice.flag(Pose.quarter)
        let upsideDown = dice.flag(Pose.upsideDown)
        let lean = dice.number(Pose.lean)
        let across = dice.number(Pose.acrossParameter)
        let down = dice.number(Pose.downParameter)
        let cutOff = dice.flag(Pose.cutOff)
        let isWindow = framing == .window
        let share = isWindow ? dice.random.within(0.66...0.9) : drawnShare
        var w = width * share
        var h = w * window.height / window.width * dice.random.within(0.9...1.1)
        if !isWindow, h > height * 0.9 {
            w *= height * 0.9 / h
            h = height * 0.9
        }
        var angle = isWindow ? max(-0.16, min(0.16, drawnTurn)) : drawnTurn
        var centre = Point(width / 2, height / 2)
        if !isWindow {
            if quarter {
                angle += dice.random.chance(0.5) ? Turn.quarter : -Turn.quarter
                // On its side the window must fit the height.
                let fit = min(1, height * 0.95 / w)
                w *= fit
                h *= fit
            }
            if upsideDown { angle += Turn.half }
            let free = max(0.03, (1 - share) / 2) * width
            centre.x += across * free
            centre.y = max(h * 0.6, min(height - h * 0.6, centre.y + down * height))
            if cutOff {
                let (sine, cosine) = Turn.sineAndCosine(angle)
                let out = w * dice.random.within(0.12...0.5) * (dice.random.chance(0.5) ? 1 : -1)
                let side: Double = out > 0 ? 1 : -1
                let edge = Pose.way(from: centre, Point(side * cosine, side * sine), width, height)
                let move = side * (edge - w / 2) + out
                centre = Point(centre.x + move * cosine, centre.y + move * sine)
            }
        }
        let (sine, cosine) = Turn.sineAndCosine(angle)
        // Over the whole picture, so that no horizon comes into view.
        let part = w / max(width, height)
        let skew = max(-0.3, min(0.3, dice.random.normal(lean))) * part
        let shear = max(-0.3, min(0.3, dice.random.normal(lean * 0.7)))
        let square: [(Double, Double)] = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]
        corners = square.map { u, v in
            let x = u * w + v * h * shear
            let y = v * h * (1 + skew * u * 2)
            return Point(centre.x + x * cosine - y * sine, centre.y + x * sine + y * cosine)
        }
    }

    private init(corners: [Point]) { self.corners = corners }

    /// How far it is to the picture's edge, in a direction of length 1.
    private static func way(from point: Point, _ towards: Point, _ width: Double, _ height: Double) -> Double {
        func way(_ place: Double, _ step: Double, _ size: Double) -> Double {
            abs(step) < 1e-9 ? .infinity : ((step > 0 ? size : 0) - place) / step
        }
        return min(way(point.x, towards.x, width), way(point.y, towards.y, height))
    }

    /// The same window in a picture of this picture.
    func mapped(_ map: (Point) -> Point) -> Pose { Pose(corners: corners.map(map)) }

    /// Mean width and height of the window in the picture, in pixels.
    package var size: (width: Double, height: Double) {
        (
            (corners[0].distance(to: corners[1]) + corners[3].distance(to: corners[2])) / 2,
            (corners[0].distance(to: corners[3]) + corners[1].distance(to: corners[2])) / 2
        )
    }
}

extension Point {
    package func distance(to other: Point) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return (dx * dx + dy * dy).squareRoot()
    }
}
