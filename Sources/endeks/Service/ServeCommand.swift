import ArgumentParser
import Foundation
import Logging
import Metrics
import Storage
import Web
import WrittenFiles

/// `endeks serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the service: photos by WhatsApp in, invoices back, and the review page.",
        discussion: """
            Secrets come from the environment alone; 'endeks config example' names them. The log is JSON, one object a \
            line, on standard error. SIGTERM and SIGINT (Ctrl-C) stop it within ten seconds; what is taken in stays, \
            and the next start goes on from there. SIGHUP lets a sender that was stopped try again.


            """ + EndeksExit.table([.done, .failed, .dataFolderUnusable, .usage]))

    @OptionGroup
    var data: DataFolderOption

    @Option(help: "The config file; without one, an invented company on 127.0.0.1:8080 and :8081.")
    var config: String?

    func run() async throws {
        do {
            let settings: ServiceConfig
            do throws(FileMistakes) {
                settings = try ServiceConfig.load(config)
            } catch {
                throw CommandFailure(.failed, error.message)
            }
            let secrets = try ServiceSecrets(environment: ProcessInfo.processInfo.environment)
            // Workers decode strangers' bytes; what they do not know, they cannot lose.
            ServiceSecrets.forgetEnvironment()
            ServiceProcess.prepare()
            let now: TimeSource = { Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())) }
            LoggingSystem.bootstrap { label in JSONLog(label: label, now: now, write: StandardErrorLine.write) }
            let registry = MetricsRegistry()
            MetricsSystem.bootstrap(registry)
            try await RunningService(
                config: settings, secrets: secrets, data: data, now: now, registry: registry,
                logger: Logger(label: "endeks")
            ).run()
        } catch let failure as CommandFailure {
            FileHandle.standardError.write(Data("endeks: \(failure.message)\n".utf8))
            throw failure.exit.code
        }
    }
}
