import Foundation
import MeterVision

/// What the decisions were taken from, a line a photo, for the calibration in tools/training.
struct ReadFeatures {
    private var lines = [
        (["file", "index", "decimals"] + DecisionFeatures.Name.allCases.map(\.rawValue)).joined(separator: ",")
    ]

    /// Adds a photo; one in which no digit was read has no features.
    mutating func add(_ file: String, _ reading: PhotoReading) {
        let features = DecisionFeatures.Name.allCases.map { name in
            reading.features.map { ReadRecord.decimal($0[name], 6) } ?? ""
        }
        let quoted =
            file.contains(where: { $0 == "," || $0 == "\"" }) ? "\"\(file.replacing("\"", with: "\"\""))\"" : file
        lines.append(([quoted, reading.index ?? "", reading.decimals ?? ""] + features).joined(separator: ","))
    }

    /// Writes the table.
    func write(to path: String) throws(CommandFailure) {
        do {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
        } catch {
            throw CommandFailure(.outputNotWritable, "\(path): cannot be written. Check that its folder is there.")
        }
    }
}
