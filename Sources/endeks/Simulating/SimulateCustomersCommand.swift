import ArgumentParser
import CustomerSimulator
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals
import Web

extension StatusCourse: ExpressibleByArgument {}

/// `endeks simulate customers`.
struct SimulateCustomersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customers",
        abstract: "Send photos as WhatsApp customers would, and play the Graph API that the service answers by.",
        discussion: """
            The service needs nothing but this command's address as 'graph' in its configuration. The app secret, the \
            verify token and the bearer are those of the service, from the same environment variables: \
            \(WhatsAppEnvironment.names.joined(separator: ", ")).

            With --count 0 only the Graph API is played; tests then put media on it by POST /simulator/media, read what \
            was sent by GET /simulator/messages and /simulator/files/ID, and ask for faults by POST /simulator/faults.

            Exit codes: 0 every photo was answered once; 1 a photo was not answered, or answered twice; 64 wrong arguments.
            """)

    @Option(help: ArgumentHelp("The service's webhook.", valueName: "url"))
    var webhook: String

    @Option(
        help: ArgumentHelp(
            "The folder of the photos, with labels.csv or senders.csv if there is one.", valueName: "folder"))
    var photos: String

    @Option(help: ArgumentHelp("The subscribers, as 'endeks subscribers import' takes them.", valueName: "file"))
    var subscribers: String

    @Option(help: ArgumentHelp("Where the Graph API is played.", valueName: "host:port"))
    var listen = "127.0.0.1:9470"

    @Option(help: "Photos a second.")
    var rate: Double = 1

    @Option(help: "The seed of the order.")
    var seed: UInt64 = 1

    @Option(help: "How many photos in all; each customer's photos once if left out.")
    var count: Int?

    @Option(help: "Which statuses the channel tells: none, ordered or mixed.")
    var statuses: StatusCourse = .mixed

    @Option(help: "The share of webhooks that are repeated although they were answered, 0 to 1.")
    var duplicates: Double = 0

    @Option(help: "The share of photos that are sent as a document, 0 to 1.")
    var documents: Double = 0

    @Option(help: "Seconds to wait for answers after the last photo.")
    var patience: Int = 60

    @Option(help: "Seconds that the address of a medium is good.")
    var mediaLifetime: Int = 300

    @Option(help: "The number that customers write to, as in the service's configuration.")
    var phoneNumberID = "310000000000001"

    @Option(help: ArgumentHelp("Write what became of each photo to a JSON file.", valueName: "file"))
    var report: String?

    @Option(
        help: ArgumentHelp(
            "Remember in a folder what was sent, and go on from there at the next start.", valueName: "folder"))
    var memory: String?

    @Flag(help: "Go on until Ctrl-C when every photo is answered.")
    var hold = false

    func validate() throws {
        guard rate > 0, rate <= 1000 else { throw ValidationError("--rate must be above 0 and at most 1000.") }
        guard (0...1).contains(duplicates), (0...1).contains(documents) else {
            throw ValidationError("--duplicates and --documents must be between 0 and 1.")
        }
        guard count.map({ $0 >= 0 }) ?? true, patience >= 0, mediaLifetime > 0 else {
            throw ValidationError("--count, --patience and --media-lifetime must not be negative.")
        }
        guard URL(string: webhook)?.host != nil else {
            throw ValidationError("--webhook must be an address such as http://127.0.0.1:8080/webhook.")
        }
        guard ListenAddress(listen) != nil else { throw ValidationError("--listen must be HOST:PORT.") }
    }

    func run() async throws {
        guard let address = URL(string: webhook), let listen = ListenAddress(listen) else {
            throw ExitCode.validationFailure
        }
        let secrets: WhatsAppEnvironment
        let folder: PhotoFolder
        let customers: [Customer]
        do {
            secrets = try WhatsAppEnvironment(ProcessInfo.processInfo.environment)
            folder = try PhotoFolder(URL(fileURLWithPath: photos, isDirectory: true))
            customers = try CustomerFile(String(contentsOfFile: subscribers, encoding: .utf8), file: subscribers)
                .customers
        } catch {
            StandardError.print("endeks: \(error)")
            throw ExitCode.failure
        }
        let plan = CustomerPlan(customers: customers, photos: folder, seed: seed, count: count)
        let memory = try memory.map { try StandInMemory(folder: URL(fileURLWithPath: $0, isDirectory: true)) }
        let graph = GraphStandIn(
            settings: .init(
                phoneNumberID: phoneNumberID, token: secrets.token, mediaLifetime: .seconds(mediaLifetime),
                run: UInt32.random(in: 0...UInt32.max)),
            memory: memory)
        let sender = WebhookSender(address: address, secret: secrets.appSecret)
        let simulation = CustomerSimulation(
            settings: .init(
                rate: rate, seed: seed, statuses: statuses, duplicates: duplicates, documents: documents,
                patience: hold || plan.entries.isEmpty ? nil : .seconds(patience)),
            graph: graph, webhook: sender, photos: folder, plan: plan, memory: memory
        ) { happening in
            if let line = CustomerLine.text(happening) { CustomerLine.write(line) }
        }
        try await withStandIn(graph, at: listen) {
            if !(await sender.verify(token: secrets.verifyToken, challenge: "1158201444")) {
                StandardError.print(
                    "endeks: \(webhook) does not answer the handshake; photos are sent and repeated all the same.")
            }
            try await simulation.run()
        }
        let told = SimulationReport(
            await simulation.book, webhooks: sender.counted, failedMediaRequests: await graph.failedMediaRequests)
        if let report { try told.json().write(to: URL(fileURLWithPath: report), options: .atomic) }
        if !told.photos.isEmpty { CustomerLine.write(CustomerLine.summary(told)) }
        if told.unanswered > 0 || told.answeredTwice > 0 { throw ExitCode.failure }
    }

    /// Runs `body` while the Graph API is played; Ctrl-C ends both.
    private func withStandIn(
        _ graph: GraphStandIn, at listen: ListenAddress, _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        var logger = Logger(label: "endeks.simulate")
        logger.logLevel = .error
        let server = GraphService(graph, host: listen.host, port: listen.port, logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: server),
                    .init(service: TaskService(body: body), successTerminationBehavior: .gracefullyShutdownGroup),
                ], gracefulShutdownSignals: [.sigint, .sigterm], logger: logger))
        try await group.run()
    }
}
