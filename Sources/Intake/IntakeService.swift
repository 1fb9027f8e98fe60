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
    private let gate: SendGate
    /// What the review page calls, and nothing else of the photos.
    package let desk: ReviewDesk

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
        gate = SendGate(isOpen: settings.phoneNumberID != nil, logger: logger)
        desk = ReviewDesk(
            store: store, blobs: blobs, issuer: settings.issuer, hasTemplate: settings.template != nil, now: now)
    }

    /// Runs the jobs until the service is told to stop.
    ///
    /// Throws `IntakeError` where the Graph API's address is none, and what the job runner throws.
    package func run() async throws {
        guard let graph = GraphAPI(settings: settings) else { throw IntakeError.graphAddress }
        let pool = WorkerPool(command: settings.workerCommand, count: settings.workers)
        let photos = try PhotoSteps(
            settings: settings, store: store, blobs: blobs, pool: pool, now: now, steps: steps, logger: logger)
        let runner = JobRunner(
            store: store, now: now, work: channelWork(graph) + photos.work, logger: logger)
        try await StartSweep(settings: settings, store: store, now: now, logger: logger).run()
        await pool.warm()
        gate.begin()
        do {
            try await withTaskCancellationHandler {
                try await withGracefulShutdownHandler {
                    try await runner.run()
                } onGracefulShutdown: { [gate] in
                    gate.stop()
                }
            } onCancel: { [gate] in
                gate.stop()
            }
        } catch {
            await pool.stop()
            throw error
        }
        await pool.stop()
    }

    /// Lets the sender go on after an error of the token or the account: somebody has seen to it.
    ///
    /// Without our number's id it stays stopped: what was sent then would be refused, and be a dead letter.
    package func resume() {
        guard settings.phoneNumberID != nil else { return }
        gate.open()
        store.bell.ring([.fetch, .send])
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

    private func channelWork(_ graph: GraphAPI) -> [JobWork] {
        let inbox = InboxWork(settings: settings, store: store, now: now, steps: steps, logger: logger)
        let fetch = FetchWork(
            settings: settings, store: store, blobs: blobs, graph: graph, gate: gate, budget: MediaBudget(),
            space: MediaSpace(),
            now: now, steps: steps, logger: logger)
        let send = SendWork(
            settings: settings, store: store, blobs: blobs, graph: graph, gate: gate, pauses: SenderPauses(),
            began: now(), now: now, steps: steps, logger: logger)
        // What waits for a gate that is shut stays where it is: no end of the service is counted as its try.
        let isOpen: @Sendable () -> Bool = { [gate] in gate.isOpen }
        return [
            // Enough that they share commits, few enough that the webhooks behind them do not wait.
            JobWork(queue: .inbox, atOnce: 16) { try await inbox.handle($0) },
            JobWork(queue: .fetch, atOnce: MediaBudget.most, isOpen: isOpen) { try await fetch.handle($0) },
            JobWork(queue: .send, atOnce: GraphAPI.sendersAtOnce, isOpen: isOpen) { try await send.handle($0) },
        ]
    }
}

/// Why the room cannot work at all.
package enum IntakeError: Error, Hashable, CustomStringConvertible {
    /// The address of the Graph API is neither https nor plain http on this machine, or its parts are malformed.
    case graphAddress

    package var description: String {
        "whatsapp: graph must be an https address, or http on this machine; version and phone-number-id are letters and digits"
    }
}
