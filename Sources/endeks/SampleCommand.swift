import ArgumentParser
import Billing
import Foundation
import InvoiceDocuments
import MeterVision
import Quantities
import Wording

/// `endeks sample …`, which `tools/run` shows.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Bill the sample photos and show each beside its invoice.",
        discussion: """
            Every photo of the folder is billed to the invented subscriber of the same name in its subfolder \
            'subscribers', by the built-in sample tariff. The invoices and a page that shows photos and invoices side \
            by side are written to the folder of --out. A second run makes no invoice twice.

            \(EndeksExit.table([
                .done, .failed, .modelUnusable, .noPhotoFound, .subscriberFileWrong, .tariffFileWrong,
                .outputNotWritable, .usage,
            ]))
            """)

    @Option(help: ArgumentHelp("The folder of the photos.", valueName: "folder"))
    var photos = "Images/photos"

    @Option(
        help: ArgumentHelp("Where invoices and page go; ~/.local/share/endeks/sample if left out.", valueName: "folder")
    )
    var out: String?

    @Option(help: ArgumentHelp("The language of table and page: tr or en.", valueName: "language"))
    var language: Language?

    @Option(help: ArgumentHelp("Read with this model instead of the one compiled in.", valueName: "file"))
    var model: String?

    func run() throws {
        OpenMPLimit.ensure()
        do {
            try bill()
        } catch {
            StandardError.print("endeks: \(error.message)")
            throw error.exit.code
        }
    }

    private func bill() throws(CommandFailure) {
        let folder = out ?? Self.dataFolder
        let language = language ?? Self.usersLanguage
        let samples = try SampleBilling(photos: photos, out: folder, model: model)
        let names = ["utility": samples.utility, "folder": Self.shortened(folder)]
        print(SampleWords.intro.text(in: language, names) + "\n")
        var table = SampleTable(language: language, photos: samples.files.map(samples.name))
        table.begin()
        var cases: [SampleCase] = []
        for file in samples.files {
            let sample = try samples.bill(file)
            table.add(sample)
            cases.append(sample)
        }
        table.end()
        let page = SamplePage(cases: cases, utility: samples.utility, language: language)
        let address = try write(page, to: folder)
        print("\n  \(SampleWords.page.text(in: language))  \(address)")
        print("  \(SampleWords.documents.text(in: language))  \(samples.documents)")
        print("  \(SampleWords.yours.text(in: language))  tools/endeks bill --example")
    }

    /// Writes the page whole, or not at all; the answer is the address that a browser opens it by.
    private func write(_ page: SamplePage, to folder: String) throws(CommandFailure) -> String {
        let file = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent("index.html")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(page.html.utf8).write(to: file, options: .atomic)
        } catch {
            throw CommandFailure(
                .outputNotWritable, "\(folder): \(error.localizedDescription). Give another folder with --out.")
        }
        return file.standardizedFileURL.absoluteString
    }

    private static var dataFolder: String {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? NSHomeDirectory()
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/share"
        return data + "/endeks/sample"
    }

    private static func shortened(_ folder: String) -> String {
        guard let home = ProcessInfo.processInfo.environment["HOME"], !home.isEmpty, folder.hasPrefix(home + "/") else {
            return folder
        }
        return "~" + folder.dropFirst(home.count)
    }

    private static var usersLanguage: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("tr") == true ? .turkish : .english
    }
}

extension Language: ExpressibleByArgument {}
