import Foundation
import InvoiceDocuments
import LoadTest
import Wording

/// The folder that a load test writes its results into.
struct LoadFolder {
    private let folder: URL

    /// The report in it.
    var report: URL { folder.appendingPathComponent("report.html") }

    /// Makes the folder where it is not there; throws where it cannot be.
    init(_ path: String) throws(CommandFailure) {
        folder = URL(fileURLWithPath: path, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(.outputNotWritable, "\(path) cannot be made: \(error.localizedDescription)")
        }
    }

    /// Writes figures, report and percentiles.
    func write(_ outcome: LoadOutcome, _ file: ResultFile, in language: Language) throws(CommandFailure) {
        let report = LoadReport(file, cases: outcome.cases, in: language) { steps, language in
            Explanation(of: steps, in: language).lines.map {
                LoadReport.Line(name: $0.name, formula: $0.formula, result: $0.result)
            }
        }
        do {
            try put(try file.encoded(), "result.json")
            try put(report.html(), "report.html")
            try put(outcome.times.reading.percentileFile(), "reading.hgrm")
            try put(outcome.times.batches.percentileFile(), "batch.hgrm")
            try put(outcome.times.sale.percentileFile(), "sale.hgrm")
        } catch {
            throw CommandFailure(.outputNotWritable, "\(folder.path) cannot be written: \(error.localizedDescription)")
        }
    }

    private func put(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name), options: .atomic)
    }
}
