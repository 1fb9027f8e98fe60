import MeterVision

/// The marks of an overlay, in pixels of the full-size photo.
struct OverlayMarks {
    /// The width of a fine line: a 640th of the photo's long side.
    let unit: Double
    private let reading: PhotoReading
    private let regions: [Quad]

    init(_ reading: PhotoReading, _ steps: ReadingSteps, _ size: PixelSize) {
        self.reading = reading
        unit = Double(max(size.width, size.height)) / 640
        let decoded = steps.decoded.map { Double(size.width) / Double($0.photo.width) } ?? 1
        regions = steps.plateRegions.map { $0.mapCorners { Point(x: $0.x * decoded, y: $0.y * decoded) } }
    }

    /// The window, the way up, where the serial was looked for, and each wheel.
    var all: [String] {
        var marks: [String] = []
        for region in regions {
            let title = reading.serial.map { "serial \($0)" } ?? "no serial was read here"
            marks.append(#"<path class="serial" d="M \#(points(region)) Z"><title>\#(title)</title></path>"#)
        }
        if let window = reading.window {
            marks.append(
                #"<polygon class="window" points="\#(points(window))"><title>counter window</title></polygon>"#)
            marks.append(#"<path class="up" d="\#(arrow(window))"><title>the counter's way up</title></path>"#)
        }
        return marks + reading.digits.flatMap(mark)
    }

    /// An arrow from the window's lower edge upwards, beside its right end so that it crosses no digit.
    private func arrow(_ window: Quad) -> String {
        let (bottom, top) = (window.bottomRight, window.topRight)
        let length = max(bottom.distance(to: top), 1)
        let up = Point(x: (top.x - bottom.x) / length, y: (top.y - bottom.y) / length)
        let side = Point(x: -up.y, y: up.x)
        func place(_ along: Double, _ across: Double) -> String {
            let (x, y) = (
                bottom.x + up.x * along + side.x * (across + 10 * unit),
                bottom.y + up.y * along + side.y * (across + 10 * unit)
            )
            return "\(ReadOverlay.text(x)),\(ReadOverlay.text(y))"
        }
        let (tip, wing) = (length, 5 * unit)
        return "M \(place(0, 0)) L \(place(tip, 0)) M \(place(tip - wing, -wing)) L \(place(tip, 0)) "
            + "L \(place(tip - wing, wing))"
    }

    /// A digit's box, above it the value with a sign of its certainty (● sure, ◐ unsure, ○ guess) and the percentage, and
    /// below it where the wheel stands.
    private func mark(_ digit: WheelReading) -> [String] {
        let (kind, sign) =
            switch digit.confidence {
            case 0.95...: ("sure", "●")
            case 0.6..<0.95: ("unsure", "◐")
            default: ("guess", "○")
            }
        let box = digit.box
        // Above the digit as the counter has it, so that the values of a turned counter do not lie on its digits.
        let (top, bottom) = (
            Point(x: (box.topLeft.x + box.topRight.x) / 2, y: (box.topLeft.y + box.topRight.y) / 2),
            Point(x: (box.bottomLeft.x + box.bottomRight.x) / 2, y: (box.bottomLeft.y + box.bottomRight.y) / 2)
        )
        let length = max(top.distance(to: bottom), 1)
        func beyond(_ end: Point, _ distance: Double) -> String {
            let x = end.x + (top.x - bottom.x) / length * distance * unit
            let y = end.y + (top.y - bottom.y) / length * distance * unit
            return #"x="\#(ReadOverlay.text(x))" y="\#(ReadOverlay.text(y))""#
        }
        let percent = Int((digit.confidence * 100).rounded())
        let position = ReadRecord.decimal(digit.position, 1)
        let title = "\(digit.value) at \(position), \(percent) %"
        return [
            #"<polygon class="\#(kind)" points="\#(points(box))"><title>\#(title)</title></polygon>"#,
            #"<text class="\#(kind)" \#(beyond(top, 14))>\#(digit.value)</text>"#,
            #"<text class="small" \#(beyond(top, 4))>\#(sign)\#(percent)</text>"#,
            #"<text class="small" \#(beyond(bottom, -10))>\#(position)</text>"#,
        ]
    }

    private func points(_ quad: Quad) -> String {
        quad.corners.map { "\(ReadOverlay.text($0.x)),\(ReadOverlay.text($0.y))" }.joined(separator: " ")
    }
}
