/// Charts as SVG: whole coordinates, so that the same figures give the same bytes.
enum LoadChart {
    private static let width = 640
    private static let (left, right, top, bottom) = (56, 16, 12, 40)

    /// A line over thresholds, with a level that it is held against.
    ///
    /// - Parameters:
    ///   - title: what it shows.
    ///   - x: what stands below.
    ///   - points: x and y in thousandths of their axes.
    ///   - ticks: marks of the upright axis, in thousandths, with their words.
    ///   - level: the level, in thousandths, with its words.
    /// - Returns: a figure as HTML.
    static func line(
        title: String, x: String, points: [(x: Int, y: Int)], ticks: [(y: Int, text: String)],
        level: (y: Int, text: String)?
    ) -> String {
        let height = 220
        let (plotWidth, plotHeight) = (width - left - right, height - top - bottom)
        func placeX(_ value: Int) -> Int { left + plotWidth * value / 1_000 }
        func placeY(_ value: Int) -> Int { top + plotHeight - plotHeight * min(max(value, 0), 1_000) / 1_000 }
        var body = ""
        for tick in ticks {
            body += rule("grid", y: placeY(tick.y))
            body += words(tick.text, x: left - 8, y: placeY(tick.y) + 4, anchor: "end")
        }
        for tick in stride(from: 0, through: 1_000, by: 200) {
            body += words("\(tick / 10)", x: placeX(tick), y: height - bottom + 18, anchor: "middle")
        }
        body += words(x, x: left + plotWidth / 2, y: height - 4, anchor: "middle")
        if let level {
            body += rule("level", y: placeY(level.y))
            body += words(level.text, x: width - right, y: placeY(level.y) - 6, anchor: "end", kind: "level")
        }
        let path = points.map { "\(placeX($0.x)),\(placeY($0.y))" }.joined(separator: " ")
        body += "<polyline class=\"line\" points=\"\(path)\"/>"
        for point in points { body += "<circle cx=\"\(placeX(point.x))\" cy=\"\(placeY(point.y))\" r=\"3\"/>" }
        return svg(title, height: height, body)
    }

    /// Bars one under the other, each with its words and its figure.
    static func bars(title: String, rows: [(name: String, value: Int64, text: String)]) -> String {
        let (row, labels) = (24, 240)
        let height = rows.count * row + 8
        let most = max(rows.map { $0.value }.max() ?? 1, 1)
        var body = ""
        for (place, bar) in rows.enumerated() {
            let y = place * row + 4
            let length = max(1, Int(Int128(width - labels - 150) * Int128(bar.value) / Int128(most)))
            body += words(bar.name, x: labels - 8, y: y + 15, anchor: "end")
            body += "<rect x=\"\(labels)\" y=\"\(y + 3)\" width=\"\(length)\" height=\"\(row - 8)\"/>"
            body += words(bar.text, x: labels + length + 8, y: y + 15, anchor: "start")
        }
        return svg(title, height: height, body)
    }

    private static func rule(_ kind: String, y: Int) -> String {
        "<line class=\"\(kind)\" x1=\"\(left)\" x2=\"\(width - right)\" y1=\"\(y)\" y2=\"\(y)\"/>"
    }

    private static func words(_ text: String, x: Int, y: Int, anchor: String, kind: String? = nil) -> String {
        let of = kind.map { " class=\"\($0)\"" } ?? ""
        return "<text\(of) x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(HTMLText.escaped(text))</text>"
    }

    private static func svg(_ title: String, height: Int, _ body: String) -> String {
        """
        <figure><figcaption>\(HTMLText.escaped(title))</figcaption>
        <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(HTMLText.escaped(title))">\(body)</svg></figure>

        """
    }
}
