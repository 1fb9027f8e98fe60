import Accounts
import ArgumentParser
import Foundation
import Intake
import Quantities
import Storage

/// `endeks training …`: what the reader can learn of a utility's own photos.
struct TrainingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training", abstract: "Photos of a data folder to train the reader on.",
        subcommands: [TrainingExportCommand.self])
}

/// `endeks training export`.
struct TrainingExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the photos that staff decided on, as the training takes them; also while the service runs.",
        discussion: """
            Written are photos/*.jpg, crops round the counter window with random names, photos.tsv, the list that \
            tools/training takes, and labels.csv for 'endeks read --evaluate'. No name, number, serial, date or order in \
            them says whose they are; what is printed round the window, up to 0.35 of its height above and below and 0.2 of \
            its width beside it, may be in the picture, the rest of the photo is not. Photos of a meter share a fold.

            A photo is taken where a clerk accepted or corrected the index and the reader had read it in the window that it \
            found (one wheel may differ), or where a clerk rejected it as blurred, dark or glared and the window shows as \
            many wheels as the meter has. What the reader alone accepted is not taken: it would teach itself. Red digits, \
            which no clerk confirms, are left open. How many were left out, and why, is printed.

            These are customers' photos, and training is another purpose than billing. The privacy notice that comes with \
            Endeks says that photos are used only to read and to bill: change it before you collect for training, and \
            enter the purpose with its legal basis (KVKK m.5, m.10) in your register. --basis writes it into the audit log, \
            which has every export with its options. Delete the folder when the training is done. The guide \
            'Retrain on your own photos' walks you through it.

            \(EndeksExit.table([.done, .noPhotoFound, .outputNotWritable, .dataFolderUnusable, .usage]))
            """)

    @Option(help: ArgumentHelp("The folder to write to; empty, or not there yet.", valueName: "folder"))
    var out: String

    @Option(
        help: ArgumentHelp("Only photos that came in on this day or later.", valueName: "yyyy-mm-dd"),
        transform: CivilDate.argument)
    var since: CivilDate?

    @Option(
        help: ArgumentHelp("Only photos that came in on this day or before.", valueName: "yyyy-mm-dd"),
        transform: CivilDate.argument)
    var until: CivilDate?

    @Option(help: "So many photos at most, those that were decided last.")
    var most: Int?

    @Option(help: ArgumentHelp("The legal basis, as your register names it, for the audit log.", valueName: "text"))
    var basis: String?

    @OptionGroup var folder: DataFolderOption

    func validate() throws {
        if let most, most < 1 { throw ValidationError("--most must be at least 1.") }
        if let since, let until, until < since { throw ValidationError("--until lies before --since.") }
        if let basis, basis.isEmpty || basis.count > 200 || basis.contains(where: \.isNewline) {
            throw ValidationError("--basis must be a line of 1 to 200 characters.")
        }
    }

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let store = try await folder.openExisting()
            let wish = TrainingWish(since: since, until: until, most: most, basis: basis, asker: Self.asker)
            var random = SystemRandomNumberGenerator()
            let export: TrainingExport
            let choice: TrainingChoice
            do {
                export = TrainingExport(store: store, blobs: try BlobStore(folder: folder.data), now: { .now })
                choice = try await export.choice(wish, using: &random)
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
            guard !choice.samples.isEmpty else {
                tell(choice.omitted)
                throw CommandFailure(
                    .noPhotoFound, "\(folder.data): no photo that staff decided on can be used. Nothing was written.")
            }
            let target = try TrainingFolder(out)
            do throws(CommandFailure) {
                let report = try await write(choice, wish, by: export, to: target, using: &random)
                tell(report)
            } catch {
                target.empty()
                throw error
            }
        }
    }

    private func write(
        _ choice: TrainingChoice, _ wish: TrainingWish, by export: TrainingExport, to target: TrainingFolder,
        using random: inout SystemRandomNumberGenerator
    ) async throws(CommandFailure) -> TrainingExport.Report {
        let progress = PhotoProgressLine(total: choice.samples.count)
        defer { progress.end() }
        progress.show(0)
        do {
            return try await export.hand(choice, wish, using: &random) { file, bytes in
                try target.write(file, bytes)
            } progress: { done in
                progress.show(done)
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(data: error, folder: folder.data)
        }
    }

    private func tell(_ report: TrainingExport.Report) {
        print(
            """
            \(out): \(report.photos) photos of \(report.meters) meters, \(report.readable) of them readable.
            Export \(report.export) of the audit log. Delete the folder when the training is done.
            """)
        tell(report.omitted)
        if basis == nil {
            StandardError.print("endeks: no --basis was given: name the legal basis, so that the audit log has it.")
        }
    }

    private func tell(_ omitted: [TrainingOmission: Int]) {
        for omission in TrainingOmission.allCases {
            guard let count = omitted[omission] else { continue }
            print("Left out: \(count) \(omission.words)")
        }
    }

    /// Who asks, as the machine knows them: the user, and whoever took that user's place by sudo.
    private static var asker: String {
        let caller = ProcessInfo.processInfo.environment["SUDO_UID"].flatMap { UInt32($0) }
        return "uid \(getuid())" + (caller.map { ", sudo by \($0)" } ?? "")
    }
}

extension TrainingOmission {
    /// Why, for the one who typed the command.
    fileprivate var words: String {
        switch self {
        case .waitsAgain: "wait for a clerk again, because the customer objected."
        case .rejectedOtherwise: "were rejected for something else than that they cannot be read."
        case .meterUnknown: "have no meter that is known, and so no fold."
        case .noWindow: "have no window that was found, or no picture."
        case .windowNotBorneOut: "have a window in which other digits were read than the clerk saw."
        case .samePicture: "show the very picture of another one."
        case .pictureGone: "have a picture that is missing in the data folder, or damaged."
        }
    }
}
