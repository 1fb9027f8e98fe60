import Foundation

/// A reliability diagram as SVG: what was told across, what was right upwards, on the diagonal where both agree.
struct ReliabilityDiagram {
    private let reliability: ReadReliability
    private let name: String
    /// The plot's side and its left and upper margin, in units of the drawing.
    private static let (side, left, top) = (400.0, 64.0, 56.0)

    init(_ reliability: ReadReliability, named name: String) { (self.reliability, self.name) = (reliability, name) }

    /// Writes the drawing.
    func write(to path: String) throws(CommandFailure) {
        do {
            try Data(svg.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(.outputNotWritable, "\(path): cannot be written. Check that its folder is there.")
        }
    }

    /// The drawing.
    var svg: String {
        let brier = reliability.brier.map { ", Brier score \(ReadRecord.decimal($0, 4))" } ?? ""
        let title = "\(reliability.count) photos in which an index was read\(brier)"
        let legend = [
            "points: the photos of each tenth of what was told, with exact 95 % intervals",
            "pale bars: each tenth's share of all photos", "dashed: where what is told is what holds",
        ]
        let words = legend.enumerated().map { line, words in
            let y = Self.text(Self.top + Self.side + 66 + 16 * Double(line))
            return #"<text class="legend" x="\#(Self.text(Self.left))" y="\#(y)">\#(words)</text>"#
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 570" width="500" height="570" role="img" \
            aria-label="How sure the reader said it was, and how often it was right">
            <title>\(ReadOverlay.escaped(name)): \(title)</title>
            <style>
            text { font: 13px sans-serif; fill: #101828 }
            text.small, text.beside, text.legend { font-size: 11px; fill: #475467 }
            text.small { text-anchor: middle }
            text.beside { text-anchor: end }
            text.axis { text-anchor: middle }
            .grid { stroke: #eaecf0 }
            .even { stroke: #98a2b3; stroke-dasharray: 5 4 }
            .interval { stroke: #175cd3; stroke-width: 2 }
            circle { fill: #175cd3 }
            .share { fill: #b2ddff }
            </style>
            <rect width="500" height="570" fill="#ffffff"/>
            <text x="\(Self.text(Self.left))" y="32">\(title)</text>
            \(grid.joined(separator: "\n"))
            \(shares.joined(separator: "\n"))
            \(Self.line("even", from: (0, 0), to: (1, 1)))
            \(points.joined(separator: "\n"))
            <text class="axis" x="\(Self.x(0.5))" y="\(Self.text(Self.top + Self.side + 42))">\
            told probability that the index is right</text>
            \(words.joined(separator: "\n"))
            <text class="axis" transform="translate(18 \(Self.y(0.5))) rotate(-90)">share that was right</text>
            </svg>

            """
    }

    /// Lines at each fifth, with their values.
    private var grid: [String] {
        stride(from: 0.0, through: 1.001, by: 0.2).flatMap { value in
            let (below, beside) = (Self.text(Self.top + Self.side + 18), Self.text(Self.left - 8))
            let words = ReadRecord.decimal(value, 1)
            return [
                Self.line("grid", from: (value, 0), to: (value, 1)),
                Self.line("grid", from: (0, value), to: (1, value)),
                #"<text class="small" x="\#(Self.x(value))" y="\#(below)">\#(words)</text>"#,
                #"<text class="beside" x="\#(beside)" y="\#(Self.y(value))" dy="4">\#(words)</text>"#,
            ]
        }
    }

    /// How many of the photos each tenth holds, as a bar from the bottom.
    private var shares: [String] {
        reliability.bins.enumerated().filter { $0.element.of > 0 }.map { at, bin in
            let share = Double(bin.of) / Double(reliability.count)
            let place = #"x="\#(Self.x(Double(at) / 10 + 0.01))" y="\#(Self.y(share))""#
            let size = #"width="\#(Self.text(Self.side * 0.08))" height="\#(Self.text(Self.side * share))""#
            return #"<rect class="share" \#(place) \#(size)/>"#
        }
    }

    /// Each tenth's share of right ones with its interval.
    private var points: [String] {
        reliability.bins.flatMap { bin -> [String] in
            let proportion = bin.proportion
            guard let mean = bin.mean, let share = proportion.share else { return [] }
            let title = "told \(ReadRecord.decimal(mean, 3)): right \(proportion.words)"
            return [
                Self.line("interval", from: (mean, proportion.low), to: (mean, proportion.high)),
                #"<circle cx="\#(Self.x(mean))" cy="\#(Self.y(share))" r="5"><title>\#(title)</title></circle>"#,
            ]
        }
    }

    private static func line(_ kind: String, from start: (Double, Double), to end: (Double, Double)) -> String {
        let (begins, ends) = (#"x1="\#(x(start.0))" y1="\#(y(start.1))""#, #"x2="\#(x(end.0))" y2="\#(y(end.1))""#)
        return #"<line class="\#(kind)" \#(begins) \#(ends)/>"#
    }

    private static func x(_ value: Double) -> String { text(left + side * value) }
    private static func y(_ value: Double) -> String { text(top + side * (1 - value)) }
    private static func text(_ value: Double) -> String { ReadRecord.decimal(value, 1) }
}
