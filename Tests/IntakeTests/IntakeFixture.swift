import Accounts
import Billing
import Foundation
import Intake
import Logging
import Quantities
import Storage
import Testing

/// A service on an empty data folder, with a clock that stands where it is put.
final class IntakeFixture {
    let folder: String
    let store: Store
    let blobs: BlobStore
    let service: IntakeService
    /// 2026-11-21 12:00 UTC.
    static let start = Moment(secondsSince1970: 1_795_262_400)

    init(
        secrets: [String] = ["secret"], graph: String = "http://127.0.0.1:9", template: String? = nil,
        phoneNumberID: String? = "310000000000001", logger: Logger? = nil,
        now: @escaping TimeSource = { IntakeFixture.start }
    ) throws {
        folder = NSTemporaryDirectory() + "endeks-intake-\(UUID().uuidString)"
        store = try Store(folder: folder, migrations: AccountsTables.migrations + IntakeService.migrations)
        blobs = try BlobStore(folder: folder)
        let logger = logger ?? Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        service = IntakeService(
            settings: try Self.settings(
                secrets: secrets, graph: graph, template: template, phoneNumberID: phoneNumberID), store: store,
            blobs: blobs, now: now, steps: .none, logger: logger)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func settings(
        secrets: [String], graph: String, template: String?, phoneNumberID: String? = "310000000000001"
    ) throws -> IntakeSettings {
        let issuer = Issuer(
            name: "Örnek Gaz", address: "Ankara", taxOffice: "Çankaya", taxNumber: try VKN("4540536920"))
        return try IntakeSettings(
            issuer: InvoiceIssuer(issuer: issuer, prefix: "OGZ"), isSample: true,
            graph: try #require(URL(string: graph)),
            graphVersion: "v26.0", phoneNumberID: phoneNumberID, template: template, grace: .seconds(2),
            workers: 1, appSecrets: secrets, verifyToken: "verify-me", token: "bearer", workerCommand: ["/bin/false"])
    }
}
