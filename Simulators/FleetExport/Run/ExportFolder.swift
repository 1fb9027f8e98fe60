import Foundation
import Storage

/// The files of an export, and how far it is; the SQLite file notes the lengths of the others with each piece of work.
final class ExportFolder {
    /// What makes an export this one.
    struct Identity {
        let scenario: String
        /// Of the scenario's text.
        let fingerprint: String
        let isHourly: Bool
        /// Of the tables; another one is another export.
        static let version = "1"
    }

    /// How many jobs are written.
    private(set) var done = 0
    private(set) var isFinished = false
    private(set) var readings = RowDigest()
    private(set) var truth = RowDigest()
    private(set) var rows: [ExportTable: Int] = [:]
    private let folder: URL
    private let tables: [ExportTable]
    private let database: BulkFile
    private var files: [FileHandle] = []
    private var lengths: [Int]

    /// Opens a folder, made if it is not there, and cuts off what a killed process left unfinished.
    init(_ folder: URL, _ identity: Identity) throws {
        self.folder = folder
        tables = ExportTable.all(isHourly: identity.isHourly)
        lengths = tables.map { $0.header.utf8.count }
        let manager = FileManager.default
        let file = folder.appending(path: "fleet.sqlite")
        do {
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            if !manager.fileExists(atPath: file.path), !(try manager.contentsOfDirectory(atPath: folder.path)).isEmpty {
                throw ExportError.foreignFolder(folder.path)
            }
        } catch let error as CocoaError {
            throw ExportError.notWritable("\(folder.path) (\(error.localizedDescription))")
        }
        do {
            // The tables of another export may be others: they are made once it is known to be this one.
            var known: [String: String] = [:]
            if manager.fileExists(atPath: file.path) { known = try BulkFile(path: file.path, tables: []).notes() }
            if let scenario = known["scenario"] {
                guard known["fingerprint"] == identity.fingerprint, known["version"] == Identity.version,
                    known["hourly"] == (identity.isHourly ? "1" : "0")
                else { throw ExportError.anotherExport(folder: folder.path, scenario: scenario) }
            }
            database = try BulkFile(path: file.path, tables: tables.map(\.bulk))
            if known["scenario"] == nil { try begin(identity) } else { try resume(known) }
        } catch let error as StoreError {
            throw ExportFolder.told(error, folder)
        }
    }

    private static func told(_ error: StoreError, _ folder: URL) -> ExportError {
        switch error {
        case .locked: .busy(folder: folder.path)
        case .unusable: .damaged(file: folder.path + "/fleet.sqlite")
        default: .notWritable("\(folder.path)/fleet.sqlite (\(error))")
        }
    }

    private func path(_ table: ExportTable) -> String { folder.appending(path: table.file).path }

    private func begin(_ identity: Identity) throws {
        for table in tables {
            guard FileManager.default.createFile(atPath: path(table), contents: Data(table.header.utf8)) else {
                throw ExportError.notWritable(path(table))
            }
        }
        try database.transaction { transaction in
            try transaction.note("scenario", identity.scenario)
            try transaction.note("fingerprint", identity.fingerprint)
            try transaction.note("version", Identity.version)
            try transaction.note("hourly", identity.isHourly ? "1" : "0")
            try note(transaction)
        }
        try open()
    }

    private func resume(_ known: [String: String]) throws {
        done = known["done"].flatMap { Int($0) } ?? 0
        isFinished = known["finished"] == "1"
        readings = RowDigest(sum: known["readings"].flatMap { UInt64($0, radix: 16) } ?? 0)
        truth = RowDigest(sum: known["truth"].flatMap { UInt64($0, radix: 16) } ?? 0)
        for (place, table) in tables.enumerated() {
            lengths[place] = known["bytes.\(table.rawValue)"].flatMap { Int($0) } ?? lengths[place]
            rows[table] = known["rows.\(table.rawValue)"].flatMap { Int($0) } ?? 0
            let size = try? FileManager.default.attributesOfItem(atPath: path(table))[.size] as? Int
            guard let size, size >= lengths[place], !isFinished || size == lengths[place] else {
                throw ExportError.damaged(file: path(table))
            }
        }
        if !isFinished { try open() }
    }

    private func open() throws {
        do {
            files = try tables.enumerated().map { place, table in
                let file = try FileHandle(forUpdating: URL(fileURLWithPath: path(table)))
                try file.truncate(atOffset: UInt64(lengths[place]))
                try file.seekToEnd()
                return file
            }
        } catch {
            throw ExportError.notWritable("\(folder.path) (\(error.localizedDescription))")
        }
    }

    /// Writes what the next job made.
    func append(_ text: ChunkText) throws {
        do {
            for (place, table) in tables.enumerated() where !text[table].bytes.isEmpty {
                try files[place].write(contentsOf: Data(text[table].bytes))
            }
        } catch {
            throw ExportError.notWritable("\(folder.path) (\(error.localizedDescription))")
        }
        for (place, table) in tables.enumerated() {
            lengths[place] += text[table].bytes.count
            rows[table, default: 0] += text[table].rows
            if table.isTruth { truth = truth + text[table].digest } else { readings = readings + text[table].digest }
        }
        done += 1
        do {
            try database.transaction { transaction in
                for (place, table) in tables.enumerated() { try transaction.append(text[table].bytes, to: place) }
                try note(transaction)
            }
        } catch let error as StoreError {
            throw ExportFolder.told(error, folder)
        }
    }

    /// Makes the indexes, and brings all to the disk.
    func finish() throws {
        guard !isFinished else { return }
        do {
            for file in files {
                try file.synchronize()
                try file.close()
            }
            for table in [ExportTable.meters, .readings, .truth] { try database.index(table.rawValue, on: "meter") }
            isFinished = true
            try database.finish { try note($0) }
        } catch let error as StoreError {
            throw ExportFolder.told(error, folder)
        } catch {
            throw ExportError.notWritable("\(folder.path) (\(error.localizedDescription))")
        }
    }

    private func note(_ transaction: BulkTransaction) throws {
        try transaction.note("done", String(done))
        try transaction.note("finished", isFinished ? "1" : "0")
        try transaction.note("readings", readings.hexadecimal)
        try transaction.note("truth", truth.hexadecimal)
        for (place, table) in tables.enumerated() {
            try transaction.note("bytes.\(table.rawValue)", String(lengths[place]))
            try transaction.note("rows.\(table.rawValue)", String(rows[table] ?? 0))
        }
    }
}
