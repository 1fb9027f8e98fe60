import MeterVision

/// A reading as a line for people.
enum ReadTable {
    /// The photo, what was read, what is done with it and why, and what was known of the meter that changed anything.
    static func line(_ file: String, _ reading: PhotoReading) -> String {
        let figure = reading.index.map { $0 + (reading.decimals.map { "," + $0 } ?? "") + " m³" } ?? "–"
        let sure = reading.index == nil ? "" : "\(Int((reading.probability * 100).rounded())) %"
        let why = ReadWords.lines(reading).joined(separator: ", ")
        let serial = reading.serial.map { "serial \($0)" } ?? ""
        return [
            padded(file, to: 44), padded(figure, to: 14, right: true), padded(reading.decision.rawValue, to: 6),
            padded(sure, to: 5, right: true), padded("\(Int(reading.milliseconds.rounded())) ms", to: 7, right: true),
            [serial, why].filter { !$0.isEmpty }.joined(separator: " · "),
        ].joined(separator: "  ").trimmingTrailingSpaces
    }

    private static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let room = String(repeating: " ", count: max(0, width - text.count))
        return right ? room + text : text + room
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
