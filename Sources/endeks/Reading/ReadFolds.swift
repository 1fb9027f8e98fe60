import Foundation
import MeterVision
import WrittenFiles

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
        let table = try LabelFile.table(list, what: "a table of folds")
        var folds: [String: Int] = [:]
        try LabelFile.rows(of: table, needed: ["file", "fold"]) { row throws(FileMistake) in
            let (file, fold) = (try row.filled("file"), try row.value("fold").whole(in: 0...999))
            guard folds.updateValue(fold, forKey: file) == nil else {
                throw row.value("file").mistake("has a fold already")
            }
        }
        self.folds = folds
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
