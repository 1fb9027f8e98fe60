import Foundation
import WrittenFiles

/// Where a single wheel stands that was cut out of a photo, as a person sees it.
struct WheelLabel {
    let file: String
    let meter: String
    /// 0.0 to 9.9.
    let position: Double

    /// Whether it stands within 0.1 of a digit, so that there is one digit to be told.
    var isSettled: Bool { abs(position - position.rounded()) < 0.101 }
}

extension WheelLabel {
    /// The columns by which such a table is known.
    static let columns = ["file", "meter", "position"]

    /// The label of a row; a wheel without a position ('N' or empty) has none.
    init?(_ row: CSVRow) throws(FileMistake) {
        file = try row.filled("file")
        meter = try row.filled("meter")
        let position = row.value("position")
        if position.text.isEmpty || position.text == "N" { return nil }
        guard let value = Double(position.text), value >= 0, value < 10 else {
            throw position.mistake("must be a position of a wheel, 0.0 to 9.9")
        }
        self.position = value
    }

    /// Those of the meters that a list names, one a line; throws for a meter that no label names.
    static func only(_ list: String, of labels: [WheelLabel]) throws(CommandFailure) -> [WheelLabel] {
        guard let data = FileManager.default.contents(atPath: list) else {
            throw CommandFailure(.noPhotoFound, "\(list): there is no such file. Name a list of meters, one a line.")
        }
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        let names = Set(lines.filter { !$0.isEmpty && !$0.hasPrefix("#") })
        let unknown = names.subtracting(labels.map(\.meter)).sorted()
        guard unknown.isEmpty, !names.isEmpty else {
            let problem =
                names.isEmpty ? "it names no meter" : "no label is of these meters: \(unknown.joined(separator: ", "))"
            throw CommandFailure(.failed, "\(list): \(problem)")
        }
        return labels.filter { names.contains($0.meter) }
    }
}
