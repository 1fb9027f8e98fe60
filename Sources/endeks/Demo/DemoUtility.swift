import Accounts
import CustomerSimulator
import Foundation
import Intake
import Logging
import Quantities
import ServiceLifecycle
import Storage
import UnixSignals
import Wording

/// The sample utility at work: service, stand-in, customers and screen, started together and stopped together.
struct DemoUtility {
    let folder: DemoFolder
    let photos: String
    let subscribers: String
    let language: Language
    let rate: Double
    let endsWhenAnswered: Bool

    private static let phoneNumberID = "310000000000001"

    func run() async throws {
        let ports = try DemoPorts()
        try folder.writeConfig(ports, phoneNumberID: Self.phoneNumberID)
        if !folder.isImported {
            try importFile(["subscribers", "import", subscribers])
            // The year before, for the use that the review page shows beside a photo.
            let history = URL(fileURLWithPath: subscribers).deletingLastPathComponent().appending(path: "history.csv")
            if FileManager.default.fileExists(atPath: history.path) {
                try importFile(["readings", "import", history.path])
            }
            try Data().write(to: folder.imported)
        }
        // Good for this start alone: both sides are told, and nobody else.
        let secrets = Dictionary(uniqueKeysWithValues: WhatsAppEnvironment.names.map { ($0, Self.randomWord()) })
        let shared = try WhatsAppEnvironment(secrets)
        let hook = "http://127.0.0.1:\(ports.webhook)"
        guard let webhook = URL(string: hook + "/webhook"), let readiness = URL(string: hook + "/readyz") else {
            throw CommandFailure(.failed, "\(hook) is no address")
        }
        let service = DemoService(folder: folder, secrets: secrets, readiness: readiness)
        let memory = try StandInMemory(folder: folder.customers)
        let graph = GraphStandIn(
            settings: .init(
                phoneNumberID: Self.phoneNumberID, token: shared.token, mediaLifetime: .seconds(300),
                run: UInt32.random(in: 0...UInt32.max)),
            memory: memory)
        let shelf = try PhotoFolder(URL(fileURLWithPath: photos, isDirectory: true))
        let customers = try CustomerFile(String(contentsOfFile: subscribers, encoding: .utf8), file: subscribers)
            .customers
        let plan = CustomerPlan(customers: customers, photos: shelf, seed: 1, count: nil, inOrder: true)
        let screen = DemoWatch(
            folder: folder, graph: graph, plan: plan, language: language,
            foot: .init(
                reviewPage: "http://127.0.0.1:\(ports.staff)/review", documents: DemoFolder.shortened(folder.documents))
        )
        let simulation = CustomerSimulation(
            settings: .init(rate: rate, seed: 1, patience: endsWhenAnswered ? .seconds(120) : nil), graph: graph,
            webhook: WebhookSender(address: webhook, secret: shared.appSecret), photos: shelf, plan: plan,
            memory: memory
        ) { happening in
            guard case .answered(_, let message) = happening else { return }
            Task { await screen.keepDocument(of: message) }
        }
        var logger = Logger(label: "endeks.demo")
        logger.logLevel = .error
        let watch = TaskService {
            try await service.ready()
            try await screen.watch(simulation)
        }
        let sending = TaskService {
            try await service.ready()
            try await simulation.run()
            // The last answer is shown before the screen ends.
            try await Task.sleep(for: .milliseconds(500))
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: GraphService(graph, host: "127.0.0.1", port: ports.graph, logger: logger)),
                    .init(service: service),
                    .init(service: sending, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: watch, successTerminationBehavior: .ignore),
                ], gracefulShutdownSignals: [.sigint, .sigterm, .sighup], logger: logger))
        try await group.run()
        await screen.end()
    }

    private func importFile(_ command: [String]) throws(CommandFailure) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = command + ["--data", folder.data.path]
        process.standardOutput = FileHandle.nullDevice
        do { try process.run() } catch { throw CommandFailure(.failed, "\(error)") }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailure(.failed, "'endeks \(command[0]) import' did not take the sample; see above")
        }
    }

    private static func randomWord() -> String {
        (0..<4).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 36) }.joined()
    }
}
