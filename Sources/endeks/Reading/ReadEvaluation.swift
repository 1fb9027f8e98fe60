import Foundation
import MeterVision
import WrittenFiles

/// `endeks read --evaluate`: labelled photos are read, and what was read is compared.
struct ReadEvaluation {
    let labels: String
    let folder: String?
    let options: EvaluationOptions
    let json: Bool
    let serials: SerialList?

    /// Reads what the table names with this model, or each photo with its fold's.
    func run(_ model: String?, _ features: inout ReadFeatures) throws(CommandFailure) {
        let table = try LabelFile.table(labels, what: "a CSV with labels")
        let base = folder ?? URL(fileURLWithPath: labels).deletingLastPathComponent().relativePath
        guard table.header.has("reading") || !WheelLabel.columns.allSatisfy(table.header.has) else {
            try wheels(table, base, model)
            return
        }
        guard options.only == nil else {
            throw CommandFailure(.usage, "--only chooses among labelled wheels, and \(labels) labels photos.")
        }
        try photos(table, base, model, &features)
    }

    private func wheels(_ table: CSVTable, _ base: String, _ model: String?) throws(CommandFailure) {
        guard options.folds == nil, options.known == nil, !options.digitReader, options.reliability == nil else {
            throw CommandFailure(
                .usage, "\(labels) labels single wheels: of the options for photos none goes with them.")
        }
        var wheels = try LabelFile.rows(of: table, needed: WheelLabel.columns) { row throws(FileMistake) in
            try WheelLabel(row)
        }
        if let only = options.only { wheels = try WheelLabel.only(only, of: wheels) }
        guard !wheels.isEmpty else { throw CommandFailure(.noPhotoFound, "\(labels) names no wheel.") }
        try WheelEvaluation(labels: wheels, base: base, json: json).run(try ReadModel.load(model))
    }

    private func photos(_ table: CSVTable, _ base: String, _ model: String?, _ features: inout ReadFeatures)
        throws(CommandFailure)
    {
        let photos = try LabelFile.rows(of: table, needed: ReadLabel.columns) { row throws(FileMistake) in
            try ReadLabel(row)
        }
        guard !photos.isEmpty else { throw CommandFailure(.noPhotoFound, "\(labels) names no photo.") }
        var score = ReadScore(hasSerialList: serials != nil)
        var missing = MissingPhotos()
        let wheels = Set(photos.compactMap { $0.index?.count }).sorted()
        func readAll(_ labels: [ReadLabel], by model: ReaderModel, fold: Int?) throws(CommandFailure) {
            let reader = try reader(model, wheels: wheels)
            for label in labels {
                let path = base + "/" + label.file
                guard FileManager.default.fileExists(atPath: path) else {
                    missing.add(path)
                    continue
                }
                let before = ReadTimes.processorTime
                let reading = read(path, label, reader)
                // What the digit reader is given is nothing that it found.
                let found = options.digitReader ? label.digitsAlone : label
                let times = options.digitReader ? 1 : (options.known ?? .wheels).hints(label, wheels: wheels).count
                score.add(found, reading, processor: (ReadTimes.processorTime - before) / Double(times))
                features.add(label.file, reading, fold: fold)
                print(json ? ReadRecord(file: path, reading: reading).json : ReadTable.line(label.file, reading))
                fflush(nil)
            }
        }
        if let list = options.folds, let weights = options.weights {
            let folds = try ReadFolds(list: list, weights: weights)
            // Fold by fold, so that one reader alone takes memory at a time.
            for group in try folds.groups(photos) {
                try readAll(group.labels, by: folds.model(group.fold), fold: group.fold)
            }
        } else {
            try readAll(photos, by: ReadModel.load(model), fold: nil)
        }
        report(score)
        if let reliability = options.reliability {
            try ReliabilityDiagram(score.reliability, named: labels).write(to: reliability)
        }
        try missing.check()
    }

    /// How one labelled photo is read; of several readings the one that would be accepted counts.
    private func reader(
        _ model: ReaderModel, wheels: [Int]
    ) throws(CommandFailure) -> (ReadLabel, [UInt8]) -> PhotoReading {
        if options.digitReader {
            let digits = try DigitReader(model)
            return { label, bytes in digits.read(jpeg: bytes, label) }
        }
        let (reader, known) = (MeterReader(model: model, serials: serials), options.known ?? .wheels)
        return { label, bytes in
            let readings = known.hints(label, wheels: wheels).map { reader.read(jpeg: bytes, hints: $0) }
            return readings.first { $0.decision == .accept } ?? readings[0]
        }
    }

    private func read(_ path: String, _ label: ReadLabel, _ read: (ReadLabel, [UInt8]) -> PhotoReading)
        -> PhotoReading
    {
        switch PhotoFiles.File(name: path).bytes() {
        case .success(let bytes): return read(label, bytes)
        case .failure(let problem):
            StandardError.print("endeks: \(path): \(problem.text)")
            return .refused(problem.reason)
        }
    }

    private func report(_ score: ReadScore) {
        if json {
            print("{\"summary\":\(score.json)}")
            return
        }
        print("")
        for mistake in score.mistakes { print(mistake) }
        if !score.mistakes.isEmpty { print("") }
        let way = options.digitReader ? "equal slices of the labelled window" : (options.known ?? .wheels).words
        print("\(way)\(options.folds == nil ? "" : ", each photo by the weights of its fold")")
        for line in score.lines { print(line) }
    }
}
