import Foundation
import MeterVision

/// Which fold each photo belongs to, and where the weights lie that never saw it.
///
/// Photos of one meter share a fold, and the weights `fold-K.model` were trained without those of fold K. What is read so
/// is cross-validated by meter.
struct ReadFolds {
    private let list: String
    private let weights: String
    private let folds: [String: Int]

    /// The folds of a table with the columns file and fold, and the folder of the weights.
    init(list: String, weights: String) throws(CommandFailure) {
        (self.list, self.weights) = (list, weights)
        folds = try ColumnTable.read(list, what: "a table of folds") { table throws(ColumnTableError) in
            try table.check(["file", "fold"])
            var folds: [String: Int] = [:]
            for row in table.rows {
                guard !row["file"].isEmpty else { throw row.wrong("the photo's name is missing") }
                guard let fold = Int(row["fold"]), (0...999).contains(fold) else {
                    throw row.wrong("'\(row["fold"])' is no fold, 0 to 999")
                }
                guard folds.updateValue(fold, forKey: row["file"]) == nil else {
                    throw row.wrong("\(row["file"]) has a fold already")
                }
            }
            return folds
        }
    }

    /// The fold of a photo; nil for one that the table does not name.
    subscript(file: String) -> Int? { folds[file] }

    /// The labels by fold, in the order of the folds.
    ///
    /// Throws for a photo without a fold and for weights that are not there or cannot be used, before anything is read.
    func groups(_ labels: [ReadLabel]) throws(CommandFailure) -> [(fold: Int, labels: [ReadLabel])] {
        let without = labels.map(\.file).filter { folds[$0] == nil }
        guard without.isEmpty else {
            let first = without.prefix(3).joined(separator: ", ")
            throw CommandFailure(
                .failed,
                "\(without.count) labelled photos have no fold in \(list), so no weights may read them: \(first)")
        }
        let groups = Dictionary(grouping: labels) { folds[$0.file] ?? 0 }.sorted { $0.key < $1.key }
        for (fold, _) in groups { _ = try model(fold) }
        return groups.map { ($0.key, $0.value) }
    }

    /// The weights that never saw this fold.
    func model(_ fold: Int) throws(CommandFailure) -> ReaderModel {
        let path = "\(weights)/fold-\(fold).model"
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(
                .modelUnusable, "\(path): there is no such file, and fold \(fold) has photos to be read")
        }
        return try ReadModel.load(path)
    }
}

extension ColumnTable {
    /// What a file's table holds; throws with the file's name and the line where it is not what it should be.
    static func read<Value>(
        _ path: String, what: String, _ parse: (ColumnTable) throws(ColumnTableError) -> Value
    ) throws(CommandFailure) -> Value {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.noPhotoFound, "\(path): there is no such file. Name \(what).")
        }
        do throws(ColumnTableError) {
            return try parse(try ColumnTable(String(decoding: data, as: UTF8.self)))
        } catch {
            throw CommandFailure(.failed, "\(path):\(error.line): \(error.problem)")
        }
    }
}
