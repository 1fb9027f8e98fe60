package import Logging
internal import ServiceLifecycle
package import Storage

/// The room at work: takes what the channel posts, and runs the jobs that follow from it.
package final class IntakeService: Service {
    package static var migrations: [Migration] { IntakeTables.migrations }

    private let settings: IntakeSettings
    private let store: Store
    private let blobs: BlobStore
    private let now: TimeSource
    private let steps: StepProbe
    private let logger: Logger
    private let signature: WebhookSignature

    package init(
        settings: IntakeSettings, store: Store, blobs: BlobStore, now: @escaping TimeSource, steps: StepProbe,
        logger: Logger
    ) {
        self.settings = settings
        self.store = store
        self.blobs = blobs
        self.now = now
        self.steps = steps
        self.logger = logger
        signature = WebhookSignature(secrets: settings.appSecrets)
    }

    /// Runs the jobs until the service is told to stop.
    package func run() async throws {
        try await gracefulShutdown()
    }

    /// Whether the header signs this raw body under one of the app secrets.
    package func isSigned(_ body: [UInt8], header: String?) -> Bool { signature.signs(body, header: header) }

    /// Whether a verification request is one that we answer with its challenge.
    package func answersVerification(mode: String?, token: String?) -> Bool {
        guard mode == "subscribe", let token else { return false }
        return WebhookSignature.same(token, settings.verifyToken)
    }

    /// Keeps what the channel posted; on return it is on the disk, and its job with it.
    package func receive(_ body: [UInt8]) async throws(StoreError) {
        steps.reach(.webhookReceived)
        let (hash, now) = (Digest.sha256(body), now())
        do {
            try await store.write { try Inbox.keep(body, hash: hash, in: $0, at: now) }
        } catch let error as StoreError {
            throw error
        } catch {
            throw .failed("\(error)")
        }
        steps.reach(.webhookStored)
    }
}
