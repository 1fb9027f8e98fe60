import Foundation
import MeterVision

/// What was seen in a photo, drawn over it: the photo embedded without its metadata, the marks as vectors.
struct ReadOverlay {
    private let reading: PhotoReading
    private let steps: ReadingSteps
    private let name: String

    init(_ reading: PhotoReading, _ steps: ReadingSteps, named name: String) {
        (self.reading, self.steps, self.name) = (reading, steps, name)
    }

    /// Writes the drawing; a photo that could not be decoded has none.
    func write(to path: String) throws(CommandFailure) {
        guard let svg else {
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
    var svg: String? {
        guard let size = reading.size, let jpeg = reading.cleanedJPEG() else { return nil }
        let marks = OverlayMarks(reading, steps, size)
        let unit = marks.unit
        let read = reading.index.map { $0 + (reading.decimals.map { "," + $0 } ?? "") + " m³" } ?? "no index"
        let sure = reading.index == nil ? "" : " · \(Int((reading.probability * 100).rounded())) %"
        let headline = "\(read) · \(reading.decision.rawValue)\(sure)"
        let lines = [headline] + ReadWords.lines(reading) + (reading.serial.map { ["serial \($0)"] } ?? [])
        // The words stand below the photo, so that they hide nothing of it.
        let step = 20 * unit
        let caption = lines.enumerated().map { line, words in
            let (kind, y) = (line == 0 ? "headline" : "words", Double(size.height) + step * (Double(line) + 1))
            let place = #"x="\#(Self.text(8 * unit))" y="\#(Self.text(y))""#
            return #"<text class="\#(kind)" \#(place)>\#(Self.escaped(words))</text>"#
        }
        let height = Double(size.height) + step * (Double(lines.count) + 0.5)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width) \(Self.text(height))" \
            width="\(size.width)" height="\(Self.text(height))" role="img" aria-label="\(Self.escaped(headline))">
            <title>\(Self.escaped(name)): \(Self.escaped(headline))</title>
            <style>
            polygon.window { stroke: #00b7ff; stroke-width: \(Self.text(2 * unit)); stroke-linejoin: round }
            polygon, path { fill: none; stroke-width: \(Self.text(1.5 * unit)) }
            path.up { stroke: #00b7ff; stroke-width: \(Self.text(2.5 * unit)) }
            path.serial { stroke: #c084fc; stroke-dasharray: \(Self.text(6 * unit)) \(Self.text(4 * unit)) }
            polygon.sure { stroke: #12b76a }
            polygon.unsure { stroke: #f79009; stroke-dasharray: \(Self.text(5 * unit)) \(Self.text(2 * unit)) }
            polygon.guess { stroke: #f04438; stroke-dasharray: \(Self.text(1.5 * unit)) \(Self.text(2.5 * unit)) }
            text { font: bold \(Self.text(20 * unit))px sans-serif; text-anchor: middle; paint-order: stroke; \
            stroke: #101828; stroke-width: \(Self.text(3.5 * unit)); stroke-linejoin: round }
            text.sure { fill: #32d583 }
            text.unsure { fill: #fdb022 }
            text.guess { fill: #f97066 }
            text.small { font-size: \(Self.text(8 * unit))px; fill: #ffffff }
            text.headline, text.words { text-anchor: start; fill: #ffffff; stroke: none; \
            font-size: \(Self.text(14 * unit))px }
            text.words { font-weight: normal; fill: #d0d5dd }
            </style>
            <image width="\(size.width)" height="\(size.height)" preserveAspectRatio="none" \
            href="data:image/jpeg;base64,\(Data(jpeg).base64EncodedString())"/>
            \(marks.all.joined(separator: "\n"))
            <rect y="\(size.height)" width="\(size.width)" height="\(Self.text(height - Double(size.height)))" \
            fill="#101828"/>
            \(caption.joined(separator: "\n"))
            </svg>

            """
    }

    static func text(_ value: Double) -> String { ReadRecord.decimal(value, 1) }

    static func escaped(_ text: String) -> String {
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
