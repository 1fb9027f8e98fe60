import Accounts
import Billing
import Foundation
import Hummingbird
import Intake
import Logging
import Quantities
import Storage
import Web

/// Both servers over a real store in a scratch folder.
final class WebFixture {
    let folder: String
    let store: Store
    let intake: IntakeService
    let stop = StopFlag()
    let webhook: WebRouter
    let staff: WebRouter

    /// 2026-11-21 12:00 UTC.
    static let start = Moment(secondsSince1970: 1_795_262_400)
    static let secret = "a secret"

    init(secrets: [String] = [WebFixture.secret]) throws {
        folder = NSTemporaryDirectory() + "endeks-web-\(UUID().uuidString)"
        store = try Store(folder: folder, migrations: AccountsTables.migrations + IntakeTables.migrations)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let issuer = Issuer(
            name: "Örnek Gaz", address: "Ankara", taxOffice: "", taxNumber: try VKN("4540536920"))
        guard let graph = URL(string: "http://127.0.0.1:9") else { throw URLError(.badURL) }
        let settings = IntakeSettings(
            issuer: try InvoiceIssuer(issuer: issuer, prefix: "OGZ"), isSample: true, graph: graph,
            graphVersion: "v26.0", phoneNumberID: "1", template: nil, grace: .seconds(2), workers: 1,
            appSecrets: secrets, verifyToken: "verify me", token: "bearer", workerCommand: ["/bin/false"])
        intake = IntakeService(
            settings: settings, store: store, blobs: try BlobStore(folder: folder), now: { Self.start }, steps: .none,
            logger: logger)
        webhook = Routers.webhook(
            WebhookRoutes(intake: intake, stop: stop),
            HealthRoutes(readiness: Readiness(store: store, stop: stop, now: { Self.start })))
        staff = Routers.staff(
            MetricsRoutes(registry: MetricsRegistry()) { [] },
            try ReviewRoutes(desk: intake.desk, now: { Self.start }))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// How many bodies are kept.
    func kept() async throws -> Int64 {
        try await store.read { try $0.row("SELECT count(*) AS number FROM inbox")?.integer("number") ?? 0 }
    }
}
