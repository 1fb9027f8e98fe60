package import Hummingbird
package import Logging
internal import NIOCore
internal import ServiceLifecycle

/// One of the two servers: a router behind an address, with the limits that keep slow clients from the others.
package struct WebServer: Service {
    /// `webhook` or `staff`: what it is called in logs and metrics.
    package let name: String
    private let application: any ApplicationProtocol

    /// A server that is not yet running; `isRunning` hears the address once it is.
    package init(
        name: String, address: ListenAddress, limits: ConnectionLimits = ConnectionLimits(),
        router: Router<BasicRequestContext>, logger: Logger,
        isRunning: @escaping @Sendable (ListenAddress) async -> Void
    ) {
        self.name = name
        let watch = ConnectionWatch(server: name, limits: limits, logger: logger)
        application = Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionDeadlinesInstaller(watch: watch)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port), serverName: nil),
            onServerRunning: { channel in
                await isRunning(
                    ListenAddress(host: address.host, port: channel.localAddress?.port ?? address.port))
            },
            logger: logger)
    }

    package func run() async throws {
        try await application.run()
    }
}
