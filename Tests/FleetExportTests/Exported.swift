import FleetExport
import FleetSimulator
import Foundation

/// A fleet in a scratch folder, and its tables as fields.
final class Exported {
    let folder: URL
    let plan: FleetPlan
    let text: String

    init(_ yaml: String) throws {
        text = yaml
        plan = try ScenarioReader.plan(yaml: yaml, file: "test.yaml")
        folder = FileManager.default.temporaryDirectory.appending(path: "endeks export \(UUID().uuidString)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Exports, or goes on with it.
    @discardableResult
    func run(
        threads: Int = 2, isHourly: Bool = false, progress: @Sendable (FleetExport.Progress) throws -> Void = { _ in }
    ) throws -> FleetExport.Outcome {
        try FleetExport(plan, scenario: text, folder: folder, isHourly: isHourly)
            .run(threads: threads, progress: progress)
    }

    func bytes(_ table: ExportTable) throws -> Data { try Data(contentsOf: folder.appending(path: table.file)) }

    /// The lines below the header.
    func lines(_ table: ExportTable) throws -> [Substring] {
        Array(String(decoding: try bytes(table), as: UTF8.self).split(separator: "\n").dropFirst())
    }

    /// Rows by the names of the columns.
    func rows(_ table: ExportTable) throws -> [[String: Substring]] {
        let names = table.columns.map(\.name)
        return try lines(table).map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return Dictionary(uniqueKeysWithValues: zip(names, fields))
        }
    }

    /// The village of the shipped scenarios for fewer months, so that a test takes no time.
    static func village(months: Int = 3) throws -> Exported {
        let kept = ShippedScenario.village.yaml.split(separator: "\n", omittingEmptySubsequences: false).filter {
            line in
            // Faults by name that begin after the end would be refused.
            !(months + 1..<13).contains { line.contains("from: 2026-\($0 < 10 ? "0" : "")\($0)") }
        }
        return try Exported(kept.joined(separator: "\n").replacing("months: 12", with: "months: \(months)"))
    }

    /// Each row's whole number in a column; rows without one are left out.
    static func number(_ row: [String: Substring], _ column: String) -> Int? { row[column].flatMap { Int($0) } }
}
