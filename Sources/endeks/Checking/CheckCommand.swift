import ArgumentParser
import Foundation
import VectorChecks

/// The command `endeks check`.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the computations of Endeks.", subcommands: [CheckVectorsCommand.self])
}

/// The command `endeks check vectors`.
struct CheckVectorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vectors",
        abstract: "Compute the rows of vector files (*.csv) and compare them with the figures in the files.",
        discussion: """
            The kind of a file is its name; its columns may stand in any order. Each row is computed by the billing \
            library. For each file the rows passed and failed are printed, and each figure that differs with what the \
            file expects and what was computed. Equations of state are compared by a relative tolerance (AGA8 DETAIL \
            1e-6, SGERG-88 1e-4), and the largest difference is printed; rows of a model that Endeks does not have are \
            counted as other model. Subfolders are not read.

            \(EndeksExit.table([.done, .failed, .noPhotoFound, .vectorFileWrong, .usage]))
            """)

    @Argument(help: "The folder with the vector files.")
    var folder: String

    @Option(help: ArgumentHelp("Check these files alone: names without .csv, commas between.", valueName: "name,…"))
    var only: String?

    @Flag(help: "Print the report as JSON.")
    var json = false

    func run() async throws {
        let report: VectorReport
        do {
            report = try checkedFolder()
        } catch let failure as CommandFailure {
            FileHandle.standardError.write(Data("endeks: \(failure.message)\n".utf8))
            throw failure.exit.code
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
            print(report.text)
        }
        for error in report.errors { FileHandle.standardError.write(Data("endeks: \(error)\n".utf8)) }
        switch report.verdict {
        case .passed: break
        case .failed: throw EndeksExit.failed.code
        case .fileWrong: throw EndeksExit.vectorFileWrong.code
        }
    }

    /// The report on the folder's files that are to be checked, read whole, with those that they are computed from.
    private func checkedFolder() throws -> VectorReport {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw CommandFailure(.noPhotoFound, "\(folder): there is no such folder.")
        }
        guard isFolder.boolValue else {
            throw CommandFailure(.noPhotoFound, "\(folder): this is a file; name the folder that it is in.")
        }
        do {
            let selection = try only.map(VectorSelection.init(only:)) ?? .all
            let all = try FileManager.default.contentsOfDirectory(atPath: folder)
            let names = try selection.files(among: all)
            return VectorReport(
                checking: try names.map(read),
                beside: try VectorSelection.companions(of: names, among: all).map(read))
        } catch let error as VectorSelectionError {
            throw CommandFailure(.vectorFileWrong, "\(folder): \(error).")
        } catch let error as CocoaError {
            throw CommandFailure(.vectorFileWrong, "\(folder): it cannot be read (\(error.localizedDescription)).")
        }
    }

    private func read(_ name: String) throws -> VectorFile {
        let url = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(name)
        do {
            return VectorFile(name: name, bytes: [UInt8](try Data(contentsOf: url)))
        } catch {
            throw CommandFailure(
                .vectorFileWrong, "\(url.path): it cannot be read (\(error.localizedDescription)).")
        }
    }
}
