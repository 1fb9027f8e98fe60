internal import MeterVision

/// The lists that go with the crops: one for `tools/training`, one for `endeks read --evaluate`.
package struct TrainingList: Sendable {
    /// A line of them.
    struct Line: Sendable {
        let file: String
        let sample: TrainingSample
        /// The window's corners in pixels of the crop.
        let window: Quad
    }

    /// What is named by chance, and stands in the audit log too: by it the two can be brought together.
    let export: String
    private(set) var lines: [Line] = []

    init(export: String) { self.export = export }

    mutating func add(_ line: Line) { lines.append(line) }

    /// How many of the photos staff could read.
    package var readable: Int { lines.count { $0.sample.isReadable } }
    package var count: Int { lines.count }

    /// The list that `tools/training/real.py` takes, ordered by the names, which chance gave.
    var training: String {
        var text = """
            # \(count) crops of customers' photos, by 'endeks training export' (export \(export) of the audit log).
            # Keep them no longer than the training takes. fold: 0 to 4, the photos of a meter share theirs. digits: the
            # black ones as staff confirmed them, "-" for each red wheel, which nobody confirmed, or for a photo that
            # nobody can read. corners: of the window, clockwise from its own top left, in pixels. told: up to which
            # share of the window's width, from the left, the digits tell.
            file\tfold\tlegibility\tdigits\tcorners\ttold

            """
        for line in ordered {
            let sample = line.sample
            let corners = line.window.corners.flatMap { [$0.x, $0.y] }.map { FixedPoint.text($0, places: 1) }
            let fields = [
                line.file, "\(sample.fold)", sample.isReadable ? "readable" : "unreadable", sample.digits,
                corners.joined(separator: " "),
                sample.isReadable ? FixedPoint.text(sample.window.told, places: 3) : "-",
            ]
            text += fields.joined(separator: "\t") + "\n"
        }
        return text
    }

    /// The labels that `endeks read --evaluate` takes: the black digits, and the box round the corners.
    var labels: String {
        var text = "file,reading,window\n"
        for line in ordered {
            let reading = if case .index(let index) = line.sample.truth { index } else { "unreadable" }
            let box = line.window.bounds
            let edges = [box.left, box.top, box.right, box.bottom].map { FixedPoint.text($0, places: 1) }
            text += "\(line.file),\(reading),\(edges.joined(separator: ";"))\n"
        }
        return text
    }

    private var ordered: [Line] { lines.sorted { $0.file < $1.file } }
}

/// Figures of the lists, written alike whatever the locale.
enum FixedPoint {
    /// A number with so many places, at least one; halves go away from zero.
    static func text(_ value: Double, places: Int) -> String {
        let scale = (0..<places).reduce(1) { power, _ in power * 10 }
        let units = Int((value * Double(scale)).rounded())
        let rest = String(abs(units) % scale)
        return (units < 0 ? "-" : "") + "\(abs(units) / scale)."
            + String(repeating: "0", count: places - rest.count) + rest
    }
}
