internal import HTTPTypes
package import Hummingbird

/// `/metrics` in the text form of Prometheus.
package struct MetricsRoutes: Sendable {
    private let registry: MetricsRegistry
    private let moment: @Sendable () async -> [MetricFamily]

    /// `moment` gives the metrics that are not counted but looked up when somebody asks.
    package init(registry: MetricsRegistry, moment: @escaping @Sendable () async -> [MetricFamily]) {
        self.registry = registry
        self.moment = moment
    }

    package func add(to router: Router<BasicRequestContext>) {
        router.get("/metrics") { _, _ in
            let looked = await moment() + ProcessMetrics.families()
            let names = Set(looked.map(\.name))
            // A family stands once: what was looked up is newer than what was counted.
            let counted = registry.families().filter { !names.contains($0.name) }
            let text = (counted + looked).sorted { $0.name < $1.name }.map(\.text).joined()
            return Response(
                .ok, type: "text/plain; version=0.0.4; charset=utf-8", bytes: Array(text.utf8))
        }
    }
}
