import Foundation
import MeterVision

/// What was seen in a photo, drawn over it: the photo embedded without its metadata, the marks as vectors.
enum ReadOverlay {
    /// Writes the drawing; a photo that could not be decoded has none.
    static func write(_ reading: PhotoReading, named name: String, to path: String) throws(CommandFailure) {
        guard let svg = svg(of: reading, named: name) else {
            StandardError.print("endeks: \(name): there is no picture to draw on, so \(path) was not written.")
            return
        }
        do {
            try Data(svg.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(.outputNotWritable, "\(path): cannot be written. Check that its folder is there.")
        }
    }

    /// The drawing as SVG; nil without a picture.
    static func svg(of reading: PhotoReading, named name: String) -> String? {
        guard let size = reading.size, let jpeg = reading.cleanedJPEG() else { return nil }
        let unit = Double(max(size.width, size.height)) / 640
        var marks: [String] = []
        if let window = reading.window {
            marks.append(
                #"<polygon class="window" points="\#(points(window))"><title>counter window</title></polygon>"#)
        }
        for digit in reading.digits { marks += mark(digit, unit) }
        let read = reading.index.map { $0 + (reading.decimals.map { "," + $0 } ?? "") + " m³" } ?? "no index"
        let caption = "\(read) · \(reading.decision.rawValue)" + reading.reasons.map { " · " + $0.rawValue }.joined()
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width) \(size.height)" \
            width="\(size.width)" height="\(size.height)" role="img" aria-label="\(escaped(caption))">
            <title>\(escaped(name)): \(escaped(caption))</title>
            <style>
            polygon.window { stroke: #00b7ff; stroke-width: \(text(2 * unit)); stroke-linejoin: round }
            polygon { fill: none; stroke-width: \(text(1.5 * unit)) }
            polygon.sure { stroke: #12b76a }
            polygon.unsure { stroke: #f79009; stroke-dasharray: \(text(5 * unit)) \(text(2 * unit)) }
            polygon.guess { stroke: #f04438; stroke-dasharray: \(text(1.5 * unit)) \(text(2.5 * unit)) }
            text { font: bold \(text(20 * unit))px sans-serif; text-anchor: middle; paint-order: stroke; \
            stroke: #101828; stroke-width: \(text(3.5 * unit)); stroke-linejoin: round }
            text.sure { fill: #32d583 }
            text.unsure { fill: #fdb022 }
            text.guess { fill: #f97066 }
            text.small { font-size: \(text(8 * unit))px; fill: #ffffff }
            text.caption { font-size: \(text(14 * unit))px; text-anchor: start; fill: #ffffff }
            </style>
            <image width="\(size.width)" height="\(size.height)" preserveAspectRatio="none" \
            href="data:image/jpeg;base64,\(Data(jpeg).base64EncodedString())"/>
            \(marks.joined(separator: "\n"))
            <text class="caption" x="\(text(8 * unit))" y="\(text(Double(size.height) - 10 * unit))">\(escaped(caption))\
            </text>
            </svg>

            """
    }

    /// A digit's box, above it the value with a sign of its certainty (● sure, ◐ unsure, ○ guess), and the percentage.
    private static func mark(_ digit: WheelReading, _ unit: Double) -> [String] {
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
        let length = max(
            ((top.x - bottom.x) * (top.x - bottom.x) + (top.y - bottom.y) * (top.y - bottom.y)).squareRoot(), 1)
        func above(_ distance: Double) -> String {
            let x = top.x + (top.x - bottom.x) / length * distance * unit
            let y = top.y + (top.y - bottom.y) / length * distance * unit
            return #"x="\#(text(x))" y="\#(text(y))""#
        }
        let percent = Int((digit.confidence * 100).rounded())
        let title = "\(digit.value) at \(ReadRecord.decimal(digit.position, 1)), \(percent) %"
        return [
            #"<polygon class="\#(kind)" points="\#(points(box))"><title>\#(title)</title></polygon>"#,
            #"<text class="\#(kind)" \#(above(14))>\#(digit.value)</text>"#,
            #"<text class="small" \#(above(4))>\#(sign)\#(percent)</text>"#,
        ]
    }

    private static func points(_ quad: Quad) -> String {
        quad.corners.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
    }

    private static func text(_ value: Double) -> String { ReadRecord.decimal(value, 1) }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
