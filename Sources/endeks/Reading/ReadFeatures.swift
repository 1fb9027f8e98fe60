import Foundation
import MeterVision
import WrittenFiles

/// What the decisions were taken from, a line a photo, for the calibration in tools/training.
struct ReadFeatures {
    private var lines: [String]
    private let hasFolds: Bool

    /// No photo yet; with folds, each line ends with its photo's.
    init(hasFolds: Bool) {
        self.hasFolds = hasFolds
        let names = ["file", "index", "decimals", "decision"] + DecisionFeatures.Name.allCases.map(\.rawValue)
        lines = [CSVWriter.line(names + (hasFolds ? ["fold"] : []))]
    }

    /// Adds a photo; one in which no digit was read has no features.
    mutating func add(_ file: String, _ reading: PhotoReading, fold: Int? = nil) {
        let features = DecisionFeatures.Name.allCases.map { name in
            reading.features.map { ReadRecord.decimal($0[name], 6) } ?? ""
        }
        let last = hasFolds ? [fold.map { String($0) } ?? ""] : []
        let decided = [file, reading.index ?? "", reading.decimals ?? "", reading.decision.rawValue]
        lines.append(CSVWriter.line(decided + features + last))
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
