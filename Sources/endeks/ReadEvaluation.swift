import Foundation
import MeterVision

/// `endeks read --evaluate`: labelled photos are read, and what was read is compared.
struct ReadEvaluation {
    let labels: String
    let folder: String?
    let json: Bool

    func run(_ reader: MeterReader, _ features: inout ReadFeatures) throws {
        guard let data = FileManager.default.contents(atPath: labels) else {
            throw CommandFailure(.noPhotoFound, "\(labels): there is no such file. Name a CSV with labels.")
        }
        let table: [ReadLabel]
        do { table = try ReadLabel.all(in: String(decoding: data, as: UTF8.self)) } catch {
            throw CommandFailure(.failed, "\(labels):\(error.line): \(error.problem)")
        }
        let base = folder ?? URL(fileURLWithPath: labels).deletingLastPathComponent().relativePath
        var score = ReadScore()
        var missing: [String] = []
        for label in table {
            let path = base + "/" + label.file
            guard FileManager.default.fileExists(atPath: path) else {
                missing.append(path)
                continue
            }
            let reading: PhotoReading
            switch PhotoFiles.File(name: path).bytes() {
            case .success(let bytes):
                reading = reader.read(jpeg: bytes, hints: MeterHints(wheels: label.index?.count))
            case .failure(let problem):
                StandardError.print("endeks: \(path): \(problem.text)")
                reading = .refused(problem.reason)
            }
            score.add(label, reading)
            features.add(label.file, reading)
            print(json ? ReadRecord(file: path, reading: reading).json : ReadTable.line(label.file, reading))
            fflush(nil)
        }
        if json {
            print(score.json)
        } else {
            print("")
            for mistake in score.mistakes { print(mistake) }
            if !score.mistakes.isEmpty { print("") }
            for line in score.lines { print(line) }
        }
        guard missing.isEmpty, !table.isEmpty else {
            let first = missing.prefix(3).joined(separator: ", ")
            throw CommandFailure(
                .noPhotoFound,
                table.isEmpty
                    ? "\(labels) names no photo." : "\(missing.count) photos of \(labels) are not there: \(first)")
        }
    }
}
