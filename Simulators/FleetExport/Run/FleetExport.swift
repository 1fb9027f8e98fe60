package import FleetSimulator
package import Foundation
import Storage
import Synchronization

/// A fleet written to a folder: every table as CSV and all of them in `fleet.sqlite`, which DuckDB and pandas open.
///
/// The same scenario gives the same bytes of CSV and the same rows, on any number of threads and after any number of kills.
/// What was begun is gone on with; a folder takes one export.
package struct FleetExport: Sendable {
    /// How far an export is.
    package struct Progress: Sendable {
        /// Of the work, in parts of ``total``.
        package let done: Int
        /// The work.
        package let total: Int
        /// What of it was done by an earlier process.
        package let before: Int
        /// Rows of all tables.
        package let rows: Int
    }

    /// What came of an export.
    package struct Outcome: Hashable, Sendable {
        /// Digest of the tables that an office can know.
        package let readings: RowDigest
        /// Digest of the tables that only the simulator knows.
        package let truth: RowDigest
        /// Rows of each table.
        package let rows: [ExportTable: Int]
        /// Whether the folder was finished before.
        package let wasFinished: Bool

        /// The last line on standard output.
        package var line: String { "digest readings=\(readings.hexadecimal) truth=\(truth.hexadecimal)" }
    }

    /// The plan.
    package let plan: FleetPlan
    /// Where to.
    package let folder: URL
    /// Whether every hour is written too.
    package let isHourly: Bool
    private let identity: ExportFolder.Identity

    /// An export.
    ///
    /// - Parameters:
    ///   - plan: the fleet.
    ///   - scenario: the text that the plan was read from: another text is another export.
    ///   - folder: where to.
    ///   - isHourly: whether every hour is written too.
    /// - Throws: `ExportError.name` for a name that a line of CSV cannot carry.
    package init(_ plan: FleetPlan, scenario: String, folder: URL, isHourly: Bool = false) throws(ExportError) {
        let names =
            plan.groups.map(\.name) + plan.contractors.map(\.name)
            + plan.groups.indices.flatMap { [plan.tariffName(ofGroup: $0), plan.regionName(ofGroup: $0)] }
        for name in names where name.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) {
            throw .name(name)
        }
        self.plan = plan
        self.folder = folder
        self.isHourly = isHourly
        identity = ExportFolder.Identity(
            scenario: plan.name, fingerprint: Digest.hexadecimal(Digest.sha256(Array(scenario.utf8))),
            isHourly: isHourly)
    }

    /// Writes what is missing.
    ///
    /// - Parameters:
    ///   - threads: how many work side by side, at least 1.
    ///   - progress: told after each piece, by one thread at a time; an error of it ends the export, which goes on next time.
    /// - Returns: the digests.
    /// - Throws: ``ExportError``, or what `progress` throws.
    @discardableResult
    package func run(threads: Int, progress: @Sendable (Progress) throws -> Void = { _ in }) throws -> Outcome {
        let jobs = ExportJob.all(plan, isHourly: isHourly)
        let total = jobs.reduce(0) { $0 + $1.weight }
        let opened = try ExportFolder(folder, identity)
        let wasFinished = opened.isFinished
        let start = opened.done
        let before = jobs.prefix(start).reduce(0) { $0 + $1.weight }
        let writer = Mutex((folder: opened, done: before))
        if !wasFinished {
            let fleet = PlannedFleet(plan)
            let dates = DateTexts(plan)
            try JobPipeline(threads: max(threads, 1)).run(start..<jobs.count) { number in
                FleetExport.text(of: jobs[number], fleet, dates)
            } take: { number, text in
                try writer.withLock { writer in
                    try writer.folder.append(text)
                    writer.done += jobs[number].weight
                    try progress(
                        Progress(
                            done: writer.done, total: total, before: before,
                            rows: writer.folder.rows.values.reduce(0, +)))
                }
            }
        }
        return try writer.withLock { writer in
            try writer.folder.finish()
            return Outcome(
                readings: writer.folder.readings, truth: writer.folder.truth, rows: writer.folder.rows,
                wasFinished: wasFinished)
        }
    }

    private static func text(of job: ExportJob, _ fleet: PlannedFleet, _ dates: DateTexts) -> ChunkText {
        var text = ChunkText()
        switch job.kind {
        case .readings: ReadingRows(fleet, dates).write(job.meters, into: &text)
        case .hours: HourRows(fleet: fleet, dates: dates).write(job.meters, into: &text)
        }
        return text
    }
}
