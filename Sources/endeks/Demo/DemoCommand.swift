import Accounts
import ArgumentParser
import CustomerSimulator
import Foundation
import Intake
import Logging
import Quantities
import ServiceLifecycle
import Storage
import UnixSignals
import Wording

/// `endeks demo`, which `tools/run` shows.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Run the sample utility: the service, and customers who send it the sample photos.",
        discussion: """
            The real service runs beside a stand-in for WhatsApp; the first start imports the sample subscribers \
            and, where history.csv lies beside them, their older readings; each later start goes on where the last one ended. Ctrl-C ends all of it.

            \(EndeksExit.table([.done, .failed, .usage]))
            """)

    @Option(help: ArgumentHelp("The folder of the photos.", valueName: "folder"))
    var photos = "Images/photos"

    @Option(
        help: ArgumentHelp("The sample subscribers; subscribers.csv beside the photos if left out.", valueName: "file"))
    var subscribers: String?

    @Option(
        help: ArgumentHelp("Where everything is kept; ~/.local/share/endeks/sample if left out.", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("The language of the screen: tr or en.", valueName: "language"))
    var language: Language?

    @Option(help: "Photos a second.")
    var rate: Double = 1.5

    @Flag(help: "End when every photo is answered.")
    var once = false

    func validate() throws {
        guard rate > 0, rate <= 100 else { throw ValidationError("--rate must be above 0 and at most 100.") }
    }

    func run() async throws {
        do {
            try await DemoUtility(
                folder: try DemoFolder(data), photos: photos, subscribers: subscribers ?? photos + "/subscribers.csv",
                language: language ?? Self.usersLanguage, rate: rate, endsWhenAnswered: once
            ).run()
        } catch let failure as CommandFailure {
            StandardError.print("endeks: \(failure.message)")
            throw failure.exit.code
        } catch {
            StandardError.print("endeks: \(error)")
            throw ExitCode.failure
        }
    }

    private static var usersLanguage: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("tr") == true ? .turkish : .english
    }
}

extension Language: ExpressibleByArgument {}
