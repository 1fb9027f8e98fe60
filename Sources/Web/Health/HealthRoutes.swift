package import Hummingbird

/// Answers what watches the service: whether the process is alive, and whether it can take work.
package struct HealthRoutes: Sendable {
    private let readiness: Readiness

    package init(readiness: Readiness) { self.readiness = readiness }

    package func add(to router: Router<BasicRequestContext>) {
        router.get("/healthz") { _, _ in Response(.ok, text: "alive\n") }
        router.get("/readyz") { _, _ in
            guard let problem = await readiness.problem() else { return Response(.ok, text: "ready\n") }
            return Response(.serviceUnavailable, text: problem.rawValue + "\n", headers: [.retryAfter: "5"])
        }
    }
}
