import Foundation
import Storage

/// What a command reads out of a data folder, and prints as JSON or as text.
protocol DataFolderReport: Encodable, Sendable {
    init(_ view: some Statements) throws

    var text: String { get }
}

extension DataFolderReport {
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension DataFolderOption {
    /// Prints a report on a folder that must be there; a failure is told, and ends with its code.
    func printReport<Report: DataFolderReport>(_ report: Report.Type, json: Bool) async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let store = try await openExisting()
            do {
                let report = try await store.read { try Report($0) }
                print(json ? try report.json() : report.text)
            } catch {
                throw CommandFailure(data: error, folder: data)
            }
        }
    }
}
