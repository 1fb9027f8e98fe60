package import Hummingbird

/// The routes of a server.
package typealias WebRouter = Router<BasicRequestContext>

/// The two routers: what the world may call, and what the staff of this machine may.
///
/// They stand apart and listen apart, so that publishing the first never publishes the second.
package enum Routers {
    package static func webhook(_ webhook: WebhookRoutes, _ health: HealthRoutes) -> WebRouter {
        let router = Router(context: BasicRequestContext.self)
        router.add(middleware: KnownMethods())
        router.add(middleware: MetricsMiddleware())
        webhook.add(to: router)
        health.add(to: router)
        return router
    }

    package static func staff(_ metrics: MetricsRoutes, _ review: ReviewRoutes? = nil) -> WebRouter {
        ProcessMetrics.begin()
        let router = Router(context: BasicRequestContext.self)
        router.add(middleware: KnownMethods())
        router.add(middleware: StaffHeaders())
        router.add(middleware: MetricsMiddleware())
        router.add(middleware: StaffGate())
        metrics.add(to: router)
        review?.add(to: router)
        return router
    }
}
