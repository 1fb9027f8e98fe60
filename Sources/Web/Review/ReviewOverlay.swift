internal import Glibc
internal import Intake

/// What is drawn over a photo: the window, and above each wheel the digit that was read, with how sure it is.
enum ReviewOverlay {
    private typealias Spot = (x: Double, y: Double)

    /// The part of the photo that is shown first: the window with room around it, or all of it.
    static func view(_ reading: ReadingRecord, _ size: ReadingRecord.Size) -> String {
        let (width, height) = (Double(size.width), Double(size.height))
        guard let corners = reading.window?.points, corners.count == 4 else {
            return "0 0 \(size.width) \(size.height)"
        }
        let (left, right) = (corners.map(\.x).min() ?? 0, corners.map(\.x).max() ?? width)
        let (top, bottom) = (corners.map(\.y).min() ?? 0, corners.map(\.y).max() ?? height)
        // The window takes a good third, so that the digits are large and the meter around them is still seen.
        let span = max(right - left, (bottom - top) * 1.6, 60) * 2.6
        let shownWidth = min(span, width)
        let shownHeight = min(span * 0.75, height)
        let x = min(max((left + right - shownWidth) / 2, 0), max(0, width - shownWidth))
        let y = min(max((top + bottom - shownHeight) / 2, 0), max(0, height - shownHeight))
        return [x, y, shownWidth, shownHeight].map(number).joined(separator: " ")
    }

    static func points(_ corners: ReadingRecord.Corners) -> String {
        corners.points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    }

    static func digit(_ digit: ReadingRecord.Digit) -> [String: Any]? {
        let corners = digit.box.points
        guard corners.count == 4 else { return nil }
        let top = middle(corners[0], corners[1])
        let bottom = middle(corners[3], corners[2])
        let up = (x: top.x - bottom.x, y: top.y - bottom.y)
        let tall = (up.x * up.x + up.y * up.y).squareRoot()
        guard tall > 0 else { return nil }
        let across = (x: corners[1].x - corners[0].x, y: corners[1].y - corners[0].y)
        let wide = (across.x * across.x + across.y * across.y).squareRoot()
        let unit = min(tall, wide * 1.7)
        let spot = (x: top.x + up.x / tall * unit * 0.62, y: top.y + up.y / tall * unit * 0.62)
        let mark = (x: bottom.x - up.x / tall * unit * 0.34, y: bottom.y - up.y / tall * unit * 0.34)
        let radius = unit * 0.15
        let sureness = ReadingRecord.Sureness(confidence: digit.confidence)
        var shape: [String: Any] = [
            "cx": number(mark.x), "cy": number(mark.y), "r": number(radius), "stroke": number(unit * 0.06),
            "full": sureness == .sure ? " full" : "",
        ]
        if sureness == .unsure { shape["half"] = halfDisc(mark, radius) }
        return [
            "sureness": sureness.rawValue, "box": points(digit.box), "value": digit.value, "x": number(spot.x),
            "y": number(spot.y), "size": number(unit * 0.86), "angle": number(degrees(across)), "mark": shape,
        ]
    }

    /// How sure a digit is, as a shape that needs no colour.
    static func shape(_ confidence: Double) -> String {
        switch ReadingRecord.Sureness(confidence: confidence) {
        case .sure: "●"
        case .unsure: "◐"
        case .guess: "○"
        }
    }

    private static func middle(_ first: Spot, _ second: Spot) -> Spot {
        ((first.x + second.x) / 2, (first.y + second.y) / 2)
    }

    private static func halfDisc(_ centre: Spot, _ radius: Double) -> String {
        let (x, r) = (number(centre.x), number(radius))
        return "M \(x) \(number(centre.y - radius)) A \(r) \(r) 0 0 0 \(x) \(number(centre.y + radius)) Z"
    }

    /// The direction of a wheel's upper edge, in degrees.
    private static func degrees(_ across: Spot) -> Double { atan2(across.y, across.x) * 180 / .pi }

    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let tenths = (value * 10).rounded()
        return tenths.truncatingRemainder(dividingBy: 10) == 0 ? "\(Int(tenths / 10))" : "\(tenths / 10)"
    }
}
