import Accounts
import Foundation
import Intake
import Logging
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// The service, wired: the store, the room that takes photos in, and the two servers.
struct RunningService {
    let config: ServiceConfig
    let secrets: ServiceSecrets
    let data: DataFolderOption
    let now: TimeSource
    let registry: MetricsRegistry
    let logger: Logger

    /// Runs until it is told to stop.
    ///
    /// - Throws: `CommandFailure` where it cannot begin, or a part of it ends by itself.
    func run() async throws(CommandFailure) {
        let steps = try EndAtStep.probe(environment: ProcessInfo.processInfo.environment)
        let folder = data.data
        let blobs: BlobStore
        // Held until the process ends, however it ends.
        let lock: FolderLock
        do throws(StoreError) {
            lock = try FolderLock(folder: folder)
            blobs = try BlobStore(folder: folder)
            blobs.sweep()
        } catch .locked {
            throw CommandFailure(.failed, "\(folder): another 'endeks serve' works on this data folder.")
        } catch {
            throw CommandFailure(data: error, folder: folder)
        }
        let store = try await data.open()
        defer { withExtendedLifetime(lock) {} }
        let issuer: InvoiceIssuer
        do {
            issuer = try InvoiceIssuer(issuer: config.issuer, prefix: config.invoicePrefix)
        } catch {
            throw CommandFailure(.failed, "the invoice prefix '\(config.invoicePrefix)' cannot begin a number.")
        }
        let settings = IntakeSettings(
            issuer: issuer, isSample: config.isSample,
            graph: config.graph, graphVersion: config.graphVersion, phoneNumberID: config.phoneNumberID,
            template: config.template, grace: config.grace, workers: config.workers, appSecrets: secrets.appSecrets,
            verifyToken: secrets.verifyToken, token: secrets.token,
            workerCommand: ["/proc/self/exe", "read-worker"])
        let intake = IntakeService(
            settings: settings, store: store, blobs: blobs, now: now, steps: steps, logger: logger)
        if config.phoneNumberID == nil {
            logger.critical(
                """
                missing in the config: 'whatsapp: phone-number-id'. Webhooks are taken in and kept, but no photo is \
                fetched and no reply is sent until the key is there and the service is started again
                """)
        }
        let stop = StopFlag { [logger] in
            logger.notice("stopping")
            ServiceProcess.endAfter(9.5) { logger.warning("the stop took too long; what was under way is done again") }
        }
        do {
            try await group(intake: intake, store: store, stop: stop).run()
        } catch is CancellationError {
            // A stop that had to be hurried.
        } catch {
            throw CommandFailure(.failed, "the service ended: \(error)")
        }
        logger.notice("stopped")
    }

    private func group(
        intake: IntakeService, store: Store, stop: StopFlag
    ) throws -> ServiceGroup {
        let readiness = Readiness(store: store, stop: stop, now: now)
        let webhook = Routers.webhook(WebhookRoutes(intake: intake, stop: stop), HealthRoutes(readiness: readiness))
        let looked = ServiceMetrics(store: store, desk: intake.desk, now: now)
        let staff = Routers.staff(
            MetricsRoutes(registry: registry) { await looked.families() }, try ReviewRoutes(desk: intake.desk, now: now)
        )
        // Services are told to stop from the last to the first: the flag first, then the doors, then the work.
        var configuration = ServiceGroupConfiguration(
            services: [
                intake, ResumeOnHangUp(intake: intake, logger: logger), server("webhook", config.listen, webhook),
                server("staff", config.staff, staff), stop,
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        configuration.maximumGracefulShutdownDuration = .seconds(9)
        return ServiceGroup(configuration: configuration)
    }

    private func server(_ name: String, _ address: ListenAddress, _ router: WebRouter) -> WebServer {
        WebServer(name: name, address: address, router: router, logger: quiet) { [logger] address in
            logger.notice("listening", metadata: ["server": "\(name)", "address": "\(address)"])
        }
    }

    /// What the frameworks say of themselves is told from warnings on.
    private var quiet: Logger {
        var quiet = logger
        quiet.logLevel = max(.warning, logger.logLevel)
        return quiet
    }
}

/// SIGHUP lets a sender that WhatsApp's refusal stopped try again, once its cause is mended.
private struct ResumeOnHangUp: Service {
    let intake: IntakeService
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() {
            intake.resume()
            logger.notice("SIGHUP: a sender that WhatsApp's refusal stopped tries again")
        }
    }
}
