internal import Hummingbird
package import Logging
internal import ServiceLifecycle

/// The stand-in on an address of its own, as a service.
package struct GraphService: Service {
    private let application: any ApplicationProtocol

    package init(_ graph: GraphStandIn, host: String, port: Int, logger: Logger) {
        application = Application(
            router: GraphRoutes(graph).router,
            configuration: .init(address: .hostname(host, port: port), serverName: nil), logger: logger)
    }

    package func run() async throws { try await application.run() }
}
